public import DNS
public import Syntax

/// One entry of `rua` or `ruf` (RFC 9989 §4.6): a URI that a report goes to.
public struct DMARCReportURI: Sendable, Equatable {
  /// The octets of the entry, an obsolete size suffix left out.
  public let octets: [UInt8]
  /// Where the entry stands in the text of the record, a size suffix included.
  public let range: Range<Int>
  /// What kind of URI it is.
  public let target: Target
  /// Whether it ends in a size such as `!10m`, which RFC 7489 §6.2 had and RFC 9989 §4.7 ignores.
  public let hasSizeSuffix: Bool

  /// What an entry names.
  public enum Target: Sendable, Hashable {
    /// A `mailto:` URI with the domain behind its `@`.
    case mailbox(domain: DomainName)
    /// A URI of another scheme, which no receiver has to know (RFC 9990 §3.5), and its host if it has one.
    case other(scheme: String, host: DomainName?)
    /// No URI that anybody can send to, and why.
    case invalid(String)
  }
}

extension DMARCReportURI {
  /// Whether the entry is a URI by its syntax.
  public var isValid: Bool {
    if case .invalid = target { false } else { true }
  }

  /// The host whose owner receives the reports: for `mailto:` what stands behind the `@` (RFC 9990 §4).
  public var host: DomainName? {
    switch target {
    case .mailbox(let domain): domain
    case .other(_, let host): host
    case .invalid: nil
    }
  }

  /// The entry as text, without a size suffix.
  public var text: String { String(decoding: octets, as: UTF8.self) }

  /// What is wrong with the entry, if anything.
  public var fault: SyntaxFault? {
    switch target {
    case .invalid(let cause):
      SyntaxFault(range, "\(cause): no report goes there", "RFC 9989 §4.6", gravity: .ignored)
    case .other(let scheme, _):
      SyntaxFault(range, "receivers need not support \"\(scheme):\"", "RFC 9990 §3.5", gravity: .remark)
    case .mailbox where hasSizeSuffix:
      SyntaxFault(range, "the size behind \"!\" is obsolete and ignored", "RFC 9989 §4.7", gravity: .remark)
    case .mailbox where octets.contains(UInt8(ascii: "!")):
      SyntaxFault(range, "a \"!\" in a report URI has to be written %21", "RFC 9989 §4.6", gravity: .remark)
    case .mailbox: nil
    }
  }
}

extension DMARCReportURI {
  /// Reads the entry that stands at `range` of `text`.
  init(_ text: [UInt8], _ range: Range<Int>) {
    let end = Self.startOfSizeSuffix(text[range]) ?? range.upperBound
    hasSizeSuffix = end < range.upperBound
    self.range = range
    octets = Array(text[range.lowerBound..<end])
    target = Self.target(octets)
  }

  /// `"!" 1*DIGIT [ "k" / "m" / "g" / "t" ]` at the end (RFC 7489 §6.4).
  private static func startOfSizeSuffix(_ text: ArraySlice<UInt8>) -> Int? {
    guard let mark = text.lastIndex(of: UInt8(ascii: "!")) else { return nil }
    var digits = text[(mark + 1)...]
    if let unit = digits.last, "kmgt".utf8.contains(unit.lowercasedASCII) { digits.removeLast() }
    return !digits.isEmpty && digits.allSatisfy(\.isASCIIDigit) ? mark : nil
  }

  private static func target(_ text: [UInt8]) -> Target {
    guard !text.isEmpty else { return .invalid("an empty entry") }
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")), isScheme(text[..<colon]) else {
      return .invalid(text.contains(UInt8(ascii: "@")) ? "\"mailto:\" is missing" : "no URI")
    }
    guard text.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      return .invalid("a URI has only visible ASCII characters (RFC 3986 §2)")
    }
    let rest = text[(colon + 1)...]
    let scheme = String(decoding: text[..<colon], as: UTF8.self).lowercased()
    return scheme == "mailto" ? mailbox(rest) : .other(scheme: scheme, host: authority(rest))
  }

  private static func isScheme(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first?.isASCIILetter == true else { return false }
    return text.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "+-.".utf8.contains($0) }
  }

  /// `addr-spec [ "?" hfields ]` (RFC 6068 §2).
  private static func mailbox(_ text: ArraySlice<UInt8>) -> Target {
    guard let address = percentDecoded(text.prefix { $0 != UInt8(ascii: "?") }) else {
      return .invalid("a \"%\" without two hexadecimal digits (RFC 3986 §2.1)")
    }
    guard let at = address.lastIndex(of: UInt8(ascii: "@")) else { return .invalid("an address without \"@\"") }
    guard at > 0 else { return .invalid("an address without a local part") }
    guard let domain = host(address[(at + 1)...]) else { return .invalid("no domain name behind the \"@\"") }
    return .mailbox(domain: domain)
  }

  /// The host of `"//" [ userinfo "@" ] host [ ":" port ]` (RFC 3986 §3.2).
  private static func authority(_ text: ArraySlice<UInt8>) -> DomainName? {
    guard text.starts(with: "//".utf8) else { return nil }
    var part = text.dropFirst(2).prefix { !"/?#".utf8.contains($0) }
    if let at = part.lastIndex(of: UInt8(ascii: "@")) { part = part[(at + 1)...] }
    return host(part.prefix { $0 != UInt8(ascii: ":") })
  }

  private static func host(_ text: ArraySlice<UInt8>) -> DomainName? {
    let isPlain = text.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "-._".utf8.contains($0) }
    guard isPlain, let name = try? DomainName(presentation: Array(text)), !name.isRoot else { return nil }
    return name
  }

  private static func percentDecoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var position = text.startIndex
    while position < text.endIndex {
      if text[position] == UInt8(ascii: "%") {
        let digits = text[(position + 1)...].prefix(2)
        guard digits.count == 2, digits.first != UInt8(ascii: "+"),
          let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
        else {
          return nil
        }
        result.append(value)
        position += 3
      } else {
        result.append(text[position])
        position += 1
      }
    }
    return result
  }
}
