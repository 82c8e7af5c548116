public import DNS
import OpenSSLKit

/// Which questions are put to mail servers beyond what they offer by themselves. Nobody is asked any of them unless the
/// user says so.
public struct MailServerTrials: Sendable, Hashable {
  /// Whether they are asked which recipients they take.
  public var asksRecipients = false
  /// Whether faults are looked for that attackers use: relaying, commands in front of TLS, wrong ends of messages.
  public var isIntrusive = false
  /// The mailbox that a message may be sent to; nil when none is to be sent.
  public var testRecipient: String?

  /// Nothing is asked.
  public init() {}

  /// Whether anything is asked.
  public var isAny: Bool { asksRecipients || isIntrusive }
}

/// What one host said to questions that go beyond what it offers, each kind in a conversation of its own.
public struct MailServerTrial: Sendable {
  /// The name of the host.
  public let host: DomainName
  /// The address.
  public let address: IPAddress
  /// The port.
  public let port: UInt16
  /// The domain whose mail the host takes.
  public let domain: DomainName
  /// A local part that nobody has.
  public let label: String
  /// Recipients at the domain; nil when nobody asked.
  public internal(set) var recipients: SMTPSession?
  /// Recipients elsewhere; nil when nobody asked.
  public internal(set) var relaying: SMTPSession?
  /// NOOP behind STARTTLS; nil when nobody tried.
  public internal(set) var injection: SMTPSession?
  /// Wrong ends of a message; nil when nobody tried.
  public internal(set) var endings: SMTPSession?
}

/// Recipients that a server is asked about.
public enum TrialRecipient: Sendable, CaseIterable {
  /// Who keeps the mail server (RFC 5321 §4.5.1).
  case postmaster
  /// Who takes complaints (RFC 2142 §4).
  case abuse
  /// Nobody.
  case nobody
  /// Somebody elsewhere.
  case stranger
  /// Somebody elsewhere, in the form of old gateways (RFC 2505 §2.1 warns of it).
  case percentStranger
  /// Somebody elsewhere, quoted.
  case quotedStranger

  static let own: [TrialRecipient] = [.postmaster, .abuse, .nobody]
  static let foreign: [TrialRecipient] = [.stranger, .percentStranger, .quotedStranger]

  /// Nobody has this address, and no message is ever sent to it (RFC 2606 §3).
  private static let foreignAddress = ("mailaudit-relay-test", "example.com")

  /// The address.
  func address(in domain: DomainName, label: String) -> String {
    let (local, other) = Self.foreignAddress
    return switch self {
    case .postmaster: "postmaster@\(domain.serverName)"
    case .abuse: "abuse@\(domain.serverName)"
    case .nobody: "\(label)@\(domain.serverName)"
    case .stranger: "\(local)@\(other)"
    case .percentStranger: "\(local)%\(other)@\(domain.serverName)"
    case .quotedStranger: "\"\(local)@\(other)\"@\(domain.serverName)"
    }
  }
}

extension MailServerTrial {
  /// The reply to a recipient; nil when it was not asked about, or the conversation did not get there.
  public func exchange(_ recipient: TrialRecipient, in session: SMTPSession) -> SMTPExchange? {
    let address = recipient.address(in: domain, label: label)
    return session.exchanges.first { $0.step == .recipient && $0.address == address }
  }
}
