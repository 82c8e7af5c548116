import DNS
import MailAuthentication
public import MailMessage

/// The way of a message by its Received fields, from top to bottom: the newest hop first (RFC 5321 §4.4).
public struct MessageTrace: Sendable {
  /// The fields.
  public let hops: [MessageFields.Read<ReceivedField>]
  /// The hop at which the message came from outside to the receiver; nil when nobody can tell.
  public let boundary: Boundary?

  /// Where the message entered the receiver's network.
  public struct Boundary: Sendable {
    /// The place among the hops.
    public let index: Int
    /// Who says so.
    public let source: MessageEnvelope.Source
  }

  /// The hop of the boundary.
  public var entry: ReceivedField? { boundary.flatMap { hops[$0.index].value } }
}

extension MessageTrace {
  /// Finds the boundary: where the owner says it is, or where the Received fields of the receiver seem to end.
  init(_ message: Message, hops: [MessageFields.Read<ReceivedField>], options: MessageOptions) {
    self.hops = hops
    if let count = options.trustedHops {
      boundary = count > 0 && count <= hops.count ? Boundary(index: count - 1, source: .receiver) : nil
    } else {
      boundary = Self.presumedBoundary(message, hops, options.publicSuffixList)
    }
  }

  /// The lowest of the topmost hops that a host of the receiver's organization wrote, if it tells an address outside.
  private static func presumedBoundary(
    _ message: Message, _ hops: [MessageFields.Read<ReceivedField>], _ list: PublicSuffixList
  ) -> Boundary? {
    guard let receiver = hops.lazy.compactMap({ organization($0.value?.by, list) }).first else { return nil }
    let own = hops.prefix { hop in
      guard let by = organization(hop.value?.by, list) else { return true }
      return by == receiver
    }
    guard let index = own.lastIndex(where: { isOutside($0.value?.from?.address) }) else { return nil }
    let address = hops[index].value?.from?.address?.description ?? ""
    let isConfirmed = resultFields(above: hops[index].field, in: message).contains {
      message.text(of: $0).contains(address)
    }
    return Boundary(index: index, source: isConfirmed ? .receiver : .presumed)
  }

  /// The fields in which receivers write what they found, as far as they stand above a hop.
  private static func resultFields(above hop: HeaderField, in message: Message) -> [HeaderField] {
    message.fields.prefix { $0 != hop }.filter { field in
      ["Authentication-Results", "Received-SPF"].contains { message.isNamed(field, $0) }
    }
  }

  private static func organization(_ host: String?, _ list: PublicSuffixList) -> DomainName? {
    guard let name = host.flatMap({ DomainName($0) }), name.labelCount > 1 else { return nil }
    return list.registrableDomain(of: name) ?? name
  }

  /// Documentation addresses stand for others.
  private static func isOutside(_ address: IPAddress?) -> Bool {
    guard let address else { return false }
    return address.specialPurpose == nil || address.specialPurpose == .documentation
  }
}
