import DNS
public import Syntax

extension TagList {
  /// Reads a list. The value is there for every text; faults of gravity `fatal` say that the standard voids the list.
  public static func parse(_ text: [UInt8], options: Options) -> Parsed<TagList> {
    var parser = TagListParser(text: text, options: options)
    parser.readAll()
    let list = TagList(text: text, tags: parser.tags, ignoresCaseOfNames: options.ignoresCaseOfNames)
    return Parsed(text: text, value: list, faults: parser.faults)
  }
}

/// Cuts a text at its semicolons and each part at its first equals sign (RFC 6376 §3.2).
private struct TagListParser {
  let text: [UInt8]
  let options: TagList.Options
  var tags: [TagList.Tag] = []
  var faults: [SyntaxFault] = []

  init(text: [UInt8], options: TagList.Options) {
    self.text = text
    self.options = options
  }

  mutating func readAll() {
    var (start, parts) = (0, 0)
    while start < text.count {
      parts += 1
      if parts > TagListLimits.parts {
        return report(start..<text.count, "more than \(TagListLimits.parts) tags, the rest is not read", .ignored)
      }
      let end = text[start...].firstIndex(of: UInt8(ascii: ";")) ?? text.count
      readPart(start..<end)
      if end == text.count, options.requiresFinalSemicolon {
        report(end..<end, "the semicolon after the last tag is missing", options.gravityOfMalformedTags)
      }
      start = end + 1
    }
  }

  private mutating func readPart(_ part: Range<Int>) {
    let content = trim(part)
    guard !content.isEmpty else {
      // White space behind the last semicolon is no part.
      if part.upperBound < text.count { report(part, "an empty part between semicolons", options.gravityOfEmptyParts) }
      return
    }
    guard let equals = text[content].firstIndex(of: UInt8(ascii: "=")) else {
      return report(content, "a part without \"=\"", options.gravityOfMalformedTags)
    }
    let name = trim(content.lowerBound..<equals)
    guard isName(name) else {
      let range = name.isEmpty ? content : name
      let message = name.isEmpty ? "a value without a tag name" : "the tag name has characters that no name may have"
      return report(range, message, options.gravityOfMalformedTags)
    }
    append(name, trim((equals + 1)..<content.upperBound))
  }

  private mutating func append(_ name: Range<Int>, _ value: Range<Int>) {
    let isDuplicate = tags.contains { isSame($0.name, name) }
    let tag = TagList.Tag(name: name, value: value, isDuplicate: isDuplicate)
    tags.append(tag)
    if isDuplicate { report(tag.range, "a second tag of the same name", options.gravityOfDuplicates) }
    if value.isEmpty, !options.allowsEmptyValues {
      report(tag.range, "a tag without a value", options.gravityOfMalformedTags)
    }
    if let bad = value.first(where: { !isValueOctet(text[$0]) }) {
      report(bad..<(bad + 1), "a character that no value may have", options.gravityOfMalformedTags)
    }
  }

  private func isSame(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.count == right.count else { return false }
    for (a, b) in zip(left, right) {
      let (x, y) = (text[a], text[b])
      guard x == y || (options.ignoresCaseOfNames && x.lowercasedASCII == y.lowercasedASCII) else { return false }
    }
    return true
  }

  /// `tag-name = ALPHA *(ALPHA / DIGIT / "_")`; hyphens are let through, because registries have had such tags.
  private func isName(_ range: Range<Int>) -> Bool {
    guard let first = range.first, text[first].isASCIILetter else { return false }
    return text[range].allSatisfy {
      $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
    }
  }

  private func isValueOctet(_ octet: UInt8) -> Bool {
    (0x21...0x7E).contains(octet) || isSpace(octet) || octet >= 0x80 && options.allowsUTF8
  }

  private func isSpace(_ octet: UInt8) -> Bool {
    switch octet {
    case UInt8(ascii: " "), UInt8(ascii: "\t"): true
    case UInt8(ascii: "\r"), UInt8(ascii: "\n"): options.allowsFolding
    default: false
    }
  }

  private func trim(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isSpace(text[start]) { start += 1 }
    while end > start, isSpace(text[end - 1]) { end -= 1 }
    return start..<end
  }

  private mutating func report(_ range: Range<Int>, _ message: String, _ gravity: SyntaxFault.Gravity) {
    faults.append(SyntaxFault(range, message, options.reference, gravity: gravity))
  }
}
