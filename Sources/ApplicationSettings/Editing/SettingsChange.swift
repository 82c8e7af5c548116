/// A change of one setting, in the words of the model; the application knows the keys behind it.
public enum SettingsChange: Sendable, Hashable {
  /// The name in EHLO.
  case greetingName(String)
  /// The right side of Message-ID.
  case messageIDHost(String)
  /// The address in From.
  case from(String)
  /// How the connection is secured, and the port that goes with it; nil leaves the port as it is.
  case security(ConnectionSecurity, port: Int?)
  /// The certificate is verified, its chain and its name.
  case fullVerification
  /// The dialogue with the server is not shown.
  case noDebug
  /// Users who write to others stand in Reply-To.
  case usersInReplyTo
  /// The client logs in.
  case login
  /// The server, without its port.
  case server(String)
  /// The port.
  case port(Int)
  /// The user name.
  case userName(String)
  /// The SASL mechanism.
  case mechanism(String)
  /// The address in MAIL FROM.
  case envelopeSender(String)
  /// The address in Reply-To.
  case replyTo(String)
  /// Mail goes to addresses that their owners confirmed.
  case confirmedAddresses
  /// A parameter of a mail server, by its name.
  case parameter(String, String)
  /// The lines of the setting at a place go.
  case removal(SettingPlace)
  /// The value in the line of a place is put between quotes that keep its signs.
  case quoting(SettingPlace)
}

/// A setting as a file writes it: where, and what.
struct SettingAssignment: Sendable, Hashable {
  /// The variable with its sign, such as `$conf`; the section or the key itself in other formats.
  let variable: String
  /// The keys in brackets, or below.
  let path: [String]
  /// The value.
  let value: Value
  /// Whether the setting is changed only where it stands, and not written anew.
  var isOnlyChanged = false

  /// What can be written.
  enum Value: Sendable, Hashable {
    case text(String)
    case number(Int)
    case flag(Bool)
  }
}

/// How the settings of an application are written: the keys behind each change, and the syntax of the file.
protocol SettingsWriter: Sendable {
  /// The syntax of a new file.
  var syntax: SettingsSyntax { get }
  /// How the names of the settings of mail begin, where each has a variable of its own: a new one stands behind them.
  var family: [String] { get }
  /// Whether a new setting is written beside others of its kind only, not at the end of the file.
  var needsNeighbour: Bool { get }
  /// The syntax of a file; most applications have one.
  func syntax(of file: SettingsFile) -> SettingsSyntax
  /// Whether a file is of a kind that is written.
  func writes(_ file: SettingsFile) -> Bool
  /// What has to stand in the file for `change`; nil when no setting of the application does it.
  func assignments(_ change: SettingsChange, _ settings: SubmissionSettings) -> [SettingAssignment]?
  /// The lines of a whole block of settings for `wish`, as somebody would write it into a new file.
  func example(_ wish: ExampleWish) -> [String]
}

extension SettingsWriter {
  var family: [String] { [] }
  var needsNeighbour: Bool { false }
  func syntax(of file: SettingsFile) -> SettingsSyntax { syntax }
  func writes(_ file: SettingsFile) -> Bool { true }
  /// What is read of a file.
  func script(of file: SettingsFile) -> LiteralScript { syntax(of: file).read(file.octets) }
}

/// What an example of settings is to say.
public struct ExampleWish: Sendable {
  /// The submission server.
  public let host: String
  /// Its port.
  public let port: Int
  /// How the connection is secured.
  public let security: ConnectionSecurity
  /// The user name; nil when no login is wanted.
  public let userName: String?
  /// The domain that the application sends for.
  public let domain: String
  /// The name of the machine that the application runs on, used in EHLO and Message-ID.
  public let hostName: String
  /// The address in From.
  public let from: String

  /// Makes a wish of its parts.
  public init(
    host: String, port: Int, security: ConnectionSecurity, userName: String?, domain: String, hostName: String,
    from: String
  ) {
    self.host = host
    self.port = port
    self.security = security
    self.userName = userName
    self.domain = domain
    self.hostName = hostName
    self.from = from
  }

  /// What stands for the password: a word that cannot be taken for one.
  static let password = "<password>"
  /// The authorities that Debian and its kin trust, in one file.
  static let authorities = "/etc/ssl/certs/ca-certificates.crt"
}
