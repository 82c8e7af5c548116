/// The step of submission or delivery that failed, in the order of a session (RFC 5321 §3).
public enum FailureStage: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Looking up the name of the server.
  case resolve
  /// Connecting.
  case connect
  /// Waiting for the greeting.
  case greeting
  /// EHLO or HELO.
  case hello
  /// STARTTLS and the handshake, or implicit TLS.
  case starttls
  /// AUTH.
  case auth
  /// MAIL FROM.
  case mail
  /// RCPT TO.
  case rcpt
  /// DATA and the message itself.
  case data
  /// The message was taken.
  case accepted
  /// After it was taken: on the way, or in a mailbox.
  case delivery

  /// Compares by the order of a session.
  public static func < (one: FailureStage, other: FailureStage) -> Bool { one.order < other.order }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// What failed, in a phrase.
  public var phrase: String {
    switch self {
    case .resolve: "looking up the server's name"
    case .connect: "connecting"
    case .greeting: "waiting for the greeting"
    case .hello: "EHLO"
    case .starttls: "starting TLS"
    case .auth: "the login (AUTH)"
    case .mail: "MAIL FROM"
    case .rcpt: "RCPT TO"
    case .data: "DATA, the message itself"
    case .accepted: "accepted"
    case .delivery: "delivery, after the message was accepted"
    }
  }

  /// The stage in which a command is answered; nil for commands that say nothing about it.
  init?(command: some Collection<UInt8>) {
    let word = String(decoding: command.prefix(4), as: UTF8.self).uppercased()
    switch word {
    case "EHLO", "HELO", "LHLO": self = .hello
    case "STAR": self = .starttls
    case "AUTH": self = .auth
    case "MAIL": self = .mail
    case "RCPT": self = .rcpt
    case "DATA", "BDAT", "END ", "END-": self = .data
    case "CONN": self = .connect
    default: return nil
    }
  }
}
