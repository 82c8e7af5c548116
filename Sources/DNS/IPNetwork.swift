/// A block of addresses: an address and a prefix length in bits.
public struct IPNetwork: Sendable, Hashable, CustomStringConvertible {
  /// The first address of the block: the bits behind the prefix are zero.
  public let base: IPAddress
  /// The number of leading bits that all addresses share, 0 to 32 or 0 to 128.
  public let prefixLength: Int

  /// Masks `address` to `prefixLength` bits; nil when the length is out of range for the family.
  public init?(_ address: IPAddress, prefixLength: Int) {
    guard (0...address.bitWidth).contains(prefixLength) else { return nil }
    self.prefixLength = prefixLength
    switch address {
    case .v4(let value): base = .v4(value & (~UInt32(0) << UInt32(32 - prefixLength)))
    case .v6(let value): base = .v6(value & (~UInt128(0) << UInt128(128 - prefixLength)))
    }
  }

  /// Whether `address` is of the same family and lies in the block.
  public func contains(_ address: IPAddress) -> Bool {
    guard address.bitWidth == base.bitWidth else { return false }
    return IPNetwork(address, prefixLength: prefixLength)?.base == base
  }

  /// Whether the whole of `other` lies in this block.
  public func contains(_ other: IPNetwork) -> Bool {
    prefixLength <= other.prefixLength && contains(other.base)
  }

  /// The address, a slash and the prefix length.
  public var description: String { "\(base)/\(prefixLength)" }
}
