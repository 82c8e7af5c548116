public import Syntax
import DNS

extension PublicSuffixList {
  /// Reads a list in the form of publicsuffix.org: one rule a line up to the first blank, comments behind `//`.
  ///
  /// Rules may have A-labels or U-labels in lower case. A rule that cannot be read is left out, with a fault.
  public static func parse(_ text: [UInt8]) -> Parsed<PublicSuffixList> {
    guard text.count <= PublicSuffixLimits.fileOctets else {
      let fault = SyntaxFault(0..<text.count, "the file is too large for a Public Suffix List", Self.reference)
      return Parsed(text: text, value: nil, faults: [fault])
    }
    var reader = PublicSuffixReader()
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      reader.read(text, start..<end)
      start = end + 1
    }
    let lines = reader.kinds.map { name, kinds in name + [UInt8(ascii: " ")] + kinds }
    let sorted = lines.sorted { $0.lexicographicallyPrecedes($1) }.joined(separator: [UInt8(ascii: "\n")])
    let list = PublicSuffixList(date: reader.date, rules: String(decoding: Array(sorted), as: UTF8.self))
    return Parsed(text: text, value: lines.isEmpty ? nil : list, faults: reader.faults)
  }

  static let reference = "publicsuffix.org, format"
}

/// Gathers the rules of a file.
private struct PublicSuffixReader {
  var kinds: [[UInt8]: [UInt8]] = [:]
  var faults: [SyntaxFault] = []
  var date: String?
  private var isPrivate = false

  mutating func read(_ text: [UInt8], _ line: Range<Int>) {
    let content = text[line]
    guard !content.starts(with: "//".utf8) else { return readComment(String(decoding: content, as: UTF8.self)) }
    let rule = content.prefix { $0 > UInt8(ascii: " ") }
    guard !rule.isEmpty else { return }
    let (kind, name) = Self.kind(of: rule)
    guard let labels = Self.aLabels(name) else {
      let fault = SyntaxFault(
        rule.indices, "a rule that cannot be read", PublicSuffixList.reference, gravity: .ignored)
      return faults.append(fault)
    }
    let letter = isPrivate ? kind - 0x20 : kind
    if kinds[labels]?.contains(letter) != true { kinds[labels, default: []].append(letter) }
  }

  private mutating func readComment(_ text: String) {
    if text.contains("===BEGIN PRIVATE DOMAINS===") { isPrivate = true }
    let mark = "// VERSION: "
    if date == nil, text.hasPrefix(mark) { date = String(text.dropFirst(mark.count).prefix(10)) }
  }

  private static func kind(of rule: ArraySlice<UInt8>) -> (UInt8, ArraySlice<UInt8>) {
    if rule.first == UInt8(ascii: "!") { return (UInt8(ascii: "x"), rule.dropFirst()) }
    if rule.starts(with: "*.".utf8) { return (UInt8(ascii: "w"), rule.dropFirst(2)) }
    return (UInt8(ascii: "n"), rule)
  }

  /// The rule's name with A-labels; nil when it is no name, or has a wildcard inside.
  private static func aLabels(_ name: ArraySlice<UInt8>) -> [UInt8]? {
    var labels: [[UInt8]] = []
    for label in name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
      if label.allSatisfy({ $0 < 0x80 }) {
        labels.append(label.map(\.lowercasedASCII))
      } else {
        guard let text = String(validating: label, as: UTF8.self), let encoded = Punycode.encode(text.lowercased())
        else { return nil }
        labels.append(Array("xn--".utf8) + encoded)
      }
    }
    guard DomainName(labels: labels) != nil, !labels.joined().contains(UInt8(ascii: "*")) else { return nil }
    return Array(labels.joined(separator: [UInt8(ascii: ".")]))
  }
}
