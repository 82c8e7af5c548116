import DNS
import Syntax

/// Reads a macro-string octet by octet (RFC 7208 §7.1).
struct SPFMacroParser {
  /// What may stand in a macro-string, by its place.
  enum Place: Sendable {
    /// In a domain-spec: no `c`, `r` and `t`.
    case domainSpec
    /// In the value of an unknown modifier: every letter.
    case modifier
    /// In the text of an explanation: every letter, and spaces (RFC 7208 §6.2).
    case explanation
  }

  private let text: [UInt8]
  private let range: Range<Int>
  private let place: Place
  private var position: Int
  private var parts: [SPFMacroString.Part] = []
  private var literal: [UInt8] = []
  /// Where the octets behind the last macro-expand begin.
  private(set) var tailStart: Int
  private(set) var faults: [SyntaxFault] = []

  init(_ text: [UInt8], in range: Range<Int>, place: Place) {
    self.text = text
    self.range = range
    self.place = place
    position = range.lowerBound
    tailStart = range.lowerBound
  }

  mutating func parse() -> SPFMacroString {
    while position < range.upperBound {
      text[position] == UInt8(ascii: "%") ? readExpand() : readLiteral()
    }
    flush()
    return SPFMacroString(parts: parts, range: range)
  }

  private mutating func readLiteral() {
    let octet = text[position]
    if !(0x21...0x7E).contains(octet), !(octet == 0x20 && place == .explanation) {
      fault(position..<(position + 1), "\(SPFOctets.describe(octet)) is not allowed here", "RFC 7208 §7.1")
    }
    literal.append(octet)
    position += 1
  }

  private mutating func readExpand() {
    let next = position + 1 < range.upperBound ? text[position + 1] : 0
    switch next {
    case UInt8(ascii: "%"): escape("%")
    case UInt8(ascii: "_"): escape(" ")
    case UInt8(ascii: "-"): escape("%20")
    case UInt8(ascii: "{"): readMacro()
    default:
      fault(
        position..<(position + 1), "a \"%\" has to be followed by {, %, _ or -; a plain percent sign is written %%",
        "RFC 7208 §7.1")
      literal.append(text[position])
      position += 1
    }
    tailStart = position
  }

  private mutating func escape(_ replacement: String) {
    literal += replacement.utf8
    position += 2
  }

  private mutating func readMacro() {
    let start = position
    guard let close = text[start..<range.upperBound].firstIndex(of: UInt8(ascii: "}")) else {
      fault(start..<range.upperBound, "the macro has no closing brace", "RFC 7208 §7.1")
      position = range.upperBound
      return
    }
    position = close + 1
    guard let macro = macro(in: start..<position) else { return }
    flush()
    parts.append(.macro(macro))
  }

  /// Reads `%{` letter, digits, `r`, delimiters `}`.
  private mutating func macro(in range: Range<Int>) -> SPFMacro? {
    let body = text[(range.lowerBound + 2)..<(range.upperBound - 1)]
    guard let first = body.first, let letter = SPFMacro.Letter(rawValue: first.lowercasedASCII) else {
      fault(range, "there is no macro letter \(body.first.map(SPFOctets.describe) ?? "here")", "RFC 7208 §7.2")
      return nil
    }
    if letter.isForExplanationsOnly, place == .domainSpec {
      fault(range, "the macro letters c, r and t are allowed in explanation texts only", "RFC 7208 §7.2")
      return nil
    }
    let digits = body.dropFirst().prefix(while: \.isASCIIDigit)
    var rest = body[digits.endIndex...]
    let isReversed = rest.first?.lowercasedASCII == UInt8(ascii: "r")
    if isReversed { rest = rest.dropFirst() }
    guard check(digits: digits, delimiters: rest) else { return nil }
    return SPFMacro(
      letter: letter, isURLEscaped: first != letter.rawValue, keptParts: digits.isEmpty ? nil : Self.number(digits),
      isReversed: isReversed, delimiters: Array(rest), range: range)
  }

  private mutating func check(digits: ArraySlice<UInt8>, delimiters: ArraySlice<UInt8>) -> Bool {
    if !digits.isEmpty, digits.allSatisfy({ $0 == UInt8(ascii: "0") }) {
      fault(digits.indices, "the number of parts must not be zero", "RFC 7208 §7.3")
      return false
    }
    if let wrong = delimiters.firstIndex(where: { !Self.delimiters.contains($0) }) {
      fault(wrong..<(wrong + 1), "\(SPFOctets.describe(text[wrong])) is no macro delimiter", "RFC 7208 §7.1")
      return false
    }
    return true
  }

  private static let delimiters = Array(".-+,/_=".utf8)

  /// The number of the digits, cut at a bound that no text reaches.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { min($0 * 10 + Int($1 - UInt8(ascii: "0")), SPFLimits.keptParts) }
  }

  private mutating func flush() {
    if !literal.isEmpty { parts.append(.literal(literal)) }
    literal = []
  }

  private mutating func fault(_ range: Range<Int>, _ message: String, _ reference: String) {
    if faults.count < SPFLimits.faults { faults.append(SyntaxFault(range, message, reference)) }
  }
}

/// Octets in words, for messages.
enum SPFOctets {
  /// The octet in quotes, or its name or number when it cannot be printed.
  static func describe(_ octet: UInt8) -> String {
    switch octet {
    case 0x09: "a tab"
    case 0x0A, 0x0D: "a line break"
    case 0x20: "a space"
    case 0x21...0x7E: "\"\(UnicodeScalar(octet))\""
    case 0x80...: "an octet outside ASCII"
    default: "the control character \(octet)"
    }
  }
}
