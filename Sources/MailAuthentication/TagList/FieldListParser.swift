import DNS
import Syntax

extension TagList {
  /// Reads `version 1*(delimiter field) [delimiter]`, the grammar that the records of MTA-STS (RFC 8461 §3.1) and
  /// TLS-RPT (RFC 8460 §3) share. It is stricter than the list of RFC 6376: no white space round the equals sign, names of
  /// at most 32 characters, no empty values and no empty parts.
  ///
  /// - Parameters:
  ///   - text: begins with a version section, which becomes the first tag.
  ///   - free: the name of the field whose value has a grammar of its own.
  ///   - reference: the paragraph that faults point at.
  /// - Returns: the fields as a list, and every fault.
  static func parseFields(_ text: [UInt8], free: String, reference: String) -> Parsed<TagList> {
    var parser = FieldListParser(text: text, free: Array(free.utf8), reference: reference)
    parser.readAll()
    let list = TagList(text: text, tags: parser.tags, ignoresCaseOfNames: false)
    return Parsed(text: text, value: list, faults: parser.faults)
  }
}

/// Cuts a text at its semicolons.
private struct FieldListParser {
  let text: [UInt8]
  let free: [UInt8]
  let reference: String
  var tags: [TagList.Tag] = []
  var faults: [SyntaxFault] = []

  init(text: [UInt8], free: [UInt8], reference: String) {
    self.text = text
    self.free = free
    self.reference = reference
  }

  mutating func readAll() {
    var (start, parts) = (0, 0)
    while start < text.count {
      parts += 1
      guard parts <= TagListLimits.parts else {
        return report(start..<text.count, "more than \(TagListLimits.parts) fields, the rest is not read", .ignored)
      }
      let end = text[start...].firstIndex(of: UInt8(ascii: ";")) ?? text.count
      readPart(start..<end, isLast: end == text.count)
      start = end + 1
    }
  }

  private mutating func readPart(_ part: Range<Int>, isLast: Bool) {
    let content = trim(part)
    guard !content.isEmpty else {
      if !isLast { report(part.lowerBound..<(part.upperBound + 1), "a semicolon with no field before it") }
      return
    }
    if isLast, content.upperBound < part.upperBound {
      report(content.upperBound..<part.upperBound, "white space at the end", .remark)
    }
    guard let equals = text[content].firstIndex(of: UInt8(ascii: "=")) else {
      return report(content, "a field without \"=\"")
    }
    let (name, value) = (content.lowerBound..<equals, (equals + 1)..<content.upperBound)
    let isDuplicate = tags.contains { text[$0.name] == text[name] }
    tags.append(TagList.Tag(name: name, value: value, isDuplicate: isDuplicate))
    // RFC 8461 §3.2: of fields of the same name the first counts.
    if isDuplicate { report(content, "a second field of the same name, which readers ignore", .ignored) }
    check(name, value)
  }

  private mutating func check(_ name: Range<Int>, _ value: Range<Int>) {
    if let fault = nameFault(text[name]) {
      report(name.isEmpty ? name.lowerBound..<value.upperBound : name, fault)
    }
    if value.isEmpty { return report(name.lowerBound..<(value.lowerBound), "a field without a value") }
    let isFree = text[name].elementsEqual(free)
    if let bad = value.first(where: { !isValueOctet(text[$0], isFree: isFree) }) {
      report(bad..<(bad + 1), Self.fault(of: text[bad]))
    }
  }

  /// `(ALPHA / DIGIT) *31(ALPHA / DIGIT / "_" / "-" / ".")`
  private func nameFault(_ name: ArraySlice<UInt8>) -> String? {
    guard let first = name.first else { return "a value without a field name" }
    if name.count > TagListLimits.fieldName { return "a field name of more than \(TagListLimits.fieldName) characters" }
    let isName =
      (first.isASCIILetter || first.isASCIIDigit)
      && name.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "_-.".utf8.contains($0) }
    if isName { return nil }
    return name.last.map(isSpace) == true
      ? "white space before \"=\"" : "a field name with characters that none may have"
  }

  /// `%x21-3A / %x3C / %x3E-7E`; a value with a grammar of its own may have white space and "=".
  private func isValueOctet(_ octet: UInt8, isFree: Bool) -> Bool {
    if isFree { return (0x21...0x7E).contains(octet) || isSpace(octet) }
    return (0x21...0x7E).contains(octet) && octet != UInt8(ascii: "=")
  }

  private static func fault(of octet: UInt8) -> String {
    switch octet {
    case UInt8(ascii: " "), UInt8(ascii: "\t"): "white space in a value: a semicolon may be missing here"
    case UInt8(ascii: "="): "a second \"=\" in a field: a semicolon may be missing before it"
    default: "a character that no value may have"
    }
  }

  private func isSpace(_ octet: UInt8) -> Bool { octet == UInt8(ascii: " ") || octet == UInt8(ascii: "\t") }

  private func trim(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isSpace(text[start]) { start += 1 }
    while end > start, isSpace(text[end - 1]) { end -= 1 }
    return start..<end
  }

  private mutating func report(_ range: Range<Int>, _ message: String, _ gravity: SyntaxFault.Gravity = .fatal) {
    faults.append(SyntaxFault(range, message, reference, gravity: gravity))
  }
}
