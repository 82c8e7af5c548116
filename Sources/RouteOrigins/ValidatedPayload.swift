public import DNS

/// A validated ROA payload (RFC 6811 §2): an AS that may announce a prefix, and parts of it down to a length.
public struct ValidatedPayload: Sendable, Hashable {
  /// The prefix.
  public let prefix: IPNetwork
  /// The longest prefix that may be announced.
  public let maxLength: Int
  /// The autonomous system; 0 says that nobody may announce the prefix (RFC 6483 §4).
  public let origin: UInt32

  /// Makes a payload; nil when the length does not fit the prefix.
  public init?(prefix: IPNetwork, maxLength: Int, origin: UInt32) {
    guard (prefix.prefixLength...prefix.base.bitWidth).contains(maxLength) else { return nil }
    self.prefix = prefix
    self.maxLength = maxLength
    self.origin = origin
  }
}

extension ValidatedPayload: CustomStringConvertible {
  /// The AS, the prefix and the longest length.
  public var description: String { "AS\(origin) \(prefix) up to /\(maxLength)" }
}

/// All validated ROA payloads, as a relying party exports them.
public struct ValidatedPayloads: Sendable {
  /// The payloads by prefix: IPv4 first, then by address, then the shorter prefix first.
  private let sorted: [ValidatedPayload]
  /// The lengths that occur, by family.
  private let lengths: (ipv4: [Int], ipv6: [Int])

  /// Takes the payloads in any order.
  public init(_ payloads: [ValidatedPayload]) {
    sorted = payloads.sorted { Self.key($0.prefix) < Self.key($1.prefix) }
    lengths = (Self.lengths(payloads, isV4: true), Self.lengths(payloads, isV4: false))
  }

  /// How many there are.
  public var count: Int { sorted.count }

  /// The payloads whose prefix holds `address`, the longest prefix first: only these can say anything of a route to it
  /// (RFC 6811 §2).
  public func covering(_ address: IPAddress) -> [ValidatedPayload] {
    let lengths = address.isV4 ? lengths.ipv4 : lengths.ipv6
    return lengths.reversed().flatMap { length -> ArraySlice<ValidatedPayload> in
      guard let prefix = IPNetwork(address, prefixLength: length) else { return [] }
      let start = firstIndex(notBefore: Self.key(prefix))
      return sorted[start...].prefix { $0.prefix == prefix }
    }
  }

  private func firstIndex(notBefore key: Key) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if Self.key(sorted[middle].prefix) < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private typealias Key = (IPAddress, Int)

  private static func key(_ prefix: IPNetwork) -> Key { (prefix.base, prefix.prefixLength) }

  private static func lengths(_ payloads: [ValidatedPayload], isV4: Bool) -> [Int] {
    Set(payloads.lazy.filter { $0.prefix.base.isV4 == isV4 }.map(\.prefix.prefixLength)).sorted()
  }
}
