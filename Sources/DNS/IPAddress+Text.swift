extension IPAddress: CustomStringConvertible, LosslessStringConvertible {
  /// Reads dotted-quad IPv4 (no leading zeros) or IPv6 text (RFC 4291 §2.2); no zone index, no prefix length.
  public init?(_ text: String) {
    guard let address = IPAddress(text: Array(text.utf8)) else { return nil }
    self = address
  }

  /// Reads an address from text given as octets.
  public init?(text: some Collection<UInt8>) {
    self.init(octets: text as? ArraySlice<UInt8> ?? ArraySlice(text))
  }

  private init?(octets text: ArraySlice<UInt8>) {
    if text.contains(UInt8(ascii: ":")) {
      guard let value = Self.parseV6(text) else { return nil }
      self = .v6(value)
    } else {
      guard let value = Self.parseV4(text) else { return nil }
      self = .v4(value)
    }
  }

  /// Dotted quad, or the form of RFC 5952: lower case, the longest run of zero groups shortened.
  public var description: String {
    switch self {
    case .v4(let value): "\(value >> 24).\(value >> 16 & 255).\(value >> 8 & 255).\(value & 255)"
    case .v6(let value): Self.describeV6(value)
    }
  }

  /// One pass without copies: SPF records hold hundreds of networks.
  static func parseV4(_ text: ArraySlice<UInt8>) -> UInt32? {
    var (value, number, digits, dots): (UInt32, UInt32, Int, Int) = (0, 0, 0, 0)
    for octet in text {
      if octet == UInt8(ascii: ".") {
        guard digits > 0, dots < 3 else { return nil }
        value = value << 8 | number
        (number, digits, dots) = (0, 0, dots + 1)
      } else {
        guard octet.isASCIIDigit, digits == 0 || number > 0 else { return nil }
        number = number * 10 + UInt32(octet - UInt8(ascii: "0"))
        guard number <= 255 else { return nil }
        digits += 1
      }
    }
    return digits > 0 && dots == 3 ? value << 8 | number : nil
  }

  static func parseV6(_ text: ArraySlice<UInt8>) -> UInt128? {
    let octets = Array(text)
    guard let gap = firstDoubleColon(in: octets) else {
      guard let groups = parseGroups(octets[...]), groups.count == 8 else { return nil }
      return value(of: groups)
    }
    let (head, tail) = (octets[..<gap], octets[(gap + 2)...])
    guard let front = head.isEmpty ? [] : parseGroups(head), let back = tail.isEmpty ? [] : parseGroups(tail),
      front.count + back.count <= 7, !head.contains(UInt8(ascii: "."))
    else { return nil }
    return value(of: front + Array(repeating: 0, count: 8 - front.count - back.count) + back)
  }

  private static func firstDoubleColon(in octets: [UInt8]) -> Int? {
    octets.indices.dropLast().first {
      octets[$0] == UInt8(ascii: ":") && octets[$0 + 1] == UInt8(ascii: ":")
    }
  }

  private static func parseGroups(_ text: ArraySlice<UInt8>) -> [UInt16]? {
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    var groups: [UInt16] = []
    for (index, part) in parts.enumerated() {
      if index == parts.count - 1, part.contains(UInt8(ascii: ".")) {
        guard let quad = parseV4(part) else { return nil }
        groups += [UInt16(quad >> 16), UInt16(truncatingIfNeeded: quad)]
      } else {
        guard (1...4).contains(part.count), let group = hexValue(part) else { return nil }
        groups.append(group)
      }
    }
    return groups.count <= 8 ? groups : nil
  }

  private static func hexValue(_ text: ArraySlice<UInt8>) -> UInt16? {
    guard text.allSatisfy({ $0.isASCIIDigit || ("a"..."f").contains(UnicodeScalar($0.lowercasedASCII)) }) else {
      return nil
    }
    return UInt16(String(decoding: text, as: UTF8.self), radix: 16)
  }

  private static func value(of groups: [UInt16]) -> UInt128 {
    groups.reduce(0) { $0 << 16 | UInt128($1) }
  }

  private static func describeV6(_ value: UInt128) -> String {
    if value >> 32 == 0xFFFF { return "::ffff:" + IPAddress.v4(UInt32(truncatingIfNeeded: value)).description }
    let groups = (0..<8).map { UInt16(truncatingIfNeeded: value >> UInt128(112 - 16 * $0)) }
    let run = longestZeroRun(groups)
    let text = { (part: ArraySlice<UInt16>) in part.map { String($0, radix: 16) }.joined(separator: ":") }
    guard run.count > 1 else { return text(groups[...]) }
    return text(groups[..<run.lowerBound]) + "::" + text(groups[run.upperBound...])
  }

  private static func longestZeroRun(_ groups: [UInt16]) -> Range<Int> {
    var best = 0..<0
    var start = 0
    for index in 0...groups.count where index == groups.count || groups[index] != 0 {
      if index - start > best.count { best = start..<index }
      start = index + 1
    }
    return best
  }
}

extension IPAddress {
  /// The address with a port behind it: `192.0.2.25:587`, `[2001:db8::25]:587` (RFC 5952 §6).
  public func description(port: UInt16) -> String { isV4 ? "\(self):\(port)" : "[\(self)]:\(port)" }
}
