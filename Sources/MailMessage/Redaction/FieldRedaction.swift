import Syntax

/// What stands for the body of a header field: by its name it is known what of it may stay.
enum FieldRedaction {
  /// The kinds of fields.
  enum Kind {
    /// Words of one kind.
    case words(WordContext)
    /// Tags and their values (RFC 6376 §3.2).
    case tags
  }

  /// The redacted body of a field, its folding kept.
  static func redacted(_ body: [UInt8], of name: String, _ table: inout RedactionTable) -> [UInt8] {
    switch kind(of: name.lowercased()) {
    case .tags: TagRedaction.redacted(body, &table)
    case .words(.mime): mime(body, of: name.lowercased(), &table)
    case .words(.text): text(body, &table)
    case .words(let context): words(body, context, &table)
    }
  }

  /// The kind of the field `name`, which is in lower case. A field that is not known is text, of which nothing stays.
  static func kind(of name: String) -> Kind {
    if name.hasSuffix("dkim-signature") || name == "arc-seal" || name == "arc-message-signature"
      || name == "domainkey-signature"
    {
      return .tags
    }
    if name.hasPrefix("content-"), name != "content-description", name != "content-location" {
      return .words(name == "content-id" ? .identifiers : .mime)
    }
    return .words(contexts[name] ?? (name.hasSuffix("message-id") ? .identifiers : .text))
  }

  /// Whether a field has identifiers, which are looked for everywhere.
  static func hasIdentifiers(_ name: String) -> Bool {
    if case .words(.identifiers) = kind(of: name.lowercased()) { return true }
    return false
  }

  private static let contexts: [String: WordContext] = [
    "in-reply-to": .identifiers, "references": .identifiers,
    "date": .structured, "resent-date": .structured, "delivery-date": .structured, "expires": .structured,
    "arrival-date": .structured, "last-attempt-date": .structured, "will-retry-until": .structured,
    "received-date": .structured, "received": .structured, "x-received": .structured,
    "authentication-results": .structured, "x-original-authentication-results": .structured,
    "arc-authentication-results": .structured, "authentication-results-original": .structured,
    "x-ms-exchange-authentication-results": .structured, "received-spf": .structured, "return-path": .structured,
    "precedence": .structured, "auto-submitted": .structured, "importance": .structured, "priority": .structured,
    "x-priority": .structured, "x-msmail-priority": .structured, "sensitivity": .structured,
    "list-unsubscribe-post": .structured, "x-auto-response-suppress": .structured, "feedback-type": .structured,
    "reporting-mta": .structured, "remote-mta": .structured, "received-from-mta": .structured,
    "dsn-gateway": .structured, "action": .structured, "status": .structured, "final-recipient": .structured,
    "original-recipient": .structured, "disposition": .structured, "version": .structured, "source-ip": .structured,
    "incidents": .structured, "auth-failure": .structured, "delivery-result": .structured,
    "mime-version": .mime, "diagnostic-code": .answer, "x-mailer": .program,
    "user-agent": .program, "x-mimeole": .program, "reporting-ua": .structured
  ]

  /// The words of a field, those in encoded words (RFC 2047) too.
  private static func words(_ body: [UInt8], _ context: WordContext, _ table: inout RedactionTable) -> [UInt8] {
    var (result, start, index): ([UInt8], Int, Int) = ([], 0, 0)
    var finder = EncodedWordFinder()
    while index < body.count {
      guard body[index] == UInt8(ascii: "="),
        let place = finder.place(at: index, in: body, end: body.count, allowsBlanks: true)
      else {
        index += 1
        continue
      }
      result += plain(body[start..<index], context, &table)
      result += EncodedWordRedaction.redacted(place, in: body, &table)
      start = place.range.upperBound
      index = start
    }
    return result + plain(body[start...], context, &table)
  }

  private static func plain(_ text: ArraySlice<UInt8>, _ context: WordContext, _ table: inout RedactionTable) -> [UInt8]
  {
    TextFilter.redacted(text, .words(context), &table)
  }

