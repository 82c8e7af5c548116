/// A value without parts (RFC 8259 §3).
public enum JSONScalar: Sendable, Hashable {
  /// A text in quotes.
  case text(JSONText)
  /// A number as it is written (RFC 8259 §6).
  case number(ArraySlice<UInt8>)
  /// `true` or `false`.
  case boolean(Bool)
  /// `null`.
  case null

  /// A word of JSON; nil for anything else.
  init?(word: ArraySlice<UInt8>) {
    if word.elementsEqual("true".utf8) {
      self = .boolean(true)
    } else if word.elementsEqual("false".utf8) {
      self = .boolean(false)
    } else if word.elementsEqual("null".utf8) {
      self = .null
    } else {
      guard Self.isNumber(word) else { return nil }
      self = .number(word)
    }
  }

  /// The text without its quotes and escapes, or the word as it is written.
  public var string: String {
    switch self {
    case .text(let text): text.string
    case .number(let digits): String(decoding: digits, as: UTF8.self)
    case .boolean(let flag): flag ? "true" : "false"
    case .null: "null"
    }
  }

  /// Whether the octet may belong to a word.
  static func isPart(_ octet: UInt8) -> Bool {
    isDigit(octet) || (0x61...0x7A).contains(octet | 0x20) || octet == UInt8(ascii: "+") || octet == UInt8(ascii: "-")
      || octet == UInt8(ascii: ".")
  }

  /// `-`, digits without a zero before others, a fraction, an exponent (RFC 8259 §6).
  private static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
    var rest = word.first == UInt8(ascii: "-") ? word.dropFirst() : word
    let whole = rest.prefix(while: isDigit)
    guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else { return false }
    rest = rest.dropFirst(whole.count)
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix(while: isDigit).count
      guard digits > 0 else { return false }
      rest = rest.dropFirst(1 + digits)
    }
    guard let sign = rest.first else { return true }
    guard sign | 0x20 == UInt8(ascii: "e") else { return false }
    rest = rest.dropFirst()
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    return !rest.isEmpty && rest.allSatisfy(isDigit)
  }

  private static func isDigit(_ octet: UInt8) -> Bool { (0x30...0x39).contains(octet) }
}

/// A text in quotes whose escapes are known to be good (RFC 8259 §7).
public struct JSONText: Sendable, Hashable {
  /// What stands between the quotes, as it is written.
  public let octets: ArraySlice<UInt8>
  /// Whether there is an escape in it.
  public let hasEscapes: Bool

  /// Whether it is `name`, written without escapes.
  public func matches(_ name: StaticString) -> Bool { octets.elementsEqual(name.description.utf8) }

  /// The text. Half a pair of surrogates, and what is no UTF-8, is U+FFFD.
  public var string: String {
    guard hasEscapes else { return String(decoding: octets, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(octets.count)
    var rest = octets
    while let first = rest.first {
      if first == UInt8(ascii: "\\") {
        let (scalar, length) = Self.escape(rest)
        result += Array(String(scalar).utf8)
        rest = rest.dropFirst(length)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// How many octets the escape at the front takes, half a pair of surrogates counted alone; nil when it is none.
  static func escapeLength(_ text: ArraySlice<UInt8>) -> Int? {
    guard let sign = text.dropFirst().first else { return nil }
    if sign == UInt8(ascii: "u") { return unit(text) == nil ? nil : 6 }
    return plain(sign) == nil ? nil : 2
  }

  private static func escape(_ text: ArraySlice<UInt8>) -> (Unicode.Scalar, Int) {
    guard let first = unit(text) else { return (text.dropFirst().first.flatMap(plain) ?? "\u{FFFD}", 2) }
    if 0xD800...0xDBFF ~= first, let second = unit(text.dropFirst(6)), 0xDC00...0xDFFF ~= second {
      return (Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)) ?? "\u{FFFD}", 12)
    }
    return (Unicode.Scalar(first) ?? "\u{FFFD}", 6)
  }

  /// The number of `\uXXXX` at the front.
  private static func unit(_ text: ArraySlice<UInt8>) -> UInt32? {
    guard text.starts(with: "\\u".utf8) else { return nil }
    let digits = text.dropFirst(2).prefix(4)
    guard digits.count == 4 else { return nil }
    var value: UInt32 = 0
    for digit in digits {
      switch digit {
      case 0x30...0x39: value = value << 4 | UInt32(digit - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((digit | 0x20) - 0x57)
      default: return nil
      }
    }
    return value
  }

  private static func plain(_ sign: UInt8) -> Unicode.Scalar? {
    switch sign {
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "t"): "\t"
    case UInt8(ascii: "b"): "\u{8}"
    case UInt8(ascii: "f"): "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): Unicode.Scalar(sign)
    default: nil
    }
  }
}
