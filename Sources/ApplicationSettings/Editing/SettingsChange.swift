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
  /// The syntax of the file.
  var syntax: SettingsSyntax { get }
  /// What has to stand in the file for `change`; nil when no setting of the application does it.
  func assignments(_ change: SettingsChange, _ settings: SubmissionSettings) -> [SettingAssignment]?
  /// The lines of a whole block of settings for `wish`, as somebody would write it into a new file.
  func example(_ wish: ExampleWish) -> [String]
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
}
