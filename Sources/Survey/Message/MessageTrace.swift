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

  /// When the receiver took the message, in seconds since 1970: the time of the hop at which it came from outside, or of
  /// the topmost hop; nil when neither tells.
  public var timeOfReceipt: Int? { (entry?.date ?? hops.first?.value?.date)?.secondsSince1970 }
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

  /// Whether a server took the message from an address outside, of somebody who had not logged in. Otherwise nobody can
  /// tell that it ever left the sender's own servers.
  public var cameFromOutside: Bool { hops.contains(where: Self.isFromOutside) }

  /// The lowest of the topmost hops that a host of the receiver's organization wrote, if it tells an address outside.
  /// Who logged in handed in mail of his own (RFC 6409 §4.3): that hop is the sender's side.
  private static func presumedBoundary(
    _ message: Message, _ hops: [MessageFields.Read<ReceivedField>], _ list: PublicSuffixList
  ) -> Boundary? {
    guard let receiver = hops.lazy.compactMap({ organization($0.value?.by, list) }).first else { return nil }
    let own = hops.prefix { hop in
      guard let by = organization(hop.value?.by, list) else { return true }
      return by == receiver
    }
    guard let index = own.lastIndex(where: isFromOutside) else { return nil }
    let address = hops[index].value?.from?.address
    let isConfirmed = resultFields(above: hops[index].field, in: message).contains { field in
      names(message.text(of: field), address)
    }
    return Boundary(index: index, source: isConfirmed ? .receiver : .presumed)
  }

  /// The fields in which receivers write what they found, as far as they stand above a hop.
  private static func resultFields(above hop: HeaderField, in message: Message) -> [HeaderField] {
    message.fields.prefix { $0 != hop }.filter { field in
      ["Authentication-Results", "Received-SPF"].contains { message.isNamed(field, $0) }
    }
  }

  /// Whether a text names an address, which is more than to hold its digits: 192.0.2.25 does not name 192.0.2.2.
  private static func names(_ text: String, _ address: IPAddress?) -> Bool {
    let words = text.utf8.split { octet in
      octet != UInt8(ascii: ".") && octet != UInt8(ascii: ":") && Character(UnicodeScalar(octet)).hexDigitValue == nil
    }
    return words.contains { word in
      (2...45).contains(word.count) && IPAddress(String(decoding: word, as: UTF8.self)) == address
    }
  }

  private static func isFromOutside(_ hop: MessageFields.Read<ReceivedField>) -> Bool {
    isOutside(hop.value?.from?.address) && hop.value?.with?.isAuthenticated != true
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
