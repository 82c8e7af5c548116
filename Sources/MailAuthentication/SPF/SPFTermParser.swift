import DNS
import Syntax

/// Reads one term: a directive or a modifier (RFC 7208 §4.6.1).
struct SPFTermParser {
  let text: [UInt8]
  let range: Range<Int>
  private(set) var faults: [SyntaxFault] = []

  init(text: [UInt8], range: Range<Int>) {
    self.text = text
    self.range = range
  }

  /// The term; nil when a fatal fault spoils it.
  mutating func parse() -> SPFTerm.Kind? {
    guard areOctetsVisible() else { return nil }
    let qualifier = SPFQualifier(rawValue: text[range.lowerBound])
    let start = range.lowerBound + (qualifier == nil ? 0 : 1)
    let nameEnd = text[start..<range.upperBound].firstIndex { !Self.isNameOctet($0) } ?? range.upperBound
    guard start < nameEnd, text[start].isASCIILetter else {
      fault(range, Self.missingName(text[range]), "RFC 7208 §4.6.1")
      return nil
    }
    let name = String(decoding: text[start..<nameEnd].map(\.lowercasedASCII), as: UTF8.self)
    let kind =
      nameEnd < range.upperBound && text[nameEnd] == UInt8(ascii: "=")
      ? modifier(name, hasQualifier: qualifier != nil, value: (nameEnd + 1)..<range.upperBound)
      : directive(qualifier ?? .pass, name, argument: nameEnd..<range.upperBound)
    return faults.contains { $0.gravity == .fatal } ? nil : kind
  }

  /// RFC 7208 §4.6.1: terms consist of visible ASCII, and only spaces stand between them.
  private mutating func areOctetsVisible() -> Bool {
    guard let wrong = range.first(where: { !(0x21...0x7E).contains(text[$0]) }) else { return true }
    let end = range[wrong...].first { (0x21...0x7E).contains(text[$0]) } ?? range.upperBound
    let what = SPFOctets.describe(text[wrong])
    let advice = text[wrong] == 0x09 ? "; only spaces may stand between terms" : ""
    fault(wrong..<end, "\(what) is not allowed in a record\(advice)", "RFC 7208 §4.6.1")
    return false
  }

  /// Whether the octet may stand in the name of a mechanism or a modifier.
  private static func isNameOctet(_ octet: UInt8) -> Bool {
    octet.isASCIILetter || octet.isASCIIDigit || octet == UInt8(ascii: "-") || octet == UInt8(ascii: "_")
      || octet == UInt8(ascii: ".")
  }

  private static func missingName(_ term: ArraySlice<UInt8>) -> String {
    if IPAddress(text: term.prefix { $0 != UInt8(ascii: "/") }) != nil {
      return "a bare address: write ip4: or ip6: before it"
    }
    return term.count == 1 && SPFQualifier(rawValue: term[term.startIndex]) != nil
      ? "a qualifier stands alone: there must be no space between it and the mechanism"
      : "a term has to begin with the name of a mechanism or a modifier"
  }

  // MARK: Modifiers

  private mutating func modifier(_ name: String, hasQualifier: Bool, value: Range<Int>) -> SPFTerm.Kind? {
    if hasQualifier {
      fault(range, "a modifier takes no qualifier", "RFC 7208 §4.6.1")
      return nil
    }
    switch name {
    case "redirect": return domainSpec(value, "RFC 7208 §6.1").map(SPFTerm.Kind.redirect)
    case "exp": return domainSpec(value, "RFC 7208 §6.2").map(SPFTerm.Kind.explanation)
    default: return unknownModifier(name, value: value)
    }
  }

  private mutating func unknownModifier(_ name: String, value: Range<Int>) -> SPFTerm.Kind {
    var parser = SPFMacroParser(text, in: value, place: .modifier)
    let macros = parser.parse()
    faults += parser.faults
    if Self.mechanisms.contains(name) {
      fault(
        range, "\(name)= is read as an unknown modifier and ignored; the mechanism is written with a colon",
        "RFC 7208 §6", .ignored)
    } else if name == "v" {
      fault(range, "a second version section is read as an unknown modifier and ignored", "RFC 7208 §6", .ignored)
    }
    return .unknownModifier(name: name, value: macros)
  }

  private static let mechanisms: Set<String> = ["all", "include", "a", "mx", "ptr", "ip4", "ip6", "exists"]

  // MARK: Directives

  private mutating func directive(_ qualifier: SPFQualifier, _ name: String, argument: Range<Int>) -> SPFTerm.Kind? {
    mechanism(name, argument).map { .directive(qualifier, $0) }
  }

  private mutating func mechanism(_ name: String, _ argument: Range<Int>) -> SPFMechanism? {
    switch name {
    case "all": return all(argument)
    case "include": return required(argument, "RFC 7208 §5.2").map(SPFMechanism.include)
    case "exists": return required(argument, "RFC 7208 §5.7").map(SPFMechanism.exists)
    case "ptr": return ptr(argument)
    case "a", "mx": return addressMechanism(isMX: name == "mx", argument)
    case "ip4", "ip6": return network(isV4: name == "ip4", argument)
    default:
      fault(range, Self.unknownMechanism(name), "RFC 7208 §5")
      return nil
    }
  }

