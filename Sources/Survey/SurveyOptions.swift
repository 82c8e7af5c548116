public import DNS
public import MailAuthentication
public import OpenSSLKit
public import RouteOrigins
public import SMTPSubmission

/// What the owner tells about a domain before it is looked at.
public struct SurveyOptions: Sendable {
  /// DKIM selectors to look at, as given by the owner.
  public var selectors: [String] = []
  /// Selectors that receivers reported, with the messages that passed by them; looked at when the owner names none.
  public var reportedSelectors: [(selector: String, messages: Int)] = []
  /// What receivers reported of the selectors in use; nil when no report tells.
  public var reportedUse: ReportedUse?
  /// Whether the owner says that the domain sends no mail (a parked domain).
  public var isParked = false
  /// The addresses that the domain's mail comes from, as the owner names them; the first is that of the EHLO name.
  public var sendingAddresses: [IPAddress] = []
  /// The name that the sending host greets with in EHLO.
  public var heloName: DomainName?
  /// The address in MAIL FROM; nil stands for `postmaster` at the domain.
  public var mailFrom: String?
  /// Seconds since 1970, UTC: the time that dates are compared with. The engine sets it; nil when nobody told.
  public var time: Int?
  /// The day on which the domain was registered.
  public var registered: CivilDay?
  /// The day on which its registration runs out.
  public var expires: CivilDay?
  /// Who is to receive and to send for the domain, as its owner has it.
  public var expected = ExpectedMail()
  /// Who may announce routes, as a relying party validated it.
  public var routeOrigins: ValidatedPayloads?
  /// The questions to mail servers beyond what they offer; none unless the user says so.
  public var trials = MailServerTrials()
  /// What earlier audits saw of the domain.
  public var past = PastSurvey()
  /// A label that nobody publishes, for finding wildcards. The command draws it at random.
  public var probeLabel = "mailaudit-probe-7f3a9c"

  /// What is looked at beside the zone, the hosts that receive mail, SPF and DMARC.
  public var scope = SurveyScope.all

  /// The Public Suffix List for the answers of RFC 7489. RFC 9989 needs none.
  public var publicSuffixList = PublicSuffixList.shipped
  /// The roots that mark certificates of BIMI have to lead to; nil when the owner told none.
  public var markRoots: [Certificate]?

  /// The defaults: no selector, not parked, no sending host known.
  public init() {}
}

/// Who is to receive and to send for a domain.
public struct ExpectedMail: Sendable {
  /// The exchanges of its MX records; none when nobody told.
  public var exchanges: [DomainName] = []
  /// The ids of the providers that its SPF record includes; none when nobody told.
  public var providers: [String] = []

  /// Nobody told.
  public init() {}
}

extension SurveyOptions {
  /// So many addresses can be named: each costs an evaluation of SPF and some questions, and a sender with more can
  /// audit them one group after the other.
  public static let mostSendingAddresses = 32

  /// The first of the sending addresses; nil when the owner names none.
  public var sendingAddress: IPAddress? {
    get { sendingAddresses.first }
    set { sendingAddresses = newValue.map { [$0] } ?? [] }
  }
}
