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
    var text: [UInt8] = []
    text.reserveCapacity(Self.longestText)
    switch self {
    case .v4(let value): Self.write(value, to: &text)
    case .v6(let value) where value >> 32 == 0xFFFF:
      text += "::ffff:".utf8
      Self.write(UInt32(truncatingIfNeeded: value), to: &text)
    case .v6(let value): Self.write(value, to: &text)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Eight groups of four digits, with colons between.
  private static let longestText = 39

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

  /// One pass without copies: reports hold thousands of addresses.
  static func parseV6(_ text: ArraySlice<UInt8>) -> UInt128? {
    let colon = UInt8(ascii: ":")
    var groups = IPv6Groups()
    var rest = text
    if rest.first == colon {
      guard rest.dropFirst().first == colon else { return nil }
      groups.gap = 0
      rest = rest.dropFirst(2)
    }
    while !rest.isEmpty {
      let end = rest.firstIndex(of: colon) ?? rest.endIndex
      guard groups.take(rest[..<end], isLast: end == rest.endIndex) else { return nil }
      rest = rest[end...]
      if rest.isEmpty { break }
      rest = rest.dropFirst()
      if rest.first == colon {
        guard groups.gap == nil else { return nil }
        groups.gap = groups.count
        rest = rest.dropFirst()
      } else if rest.isEmpty {
        return nil
      }
    }
    return groups.whole
  }

  private static func write(_ value: UInt32, to text: inout [UInt8]) {
    for index in UInt32(0)..<4 {
      if index > 0 { text.append(UInt8(ascii: ".")) }
      write(decimal: UInt8(truncatingIfNeeded: value >> (24 - 8 * index)), to: &text)
    }
  }

  /// One to three digits.
  static func write(decimal octet: UInt8, to text: inout [UInt8]) {
    if octet >= 100 { text.append(UInt8(ascii: "0") + octet / 100) }
    if octet >= 10 { text.append(UInt8(ascii: "0") + octet / 10 % 10) }
    text.append(UInt8(ascii: "0") + octet % 10)
  }

  private static func write(_ value: UInt128, to text: inout [UInt8]) {
    let groups = (0..<8).map { UInt16(truncatingIfNeeded: value >> UInt128(112 - 16 * $0)) }
    let run = longestZeroRun(groups)
    for (index, group) in groups.enumerated() {
      if run.count > 1, run.contains(index) {
        if index == run.lowerBound { text += "::".utf8 }
        continue
      }
      if index > 0, run.count < 2 || index != run.upperBound { text.append(UInt8(ascii: ":")) }
      write(hexadecimal: group, to: &text)
    }
  }

  /// One to four digits, in lower case.
  private static func write(hexadecimal group: UInt16, to text: inout [UInt8]) {
    for shift in stride(from: 12, through: 0, by: -4) where shift == 0 || group >> UInt16(shift) > 0 {
      text.append(hexDigit(UInt8(truncatingIfNeeded: group >> UInt16(shift)) & 15))
    }
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

/// The groups of an IPv6 address as they are read (RFC 4291 §2.2).
private struct IPv6Groups {
  private var value: UInt128 = 0
  private(set) var count = 0
  /// How many groups stand before `::`; nil without one.
  var gap: Int?

  /// Takes a group, or the dotted quad at the end; false when it is neither.
  mutating func take(_ text: ArraySlice<UInt8>, isLast: Bool) -> Bool {
    if isLast, text.contains(UInt8(ascii: ".")) {
      guard count <= 6, let quad = IPAddress.parseV4(text) else { return false }
      value = value << 32 | UInt128(quad)
      count += 2
      return true
    }
    guard count <= 7, (1...4).contains(text.count) else { return false }
    var group: UInt16 = 0
    for octet in text {
      guard let digit = octet.hexDigitValue else { return false }
      group = group << 4 | digit
    }
    value = value << 16 | UInt128(group)
    count += 1
    return true
  }

  /// The address; nil when groups are missing, or none is left for `::` to stand for.
  var whole: UInt128? {
    guard let gap else { return count == 8 ? value : nil }
    guard count <= 7 else { return nil }
    let behind = UInt128(16 * (count - gap))
    let low = value & ((1 << behind) - 1)
    return (value >> behind) << UInt128(16 * (8 - gap)) | low
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit.
  fileprivate var hexDigitValue: UInt16? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
      UInt16(lowercasedASCII - UInt8(ascii: "a") + 10)
    default: nil
    }
  }
}
