import DNS
import Syntax

/// Reads the tags that all three kinds of signatures have, and notes what is wrong with them.
struct SignatureTagReader {
  let tags: TagList
  var faults: [SyntaxFault]
  let kind: DKIMSignature.Kind

  /// All faults in the order of their place.
  var sortedFaults: [SyntaxFault] {
    faults.count < 2
      ? faults
      : faults.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
  }

  mutating func report(_ range: Range<Int>, _ message: String, _ reference: String = "RFC 6376 §3.5") {
    faults.append(SyntaxFault(range, message, reference, gravity: .fatal))
  }

  mutating func report(_ range: Range<Int>, _ message: String, _ gravity: SyntaxFault.Gravity) {
    faults.append(SyntaxFault(range, message, "RFC 6376 §3.5", gravity: gravity))
  }

  /// A tag that has to be there, and to have a value.
  mutating func required(_ name: String, allowsEmpty: Bool = false) -> TagList.Tag? {
    guard let tag = tags[name] else {
      let wrongCase = tags.tags.first { tags.name(of: $0).lowercased() == name }
      report(
        wrongCase?.name ?? tags.text.count..<tags.text.count,
        wrongCase == nil ? "\(name)= is missing" : "\(name)= is missing: names of tags are case-sensitive")
      return nil
    }
    if !allowsEmpty, tag.value.isEmpty { report(tag.range, "\(name)= has no value") }
    return tag
  }

  /// Words with colons between them, white space taken out; at most one more than `limit`.
  func words(of tag: TagList.Tag, atMost limit: Int = DKIMLimits.listItems) -> [String] {
    tags.octets(of: tag).split(separator: UInt8(ascii: ":"), maxSplits: limit, omittingEmptySubsequences: false)
      .map { part in
        part.contains { $0 <= Octet.blank }
          ? String(decoding: part.filter { $0 > Octet.blank }, as: UTF8.self) : String(decoding: part, as: UTF8.self)
      }
  }

  /// RFC 6376 §3.5: `a=`.
  mutating func algorithm() -> DKIMAlgorithm? {
    guard let tag = required("a"), !tag.value.isEmpty else { return nil }
    let algorithm = DKIMAlgorithm(tags.value(of: tag))
    if case .other = algorithm { report(tag.value, "an algorithm that verifiers do not know", "RFC 6376 §6.1.1") }
    return algorithm
  }

  /// The octets of a tag that has to be there; none when it cannot be decoded.
  mutating func base64(_ name: String) -> [UInt8] {
    guard let tag = required(name), !tag.value.isEmpty else { return [] }
    let decoded = Base64(tags.text, in: tag.value)
    faults += decoded.faults
    return decoded.isValid ? decoded.octets : []
  }

  /// A tag with a domain name; nil when it is missing or none.
  mutating func domain(_ name: String) -> DomainName? {
    guard let tag = required(name), !tag.value.isEmpty else { return nil }
    let domain = domainName(tag.value)
    if domain == nil { report(tag.value, "\(name)= is no domain name") }
    return domain
  }

  /// `sub-domain *("." sub-domain)` (RFC 6376 §3.5): letters, digits and hyphens. Underscores are in use and let
  /// through; labels in UTF-8 are taken as their A-labels (RFC 8616 §5).
  func domainName(_ range: Range<Int>) -> DomainName? {
    let octets = tags.text[range]
    let isPlain = octets.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F }
    guard isPlain || octets.contains(where: { $0 >= 0x80 }) else { return nil }
    let text = String(decoding: octets, as: UTF8.self)
    let name = DomainName(isPlain ? text : Self.asALabels(text))
    return name?.isRoot == false ? name : nil
  }

  private static func asALabels(_ text: String) -> String {
    text.split(separator: ".", omittingEmptySubsequences: false).map { label in
      guard label.utf8.contains(where: { $0 >= 0x80 }) else { return String(label) }
      return "xn--" + String(decoding: Punycode.encode(label.lowercased()) ?? [], as: UTF8.self)
    }
    .joined(separator: ".")
  }

  /// `s=`: labels with dots between them.
  mutating func selector() -> String {
    guard let tag = required("s"), !tag.value.isEmpty else { return "" }
    if domainName(tag.value) == nil { report(tag.value, "s= is no selector") }
    return tags.value(of: tag)
  }

  /// Seconds since 1970.
  mutating func time(_ name: String) -> Int64? {
    guard let tag = tags[name] else { return nil }
    let digits = tags.octets(of: tag)
    guard !digits.isEmpty, digits.count <= DKIMLimits.timeDigits, digits.allSatisfy(\.isASCIIDigit) else {
      report(tag.range, "\(name)= is no time in seconds")
      return nil
    }
    return Int64(tags.value(of: tag))
  }

  /// RFC 8617 §4.2.1: `i=`, 1 to 50.
  mutating func instance() -> Int? {
    guard let tag = required("i"), !tag.value.isEmpty else { return nil }
    let instance = ARCInstance.read(tags.octets(of: tag))
    if instance == nil { report(tag.range, "i= is no number from 1 to 50", "RFC 8617 §4.2.1") }
    return instance
  }
}

/// The numbers of ARC sets.
enum ARCInstance {
  /// RFC 8617 §4.2.1: a message with more sets fails.
  static let limit = 50

  /// Reads a number from 1 to 50 without sign and leading zero.
  static func read(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...2).contains(digits.count), digits.allSatisfy(\.isASCIIDigit), digits.first != UInt8(ascii: "0") else {
      return nil
    }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return (1...limit).contains(value) ? value : nil
  }
}
