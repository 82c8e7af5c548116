package import Syntax

/// Gathers the faults of one field, a bounded number of them.
package struct FieldFaults {
  private var faults: [SyntaxFault] = []

  package init() {}

  /// The faults in the order of their place.
  package var sorted: [SyntaxFault] {
    faults.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }.map(\.element)
  }

  /// Adds a fault, unless there are too many.
  package mutating func add(
    _ range: Range<Int>, _ message: String, _ reference: String, _ gravity: SyntaxFault.Gravity = .ignored
  ) {
    if faults.count < FieldLimits.faults { faults.append(SyntaxFault(range, message, reference, gravity: gravity)) }
  }

  /// Adds the faults of a part.
  package mutating func add(_ others: [SyntaxFault]) {
    faults += others.prefix(max(0, FieldLimits.faults - faults.count))
  }

  /// Tells of octets that no field may have: those outside ASCII, control characters, and line ends inside.
  package mutating func addOctets(of text: [UInt8], in range: Range<Int>? = nil) {
    let content = text.trimmed(range ?? 0..<text.count)
    if let eight = RawOctets.range(in: text, content) {
      if RawOctets.isUTF8(text[eight]) {
        add(eight, "characters outside ASCII that are not encoded: only SMTPUTF8 allows them", "RFC 6532 §3.2", .remark)
      } else {
        add(eight, "octets outside ASCII that are no UTF-8", "RFC 5322 §2.2")
      }
    }
    if let index = content.first(where: { isControl(text[$0]) }) {
      add(index..<(index + 1), "a control character", "RFC 5322 §4.1")
    }
    if let index = content.first(where: { isBrokenFold($0, text) }) {
      add(index..<(index + 1), "a line end that is not CRLF followed by white space", "RFC 5322 §3.2.2")
    }
  }

  private func isControl(_ octet: UInt8) -> Bool { (octet < 0x20 || octet == 0x7F) && !octet.isFolding }

  /// A line end inside, which is none of CRLF or LF with white space behind it. A lone LF is the message's fault.
  private func isBrokenFold(_ index: Int, _ text: [UInt8]) -> Bool {
    if text[index] == 0x0D { return index + 1 == text.count || text[index + 1] != 0x0A }
    return text[index] == 0x0A && index + 1 < text.count && !text[index + 1].isWhiteSpace
  }
}

/// Octets outside ASCII.
package enum RawOctets {
  /// From the first to the last octet outside ASCII; nil when there is none.
  package static func range(in text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard let first = range.first(where: { text[$0] >= 0x80 }), let last = range.last(where: { text[$0] >= 0x80 })
    else { return nil }
    return first..<(last + 1)
  }

  /// Whether the octets are UTF-8 (RFC 3629 §3).
  package static func isUTF8(_ octets: ArraySlice<UInt8>) -> Bool { String(validating: octets, as: UTF8.self) != nil }
}
