/// An IPv4 or IPv6 address.
public enum IPAddress: Sendable, Hashable {
  /// An IPv4 address, first octet in the highest bits.
  case v4(UInt32)
  /// An IPv6 address, first octet in the highest bits.
  case v6(UInt128)

  /// The width in bits: 32 or 128.
  public var bitWidth: Int {
    switch self {
    case .v4: 32
    case .v6: 128
    }
  }

  /// Whether this is an IPv4 address.
  public var isV4: Bool { bitWidth == 32 }

  /// The address as 4 or 16 octets in network order.
  public var octets: [UInt8] {
    switch self {
    case .v4(let value): (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32(24 - 8 * $0)) }
    case .v6(let value): (0..<16).map { UInt8(truncatingIfNeeded: value >> UInt128(120 - 8 * $0)) }
    }
  }

  /// Reads 4 or 16 octets in network order; nil for any other count.
  public init?(octets: some Collection<UInt8>) {
    switch octets.count {
    case 4: self = .v4(octets.reduce(0) { $0 << 8 | UInt32($1) })
    case 16: self = .v6(octets.reduce(0) { $0 << 8 | UInt128($1) })
    default: return nil
    }
  }

  /// The IPv4 address inside an IPv4-mapped IPv6 address (RFC 4291 §2.5.5.2); any other address as it is.
  public var unmapped: IPAddress {
    if case .v6(let value) = self, value >> 32 == 0xFFFF { return .v4(UInt32(truncatingIfNeeded: value)) }
    return self
  }

  /// The name under `in-addr.arpa` or `ip6.arpa` that holds the PTR records (RFC 1035 §3.5, RFC 3596 §2.5).
  public var reverseName: DomainName {
    var wire: [UInt8] = []
    wire.reserveCapacity(Limits.usualNameOctets)
    for octet in octets.reversed() {
      if isV4 {
        wire.append(octet < 10 ? 1 : octet < 100 ? 2 : 3)
        Self.write(decimal: octet, to: &wire)
      } else {
        wire += [1, Self.hexDigit(octet & 15), 1, Self.hexDigit(octet >> 4)]
      }
    }
    return DomainName(trusted: wire + (isV4 ? Self.reverseZone : Self.reverseZone6))
  }

  private static let reverseZone: [UInt8] = [7] + Array("in-addr".utf8) + [4] + Array("arpa".utf8) + [0]
  private static let reverseZone6: [UInt8] = [3] + Array("ip6".utf8) + [4] + Array("arpa".utf8) + [0]

  static func hexDigit(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
  }
}

extension IPAddress: Comparable {
  /// IPv4 before IPv6, then by value.
  public static func < (left: IPAddress, right: IPAddress) -> Bool {
    switch (left, right) {
    case (.v4(let a), .v4(let b)): a < b
    case (.v6(let a), .v6(let b)): a < b
    case (.v4, .v6): true
    case (.v6, .v4): false
    }
  }
}
