import DNS

extension RedactionTable {
  /// The replacement of an IP address: one of the same kind of range; for public ones those that are for documentation
  /// (RFC 5737, RFC 3849).
  mutating func redacted(_ address: IPAddress) -> IPAddress {
    if let known = addresses[address] { return known }
    let result: IPAddress
    switch address {
    case .v4(let value):
      guard let base = Self.base(value) else { return address }
      result = .v4(v4(base, number: next(.v4(base))))
    case .v6(let value):
      if value >> 32 == 0xFFFF, case .v4(let inner) = redacted(.v4(UInt32(truncatingIfNeeded: value))) {
        return .v6(0xFFFF << 32 | UInt128(inner))
      }
      guard let base = Self.base(value) else { return address }
      result = .v6(base | UInt128(next(.v6(base))))
    }
    if addresses.count < RedactionLimits.entries { addresses[address] = result }
    return result
  }

  private mutating func next(_ base: IPAddress) -> Int {
    let number = addressCounts[base, default: 0] + 1
    if number <= RedactionLimits.entries { addressCounts[base] = number }
    return number
  }

  /// Documentation has 3 x 254 addresses; the benchmark range (RFC 2544) takes those that do not fit.
  private func v4(_ base: UInt32, number: Int) -> UInt32 {
    let number = UInt32(number)
    // 65,534 fit into every range.
    if base != Self.documentation[0] { return base + min(number, 65_534) }
    let network = Int((number - 1) / 254)
    if network < Self.documentation.count { return Self.documentation[network] + (number - 1) % 254 + 1 }
    return 0xC612_0000 + number
  }

  private static let documentation: [UInt32] = [0xC000_0200, 0xC633_6400, 0xCB00_7100]

  /// The beginning of the range that replaces an address; nil for those that name no host.
  private static func base(_ value: UInt32) -> UInt32? {
    switch value >> 24 {
    case 0, 127, 255: return nil
    case 10: return 0x0A00_0000
    case 100 where value >> 22 == 0x191: return 0x6440_0000
    case 169 where value >> 16 == 0xA9FE: return 0xA9FE_0000
    case 172 where value >> 20 == 0xAC1: return 0xAC10_0000
    case 192 where value >> 16 == 0xC0A8: return 0xC0A8_0000
    default: return documentation[0]
    }
  }

  private static func base(_ value: UInt128) -> UInt128? {
    if value < 2 { return nil }
    switch value >> 112 {
    case 0xFE80...0xFEBF: return 0xFE80 << 112
    case 0xFC00...0xFDFF: return 0xFD00 << 112
    default: return 0x2001_0DB8 << 96
    }
  }
}
