/// A set of octets; letters are in it in lower case, since texts are folded before they are matched.
struct OctetSet: Sendable, Hashable {
  private var low: (UInt64, UInt64)
  private var high: (UInt64, UInt64)

  /// Every octet.
  static let all = OctetSet([]).inverted

  init(_ octets: some Sequence<UInt8>) {
    low = (0, 0)
    high = (0, 0)
    for octet in octets { insert(octet.lowercased) }
  }

  /// What an escape stands for: `\d`, `\s`, `\S`, `\n`, or a sign itself; nil for other letters and digits.
  init?(escape: UInt8) {
    switch escape {
    case UInt8(ascii: "d"): self.init(UInt8(ascii: "0")...UInt8(ascii: "9"))
    case UInt8(ascii: "s"): self.init(Self.blanks)
    case UInt8(ascii: "S"): self = OctetSet(Self.blanks).inverted
    case UInt8(ascii: "n"): self.init([UInt8(ascii: "\n")])
    case let sign where sign.isWordOctet: return nil
    default: self.init([escape])
    }
  }

  private static let blanks: [UInt8] = [0x20, 0x09, 0x0A]

  func contains(_ octet: UInt8) -> Bool {
    let bit: UInt64 = 1 << UInt64(octet & 63)
    switch octet >> 6 {
    case 0: return low.0 & bit != 0
    case 1: return low.1 & bit != 0
    case 2: return high.0 & bit != 0
    default: return high.1 & bit != 0
    }
  }

  mutating func insert(_ octet: UInt8) {
    let bit: UInt64 = 1 << UInt64(octet & 63)
    switch octet >> 6 {
    case 0: low.0 |= bit
    case 1: low.1 |= bit
    case 2: high.0 |= bit
    default: high.1 |= bit
    }
  }

  mutating func formUnion(_ other: OctetSet) {
    low = (low.0 | other.low.0, low.1 | other.low.1)
    high = (high.0 | other.high.0, high.1 | other.high.1)
  }

  var inverted: OctetSet {
    var result = self
    result.low = (~low.0, ~low.1)
    result.high = (~high.0, ~high.1)
    return result
  }

  /// The octet, when there is only one.
  var only: UInt8? {
    let count = low.0.nonzeroBitCount + low.1.nonzeroBitCount + high.0.nonzeroBitCount + high.1.nonzeroBitCount
    guard count == 1 else { return nil }
    return (0...UInt8.max).first { contains($0) }
  }

  static func == (one: OctetSet, other: OctetSet) -> Bool { one.low == other.low && one.high == other.high }

  func hash(into hasher: inout Hasher) {
    for word in [low.0, low.1, high.0, high.1] { hasher.combine(word) }
  }
}

extension UInt8 {
  /// The letter in lower case, other octets as they are.
  var lowercased: UInt8 { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self }

  /// Whether this is a digit.
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  /// Whether this is a letter of ASCII.
  var isLetter: Bool { lowercased >= UInt8(ascii: "a") && lowercased <= UInt8(ascii: "z") }

  /// Whether this is a letter, a digit or `_`, or belongs to a character outside ASCII.
  var isWordOctet: Bool { isLetter || isDigit || self == UInt8(ascii: "_") || self >= 0x80 }

  /// Whether this is a space or a tab.
  var isBlank: Bool { self == 0x20 || self == 0x09 }
}
