extension IPAddress {
  /// Why an address cannot be reached from the public Internet.
  public enum SpecialPurpose: String, Sendable, CaseIterable {
    /// `0.0.0.0/8`, `::` (RFC 6890 §2.2).
    case thisNetwork = "this network"
    /// `10.0.0.0/8` and its siblings (RFC 1918 §3), `fc00::/7` (RFC 4193 §3), `64:ff9b:1::/48` (RFC 8215 §3),
    /// `fec0::/10` (RFC 3879 §4).
    case privateUse = "private"
    /// `100.64.0.0/10` (RFC 6598 §7).
    case sharedSpace = "shared carrier space"
    /// `127.0.0.0/8`, `::1` (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3).
    case loopback = "loopback"
    /// `169.254.0.0/16` (RFC 3927 §2.1), `fe80::/10` (RFC 4291 §2.5.6).
    case linkLocal = "link-local"
    /// `192.0.2.0/24` and its siblings (RFC 5737 §3), `2001:db8::/32` (RFC 3849), `3fff::/20` (RFC 9637).
    case documentation = "documentation"
    /// `198.18.0.0/15` (RFC 2544), `2001:2::/48` (RFC 5180).
    case benchmarking = "benchmarking"
    /// `224.0.0.0/4` (RFC 5771), `ff00::/8` (RFC 4291 §2.7).
    case multicast = "multicast"
    /// `240.0.0.0/4` (RFC 1112 §4), `192.0.0.0/24` (RFC 6890 §2.1), `::/96` (RFC 4291 §2.5.5.1).
    case reserved = "reserved"
    /// `::ffff:0:0/96` (RFC 4291 §2.5.5.2): no address of a host on the wire.
    case mapped = "IPv4-mapped"
  }

  /// The special purpose of the address, nil for a public one. An address that stands for one of IPv4 has the purpose of
  /// that one.
  public var specialPurpose: SpecialPurpose? {
    Self.specialNetworks.first { $0.network.contains(self) }?.purpose ?? embedded?.specialPurpose
  }

  /// The IPv4 address in one of `64:ff9b::/96` (RFC 6052 §2.1) or `2002::/16` (RFC 3056 §2).
  private var embedded: IPAddress? {
    guard case .v6(let value) = self else { return nil }
    if value >> 32 == 0x64_FF9B << 64 { return .v4(UInt32(truncatingIfNeeded: value)) }
    return value >> 112 == 0x2002 ? .v4(UInt32(truncatingIfNeeded: value >> 80)) : nil
  }

  private static let specialNetworks: [(network: IPNetwork, purpose: SpecialPurpose)] = {
    let table: [(String, Int, SpecialPurpose)] = [
      ("0.0.0.0", 8, .thisNetwork), ("10.0.0.0", 8, .privateUse), ("100.64.0.0", 10, .sharedSpace),
      ("127.0.0.0", 8, .loopback), ("169.254.0.0", 16, .linkLocal), ("172.16.0.0", 12, .privateUse),
      ("192.0.0.0", 24, .reserved), ("192.0.2.0", 24, .documentation), ("192.168.0.0", 16, .privateUse),
      ("198.18.0.0", 15, .benchmarking),
      ("198.51.100.0", 24, .documentation), ("203.0.113.0", 24, .documentation), ("224.0.0.0", 4, .multicast),
      ("240.0.0.0", 4, .reserved), ("::", 128, .thisNetwork), ("::1", 128, .loopback), ("::ffff:0:0", 96, .mapped),
      ("::", 96, .reserved), ("64:ff9b:1::", 48, .privateUse), ("fec0::", 10, .privateUse),
      ("fc00::", 7, .privateUse), ("fe80::", 10, .linkLocal), ("2001:db8::", 32, .documentation),
      ("3fff::", 20, .documentation), ("2001:2::", 48, .benchmarking), ("ff00::", 8, .multicast)
    ]
    return table.compactMap { text, length, purpose in
      IPAddress(text).flatMap { IPNetwork($0, prefixLength: length) }.map { ($0, purpose) }
    }
  }()
}
