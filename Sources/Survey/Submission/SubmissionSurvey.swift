public import DNS
public import SMTPSubmission

/// Everything that was learned about one submission server and the way to it: what checks judge without asking again.
public final class SubmissionSurvey: Sendable {
  /// What was tried, and what the owner told.
  public let options: SubmissionOptions
  /// The answers for the A and the AAAA records of the host; none when it was named by an address.
  public let hostAnswers: [DNSAnswer]
  /// The addresses, in the order in which they were tried.
  public let addresses: [IPAddress]
  /// The conversations at the port and in the mode of the target, one for each address that was tried.
  public let visits: [SubmissionVisit]
  /// The conversation in the other mode of TLS, when that of the target came to nothing before TLS stood.
  public let otherMode: SubmissionVisit?
  /// The same transaction once more, after one that was put off.
  public let retry: SubmissionVisit?
  /// What the usual ports answered in both modes; empty when nobody asked for that.
  public let scan: [SubmissionVisit]
  /// What versions, keys and ciphers the server takes; nil when nobody asked for that.
  public let inspection: MailServerObservation?
  /// The TLSA records of the port (RFC 6698 §3); nil for a host that was named by an address.
  public let tlsa: TLSALookup?
  /// The answers for the A and the AAAA records of the name that the client greets with; none when it is no name.
  public let clientNameAnswers: [DNSAnswer]
  /// The domain of the sender with all that DNS tells of it; nil when no sender was named.
  public let author: DomainSurvey?
  /// Whether there were trusted roots to judge certificates by.
  public let hasRoots: Bool
  /// Every answer that the survey got beside those of the domain of the sender.
  public let answers: [DNSAnswer]

  init(_ options: SubmissionOptions, _ walk: SubmissionWalk, _ names: SubmissionNames, hasRoots: Bool) {
    self.options = options
    hostAnswers = names.host
    addresses = names.addresses
    visits = walk.visits
    otherMode = walk.otherMode
    retry = walk.retry
    scan = walk.scan
    inspection = walk.inspection
    tlsa = names.tlsa
    clientNameAnswers = names.clientName
    author = names.author
    answers = names.answers
    self.hasRoots = hasRoots
  }

  /// The conversation that everything was tried in: at the first address that takes connections, or else at the first.
  public var main: SubmissionVisit? { visits.first(where: \.isConnected) ?? visits.first }

  /// The conversation that says what became of the transaction: the second attempt where there was one.
  public var last: SubmissionVisit? { retry ?? main }
}

/// What DNS says of the names of a submission.
struct SubmissionNames: Sendable {
  var host: [DNSAnswer] = []
  var addresses: [IPAddress] = []
  var tlsa: TLSALookup?
  var clientName: [DNSAnswer] = []
  var author: DomainSurvey?
  var answers: [DNSAnswer] = []
}

/// The conversations of a submission.
struct SubmissionWalk: Sendable {
  var visits: [SubmissionVisit] = []
  var otherMode: SubmissionVisit?
  var retry: SubmissionVisit?
  var scan: [SubmissionVisit] = []
  var inspection: MailServerObservation?
}

/// The limits of looking at a submission server.
enum SubmissionLimits {
  /// Addresses of each family that are tried: big providers publish eight.
  static let addressesOfFamily = 2
  /// Conversations of a port scan that go on at the same time: a server may take more for an attack.
  static let parallel = 4
  /// When the last conversation of the walk ends, without the time of a second attempt.
  static let time = Duration.seconds(120)
  /// The longest wait before a second attempt: greylisting lets hardly anybody wait longer than an hour.
  static let patience = Duration.seconds(3_600)
}
