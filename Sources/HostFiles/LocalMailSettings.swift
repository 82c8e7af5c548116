/// The programs that hand mail over on a machine.
public enum MailProgram: String, Sendable, CaseIterable {
  /// Postfix (postconf(5)).
  case postfix
  /// Exim, as Debian sets it up or otherwise.
  case exim
  /// Sendmail, with its two processes for submission and delivery.
  case sendmail
  /// OpenSMTPD (smtpd.conf(5)).
  case opensmtpd
  /// nullmailer: a queue, and nothing but relays.
  case nullmailer
  /// msmtp: a relay, without a queue.
  case msmtp
  /// sSMTP: a relay, without a queue; nobody maintains it.
  case ssmtp
  /// The mail agent of DragonFly.
  case dma
  /// The sendmail of BusyBox, which talks to one server.
  case busybox

  /// The name as its makers write it.
  public var title: String {
    switch self {
    case .postfix: "Postfix"
    case .exim: "Exim"
    case .sendmail: "Sendmail"
    case .opensmtpd: "OpenSMTPD"
    case .nullmailer: "nullmailer"
    case .msmtp: "msmtp"
    case .ssmtp: "sSMTP"
    case .dma: "dma"
    case .busybox: "BusyBox"
    }
  }

  /// Whether it is a mail server with a daemon that can listen on port 25; the others hand over to a relay.
  public var isServer: Bool {
    switch self {
    case .postfix, .exim, .sendmail, .opensmtpd: true
    case .nullmailer, .msmtp, .ssmtp, .dma, .busybox: false
    }
  }
}

/// What the settings of the mail program of a machine tell, as far as its mail goes out.
public struct LocalMailSettings: Sendable {
  /// The files that it was read from.
  public var files: [String] = []
  /// Files that may give a name for EHLO, and could not be read.
  public var unread: [String] = []
  /// How mail for other machines leaves.
  public var delivery = Delivery.unknown("its settings tell nothing of it")
  /// The name for EHLO, where one is set.
  public var greetingName: LocatedText?
  /// The domain behind the names of local accounts, where one is set.
  public var origin: LocatedText?
  /// The settings of Postfix, when that is the program.
  public var postfix: PostfixSettings?

  /// Nothing is known yet.
  public init() {}

  /// How mail for other machines leaves.
  public enum Delivery: Sendable, Hashable {
    /// To the mail servers of each recipient.
    case direct
    /// To one server, which delivers it.
    case relay(LocatedText)
    /// Not at all: what says so, or the file that holds no relay.
    case none(LocatedText)
    /// That cannot be told: why.
    case unknown(String)
  }
}
