public import Syntax

import DNS

extension SPFRecord {
  /// Reads the text of a record: all its terms, and all faults of all terms (RFC 7208 §4.6).
  ///
  /// A record with a fatal fault is a permerror for every receiver; the terms that could be read are given all the
  /// same. The value is nil when the text does not begin with the version section.
  public static func parse(_ text: [UInt8]) -> Parsed<SPFRecord> {
    guard SPFSelection.isRecord(text) else {
      let fault = SyntaxFault(0..<min(text.count, 6), "the record does not begin with \"v=spf1\"", "RFC 7208 §4.5")
      return Parsed(text: text, value: nil, faults: [fault])
    }
    var parser = SPFRecordParser(text: text)
    parser.parse()
    let faults = parser.faults.sorted { $0.range.lowerBound < $1.range.lowerBound }
    return Parsed(text: text, value: SPFRecord(terms: parser.terms), faults: faults)
  }
}

extension Parsed where Value == SPFRecord {
  /// Whether a fault makes the whole record a permerror (RFC 7208 §4.6).
  public var isPermanentError: Bool { value == nil || faults.contains { $0.gravity == .fatal } }
}

/// Splits a record in terms and gathers what is wrong with them.
private struct SPFRecordParser {
  let text: [UInt8]
  var terms: [SPFTerm] = []
  var faults: [SyntaxFault] = []
  private var fatalCount = 0
  private var otherCount = 0

  init(text: [UInt8]) {
    self.text = text
  }

  mutating func parse() {
    var position = SPFSelection.version.count
    while position < text.count {
      if text[position] == UInt8(ascii: " ") {
        position += 1
        continue
      }
      let end = text[position...].firstIndex(of: UInt8(ascii: " ")) ?? text.count
      read(position..<end)
      position = end
    }
    checkRepeatedModifiers()
  }

  private mutating func read(_ range: Range<Int>) {
    var parser = SPFTermParser(text: text, range: range)
    if let kind = parser.parse() { terms.append(SPFTerm(range: range, kind: kind)) }
    for fault in parser.faults { add(fault) }
  }

  /// Keeps so many faults that make the record void, and so many others: none of the first kind gets lost among the
  /// second.
  private mutating func add(_ fault: SyntaxFault) {
    if fault.gravity == .fatal { fatalCount += 1 } else { otherCount += 1 }
    if (fault.gravity == .fatal ? fatalCount : otherCount) <= SPFLimits.faults { faults.append(fault) }
  }

  /// RFC 7208 §6: redirect and exp must not appear more than once each.
  private mutating func checkRepeatedModifiers() {
    var (redirects, explanations) = (0, 0)
    for term in terms {
      switch term.kind {
      case .redirect: redirects += 1
      case .explanation: explanations += 1
      default: continue
      }
      let isRedirect = if case .redirect = term.kind { true } else { false }
      guard (isRedirect ? redirects : explanations) > 1 else { continue }
      add(
        SyntaxFault(term.range, "\(isRedirect ? "redirect" : "exp") may appear only once", "RFC 7208 §6"))
    }
  }
}
