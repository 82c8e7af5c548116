import DNS
import Syntax

/// Reads the value of `issue` and its siblings (RFC 8659 §4.2): a domain or nothing, then parameters.
struct CAAIssuerReader {
  private let text: ArraySlice<UInt8>
  private var position: Int
  /// What breaks the grammar.
  private(set) var faults: [SyntaxFault] = []

  init(_ text: ArraySlice<UInt8>) {
    self.text = text
    position = text.startIndex
  }

  /// The issuer; nil when the value names none.
  mutating func read() -> CAAProperty.Issuer? {
    skipBlanks()
    let domain = take { $0 != UInt8(ascii: ";") && !Self.isBlank($0) }
    if !domain.isEmpty, !Self.isDomain(domain) {
      fault(domain.startIndex..<domain.endIndex, "an issuer is named by a domain")
    }
    skipBlanks()
    var parameters: [CAAProperty.Parameter] = []
    while position < text.endIndex, faults.isEmpty {
      guard text[position] == UInt8(ascii: ";") else {
        fault(position..<text.endIndex, "parameters are set off with a semicolon")
        break
      }
      position += 1
      skipBlanks()
      if let parameter = readParameter() { parameters.append(parameter) }
      skipBlanks()
    }
    guard !domain.isEmpty else { return nil }
    return CAAProperty.Issuer(domain: Self.lowercased(domain), parameters: parameters)
  }

  private mutating func readParameter() -> CAAProperty.Parameter? {
    let start = position
    let tag = take { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ";") && !Self.isBlank($0) }
    if tag.isEmpty, position == text.endIndex || text[position] == UInt8(ascii: ";") { return nil }
    skipBlanks()
    guard Self.isLabel(tag), position < text.endIndex, text[position] == UInt8(ascii: "=") else {
      fault(start..<max(position, start + 1), "a parameter is a tag, an equals sign and a value")
      return nil
    }
    position += 1
    skipBlanks()
    // RFC 8659 §4.2: values are printable octets without blank and semicolon.
    let value = take { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: ";") }
    return CAAProperty.Parameter(tag: Self.lowercased(tag), value: String(decoding: value, as: UTF8.self))
  }

  private mutating func fault(_ range: Range<Int>, _ message: String) {
    faults.append(SyntaxFault(range.clamped(to: 0..<text.endIndex), message, "RFC 8659 §4.2"))
  }

  private mutating func take(while isWanted: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let part = text[position...].prefix(while: isWanted)
    position = part.endIndex
    return part
  }

  private mutating func skipBlanks() {
    position = text[position...].firstIndex { !Self.isBlank($0) } ?? text.endIndex
  }

  private static func isBlank(_ octet: UInt8) -> Bool { octet == UInt8(ascii: " ") || octet == UInt8(ascii: "\t") }

  /// RFC 8659 §4.2: labels of letters, digits and hyphens inside.
  private static func isDomain(_ text: ArraySlice<UInt8>) -> Bool {
    text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy(isLabel)
  }

  private static func isLabel(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last, first != UInt8(ascii: "-"), last != UInt8(ascii: "-") else {
      return false
    }
    return text.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
  }

  private static func lowercased(_ text: ArraySlice<UInt8>) -> String {
    String(decoding: text.map(\.lowercasedASCII), as: UTF8.self)
  }
}
