public import DNS
import MailMessage

/// The SMTP envelope that a message came in, as far as anybody can tell (RFC 5321 §2.3.1).
public struct MessageEnvelope: Sendable {
  /// MAIL FROM without angle brackets, empty for the null reverse-path; nil when nobody knows.
  public let mailFrom: Known<String>?
  /// The address that handed the message to the receiver; nil when nobody knows.
  public let client: Known<IPAddress>?
  /// The name in HELO or EHLO; nil when nobody knows.
  public let helo: Known<String>?

  /// A value, and who says so.
  public struct Known<Value: Sendable & Hashable>: Sendable, Hashable {
    /// The value.
    public let value: Value
    /// Who says so.
    public let source: Source

    /// Joins a value and who says so.
    public init(_ value: Value, _ source: Source) {
      self.value = value
      self.source = source
    }
  }

  /// Who tells of the envelope.
  public enum Source: Sendable, Hashable {
    /// The owner.
    case owner
    /// A field that a host of the receiver wrote: the owner says how many Received fields are of such hosts, or the
    /// Authentication-Results of the same host say the same.
    case receiver
    /// A field that seems to be one of the receiver's; anybody may have written it.
    case presumed

    /// Whether a verdict may rest on it.
    public var isCertain: Bool { self != .presumed }
  }
}

extension MessageEnvelope.Known<String> {
  /// The domain behind the last `@`; nil when there is none.
  public var domain: DomainName? {
    value.lastIndex(of: "@").flatMap { DomainName(String(value[value.index(after: $0)...])) }
  }
}

extension MessageEnvelope {
  /// What the owner told, then what the fields tell.
  init(_ fields: MessageFields, _ trace: MessageTrace, _ message: Message, _ options: MessageOptions) {
    let source = trace.boundary?.source ?? .presumed
    let path = Self.returnPath(fields, trace, message).map { Known($0.0, $0.1 ? source : .presumed) }
    mailFrom = options.mailFrom.map { Known($0, .owner) } ?? path
    client = options.clientAddress.map { Known($0, .owner) } ?? trace.entry?.from?.address.map { Known($0, source) }
    helo =
      options.heloName.map { Known($0.description, .owner) } ?? trace.entry?.from?.heloName.map { Known($0, source) }
  }

  /// The reverse-path of the topmost Return-Path, `<>` being empty, and whether it stands above the boundary.
  private static func returnPath(
    _ fields: MessageFields, _ trace: MessageTrace, _ message: Message
  ) -> (String, isAbove: Bool)? {
    guard let path = fields.returnPath.first else { return nil }
    let entry = trace.boundary.map { trace.hops[$0.index].field.line }
    return (path.value?.mailboxes.first?.address ?? "", entry.map { path.field.line < $0 } ?? false)
  }
}
