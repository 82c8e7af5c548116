import DNS
import Syntax

/// Reads one mailbox of its tokens.
struct MailboxReader {
  let text: [UInt8]
  var faults = FieldFaults()
  private var traits: MailboxTraits = []

  init(text: [UInt8]) { self.text = text }

  /// Reads the tokens of one entry, of which one at least is no comment.
  mutating func read(_ tokens: ArraySlice<FieldToken>) -> Mailbox {
    let words = tokens.filter { $0.kind != .comment }
    let (name, address) = parts(of: words)
    var displayName = decode(name)
    let comment = tokens.last { $0.kind == .comment }
    if displayName == nil, let comment {
      displayName = decodeComment(comment)
      traits.insert(.nameInComment)
    }
    let range = Self.span(tokens)
    let (local, domain) = split(address, within: range)
    return Mailbox(
      displayName: displayName, localPart: local, domain: domain, domainName: domainName(domain), range: range,
      addressRange: address.isEmpty ? range.upperBound..<range.upperBound : Self.span(address[...]), traits: traits)
  }

  private static func span(_ tokens: ArraySlice<FieldToken>) -> Range<Int> {
    guard let first = tokens.first, let last = tokens.last else { return 0..<0 }
    return first.range.lowerBound..<last.range.upperBound
  }

  /// The words of the display name, and those of the address.
  private mutating func parts(of words: [FieldToken]) -> (name: ArraySlice<FieldToken>, address: [FieldToken]) {
    guard let open = words.lastIndex(where: { isSpecial($0, "<") }) else { return bareParts(of: words) }
    traits.insert(.angleBrackets)
    let close = words[open...].firstIndex { isSpecial($0, ">") }
    if close == nil {
      traits.insert(.unclosedBracket)
      faults.add(words[open].range, "an angle bracket that is never closed", "RFC 5322 §3.4")
    }
    if let close, close + 1 < words.count {
      traits.insert(.trailingText)
      faults.add(Self.span(words[(close + 1)...]), "text behind the address", "RFC 5322 §3.4")
    }
    if open > 0, !words[open].hasSpaceBefore {
      traits.insert(.noSpaceBeforeBracket)
      faults.add(words[open].range, "no white space between the name and the address", "RFC 5322 §3.4", .remark)
    }
    checkPhrase(words[..<open])
    return (words[..<open], withoutRoute(Array(words[(open + 1)..<(close ?? words.count)])))
  }

  /// A mailbox without angle brackets is an address and nothing else; words before it are taken for a name.
  private mutating func bareParts(of words: [FieldToken]) -> (name: ArraySlice<FieldToken>, address: [FieldToken]) {
    let ats = words.indices.filter { isSpecial(words[$0], "@") }
    guard let first = ats.first, let last = ats.last else { return (words[..<0], words) }
    var (start, end) = (first, last + 1)
    while start > 0, start == first || !words[start].hasSpaceBefore || isDotted(words, start) { start -= 1 }
    while end < words.count, end == last + 1 || !words[end].hasSpaceBefore || isDotted(words, end) { end += 1 }
    if start > 0 {
      traits.insert(.blankInAddress)
      faults.add(
        Self.span(words[..<start]), "a name before an address that has no angle brackets", "RFC 5322 §3.4")
    }
    if end < words.count {
      traits.insert(.trailingText)
      faults.add(Self.span(words[end...]), "text behind the address", "RFC 5322 §3.4")
    }
    return (words[..<start], Array(words[start..<end]))
  }

  /// Whether a dot stands at the white space before the token: obsolete, but one address (RFC 5322 §4.4).
  private func isDotted(_ words: [FieldToken], _ index: Int) -> Bool {
    guard index > 0 else { return false }
    return text[words[index].range.lowerBound] == UInt8(ascii: ".")
      || text[words[index - 1].range.upperBound - 1] == UInt8(ascii: ".")
  }

  /// Drops `@one,@two:` before the address.
  private mutating func withoutRoute(_ address: [FieldToken]) -> [FieldToken] {
    guard let first = address.first, isSpecial(first, "@"),
      let colon = address.firstIndex(where: { isSpecial($0, ":") })
    else { return address }
    traits.insert(.route)
    faults.add(Self.span(address[...colon]), "a route, which is obsolete and ignored", "RFC 5322 §4.4", .remark)
    return Array(address[(colon + 1)...])
  }

  private mutating func checkPhrase(_ name: ArraySlice<FieldToken>) {
    if let strange = name.first(where: { $0.kind == .special || $0.kind == .domainLiteral }) {
      faults.add(strange.range, "a character in the name that needs quotation marks", "RFC 5322 §3.2.5")
    }
  }

  private mutating func decode(_ name: ArraySlice<FieldToken>) -> String? {
    guard !name.isEmpty else { return nil }
    var reader = PhraseReader(text: text)
    reader.read(name)
    note(reader.decoded, Self.span(name))
    return reader.decoded.text
  }

  private mutating func note(_ decoded: DecodedText, _ range: Range<Int>) {
    faults.add(decoded.faults.sorted)
    if !decoded.traits.isDisjoint(with: [.brokenEncodedWord, .unknownCharset]) { traits.insert(.brokenDisplayName) }
    if RawOctets.range(in: text, range) != nil { traits.insert(.rawDisplayName) }
  }

  private mutating func decodeComment(_ comment: FieldToken) -> String {
    let inner = UnstructuredText.parse(text.unquoted(comment.range))
    if RawOctets.range(in: text, comment.range) != nil { traits.insert(.rawDisplayName) }
    return inner.value?.text ?? ""
  }

  private func isSpecial(_ token: FieldToken, _ octet: Unicode.Scalar) -> Bool {
    token.kind == .special && text[token.range.lowerBound] == UInt8(ascii: octet)
  }

  /// The domain as a name, when it is one of ASCII.
  private func domainName(_ domain: String) -> DomainName? {
    domain.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 <= 0x20 || $0 == UInt8(ascii: "[") })
      ? nil : DomainName(domain)
  }

  /// Cuts an address at its last `@`.
  private mutating func split(_ address: [FieldToken], within range: Range<Int>) -> (local: String, domain: String) {
    var reader = AddressReader(text: text, tokens: address, place: range)
    reader.read()
    faults.add(reader.faults.sorted)
    traits.formUnion(reader.traits)
    return (reader.localPart, reader.domain)
  }
}