  /// A field of text: `Re:` and its like stay at the beginning, and so does the group of no recipients.
  private static func text(_ body: [UInt8], _ table: inout RedactionTable) -> [UInt8] {
    let start = body.trimmed(0..<body.count).lowerBound
    let first = body[start...].prefix { $0.isLetter }
    let word = String(decoding: first.prefix(16).map(\.lowercasedASCII), as: UTF8.self)
    let isGroup = Self.isFollowed(first.endIndex, in: body, by: ["-recipients", " recipients"])
    if word == "undisclosed", isGroup { return words(body, .structured, &table) }
    let isPrefix = first.endIndex < body.count && body[first.endIndex] == UInt8(ascii: ":") && prefixes.contains(word)
    let end = isPrefix ? first.endIndex + 1 : 0
    return Array(body[..<end]) + words(Array(body[end...]), .text, &table)
  }

  private static func isFollowed(_ end: Int, in body: [UInt8], by words: [String]) -> Bool {
    let rest = String(decoding: body[end...].prefix(16).map(\.lowercasedASCII), as: UTF8.self)
    return words.contains { rest.hasPrefix($0) }
  }

  private static let prefixes: Set<String> = ["re", "fwd", "fw", "aw", "wg", "sv", "vs", "antw", "tr", "rv"]

  /// A field of MIME: what kind of part it is stays.
  private static func mime(_ body: [UInt8], of name: String, _ table: inout RedactionTable) -> [UInt8] {
    let start = body.trimmed(0..<body.count).lowerBound
    let first = body[start...].prefix { $0.isLetter || $0.isDigit || "/.-+_".utf8.contains($0) }
    let isType = name == "content-type" && first.contains(UInt8(ascii: "/")) && first.count <= RedactionLimits.typeName
    // An encoding that is not known is a word like any other.
    if !isType { return parameters(body, &table) }
    let head = body[..<first.endIndex]
    // What is found by its place in the field stays where it is.
    return Array(head) + parameters(body, &table, from: head.endIndex)
  }

  /// The parameters of a field: the boundary gets its replacement.
  private static func parameters(_ body: [UInt8], _ table: inout RedactionTable, from: Int = 0) -> [UInt8] {
    let parameters = ContentType.parse(body).value?.parameters ?? []
    guard let parameter = parameters.first(where: { $0.name == "boundary" }), !parameter.range.isEmpty,
      !parameter.value.isEmpty, body.indices.contains(parameter.range.lowerBound),
      parameter.range.upperBound <= body.count, parameter.range.lowerBound >= from
    else { return words(Array(body[from...]), .mime, &table) }
    let replacement = table.noteBoundary(Array(parameter.value.utf8))
    let start = valueStart(body, parameter.range)
    return words(Array(body[from..<start]), .mime, &table)
      + boundary(body[start..<parameter.range.upperBound], Array(parameter.value.utf8), replacement)
      + words(Array(body[parameter.range.upperBound...]), .mime, &table)
  }

  /// Where the value of a parameter begins, behind the name, the equals sign and white space.
  private static func valueStart(_ body: [UInt8], _ range: Range<Int>) -> Int {
    guard body[range].prefix(8).map(\.lowercasedASCII) == Array("boundary".utf8),
      let sign = body[range].firstIndex(of: UInt8(ascii: "="))
    else { return range.lowerBound }
    return body[(sign + 1)..<range.upperBound].firstIndex { !$0.isFolding } ?? range.upperBound
  }

  /// A boundary as it is written, with its quotation marks; one that was written with escapes is written without.
  private static func boundary(_ written: ArraySlice<UInt8>, _ value: [UInt8], _ replacement: [UInt8]) -> [UInt8] {
    if written.elementsEqual(value) { return replacement }
    let quote = UInt8(ascii: "\"")
    if written.first == quote, written.dropFirst().starts(with: value) {
      // What stands behind it is a quotation mark, if anything.
      return [quote] + replacement + (written.count == value.count + 2 ? [quote] : [])
    }
    return [quote] + (folded(replacement, like: written) ?? replacement) + [quote]
  }

  /// A boundary that is folded in its quotation marks stays folded; nil when anything else is different in it.
  private static func folded(_ replacement: [UInt8], like written: ArraySlice<UInt8>) -> [UInt8]? {
    let inner = written.dropFirst().dropLast()
    let isLineEnd: (UInt8) -> Bool = { $0 == 0x0D || $0 == 0x0A }
    guard inner.count - inner.count(where: isLineEnd) == replacement.count else { return nil }
    var rest = replacement[...]
    return inner.map { isLineEnd($0) ? $0 : rest.popFirst() ?? $0 }
  }
}