  private static func unknownMechanism(_ name: String) -> String {
    switch name {
    case "redirect", "exp": "\(name) is a modifier: write \(name)= instead"
    case "ip", "ipv4", "ipv6", "ip4v", "ip-4": "unknown mechanism \"\(name)\": write ip4: or ip6:"
    case "includes", "inc", "included": "unknown mechanism \"\(name)\": write include:"
    case "host", "hostname", "domain", "dns": "unknown mechanism \"\(name)\": write a:"
    case _ where name.hasPrefix("all"): "unknown mechanism \"\(name)\": write all with nothing behind it"
    case _ where name.contains("."): "\"\(name)\" is no mechanism: a host is written a:\(name)"
    default: "unknown mechanism \"\(name.prefix(40))\""
    }
  }

  private mutating func all(_ argument: Range<Int>) -> SPFMechanism? {
    if argument.isEmpty { return .all }
    fault(argument, "all takes no argument", "RFC 7208 §5.1")
    return nil
  }

  private mutating func ptr(_ argument: Range<Int>) -> SPFMechanism? {
    argument.isEmpty ? .ptr(nil) : required(argument, "RFC 7208 §5.5").map(SPFMechanism.ptr)
  }

  /// `:` and a domain-spec that must be there.
  private mutating func required(_ argument: Range<Int>, _ reference: String) -> SPFMacroString? {
    guard let first = argument.first, text[first] == UInt8(ascii: ":") else {
      let isPrefix = argument.first.map { text[$0] } == UInt8(ascii: "/")
      fault(
        argument.isEmpty ? range : argument,
        isPrefix ? "a prefix length is not allowed here" : "a colon and a domain have to follow", reference)
      return nil
    }
    return domainSpec((first + 1)..<argument.upperBound, reference)
  }

  private mutating func addressMechanism(isMX: Bool, _ argument: Range<Int>) -> SPFMechanism? {
    let reference = isMX ? "RFC 7208 §5.4" : "RFC 7208 §5.3"
    let split = SPFPrefixSplit(text, argument)
    let rest = argument.lowerBound..<split.start
    guard rest.isEmpty || text[rest.lowerBound] == UInt8(ascii: ":") else {
      fault(rest, "here may stand a colon and a domain, or a prefix length such as /24 or //64", reference)
      return nil
    }
    guard let lengths = prefixLengths(split, reference) else { return nil }
    if rest.isEmpty { return isMX ? .mx(nil, lengths) : .a(nil, lengths) }
    return domainSpec((rest.lowerBound + 1)..<rest.upperBound, reference).map {
      isMX ? .mx($0, lengths) : .a($0, lengths)
    }
  }

  private mutating func prefixLengths(_ split: SPFPrefixSplit, _ reference: String) -> SPFPrefixLengths? {
    let v4 = split.v4.map { prefixLength($0, most: 32, reference) } ?? 32
    let v6 = split.v6.map { prefixLength($0, most: 128, reference) } ?? 128
    guard let v4, let v6 else { return nil }
    return SPFPrefixLengths(v4: v4, v6: v6)
  }

  // MARK: Parts

  /// RFC 7208 §5.6: `"/" ("0" / %x31-39 0*1DIGIT)`: no leading zero, at most `most`.
  mutating func prefixLength(_ digits: Range<Int>, most: Int, _ reference: String) -> Int? {
    let octets = text[digits]
    guard !octets.isEmpty, octets.allSatisfy(\.isASCIIDigit) else {
      fault(digits.isEmpty ? range : digits, "a number has to follow the slash", reference)
      return nil
    }
    if octets.count > 1, octets.first == UInt8(ascii: "0") {
      fault(digits, "a prefix length has no leading zero", reference)
      return nil
    }
    let value = octets.count > 3 ? Int.max : octets.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    if value <= most { return value }
    fault(digits, "a prefix length is at most \(most)", reference)
    return nil
  }

  mutating func fault(
    _ range: Range<Int>, _ message: String, _ reference: String, _ gravity: SyntaxFault.Gravity = .fatal
  ) {
    if faults.count < SPFLimits.faults { faults.append(SyntaxFault(range, message, reference, gravity: gravity)) }
  }
}

/// Where the dual-cidr-length at the end of an argument begins (RFC 7208 §5.3).
///
/// A domain-spec may hold slashes itself, so the lengths are looked for from the end.
private struct SPFPrefixSplit {
  /// Where the domain-spec ends.
  var start: Int
  /// The digits of the IPv4 length.
  var v4: Range<Int>?
  /// The digits of the IPv6 length.
  var v6: Range<Int>?

  init(_ text: [UInt8], _ argument: Range<Int>) {
    start = argument.upperBound
    guard let last = Self.digits(text, argument.lowerBound..<start) else { return }
    start = last.lowerBound - 1
    guard start > argument.lowerBound, text[start - 1] == UInt8(ascii: "/") else {
      v4 = last
      return
    }
    v6 = last
    start -= 1
    if let first = Self.digits(text, argument.lowerBound..<start) {
      v4 = first
      start = first.lowerBound - 1
    }
  }

  /// The digits at the end of `range`, when a slash stands before them.
  private static func digits(_ text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    var position = range.upperBound
    while position > range.lowerBound, text[position - 1].isASCIIDigit { position -= 1 }
    guard position < range.upperBound, position > range.lowerBound, text[position - 1] == UInt8(ascii: "/") else {
      return nil
    }
    return position..<range.upperBound
  }
}
