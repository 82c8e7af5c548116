import MailMessage
import Syntax

/// Cuts the field at its semicolons, and each part at its equals signs.
struct AuthenticationResultsReader {
  let text: [UInt8]
  var faults = FieldFaults()
  private var results: [AuthenticationResults.Result] = []
  private var isNone = false
  private var instance: Int?
  static let reference = "RFC 8601 §2.2"

  init(text: [UInt8]) { self.text = text }

  mutating func read() -> AuthenticationResults? {
    let (tokens, tokenFaults) = FieldTokenizer.read(text, specials: FieldSpecials(";="), readsLiterals: false)
    faults.add(tokenFaults)
    var parts = tokens.split(maxSplits: FieldLimits.results, omittingEmptySubsequences: false) { isSpecial($0, ";") }[
      ...]
    readInstance(&parts)
    let head = readHead(&parts)
    for (index, part) in zip(parts.indices, parts) { readPart(part, isLast: index == parts.indices.last) }
    if results.isEmpty, !isNone {
      faults.add(text.trimmed(0..<text.count), "no result, and not none", Self.reference)
    }
    guard head.id != nil || !results.isEmpty else {
      faults.add(text.trimmed(0..<text.count), "neither a server nor a result", Self.reference, .fatal)
      return nil
    }
    return AuthenticationResults(
      instance: instance, authservID: head.id, version: head.version, results: results, isNone: isNone)
  }

  private func isSpecial(_ token: FieldToken, _ octet: Unicode.Scalar) -> Bool {
    token.kind == .special && text[token.range.lowerBound] == UInt8(ascii: octet)
  }

  /// `i=1;` of an ARC set.
  private mutating func readInstance(_ parts: inout ArraySlice<ArraySlice<FieldToken>>) {
    let words = parts.first?.filter { $0.kind != .comment } ?? []
    guard words.count == 3, text.matches(words[0].range, "i"), isSpecial(words[1], "="),
      let number = number(words[2].range)
    else { return }
    instance = number
    parts.removeFirst()
  }

  private func number(_ range: Range<Int>) -> Int? {
    guard (1...4).contains(range.count), text[range].allSatisfy(\.isDigit) else { return nil }
    return text[range].reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The server and the version. A part with an equals sign is a result, and the server is left out.
  private mutating func readHead(_ parts: inout ArraySlice<ArraySlice<FieldToken>>) -> (id: String?, version: Int?) {
    let part = parts.first ?? []
    let words = part.filter { $0.kind != .comment }
    guard let first = words.first, !part.contains(where: { isSpecial($0, "=") }) else {
      let place = part.first?.range.lowerBound ?? text.trimmed(0..<text.count).lowerBound
      faults.add(place..<place, "no server that says who looked", Self.reference)
      if words.isEmpty, !parts.isEmpty { parts.removeFirst() }
      return (nil, nil)
    }
    parts.removeFirst()
    let id = value(of: words.prefix { !$0.hasSpaceBefore || $0 == first }[...])
    let rest = words.drop { !$0.hasSpaceBefore || $0 == first }
    let version = rest.first.flatMap { number($0.range) }
    if let strange = version == nil ? rest.first : rest.dropFirst().first {
      faults.add(strange.range, "text behind the server that is no version", Self.reference)
    }
    if let version, version != 1 { faults.add(rest[rest.startIndex].range, "a version that is not 1", Self.reference) }
    let isToken =
      first.kind == .quotedString
      || words.prefix { !$0.hasSpaceBefore || $0 == first }.allSatisfy { word in
        text[word.range].allSatisfy { !"/@,:<>[]?\\".utf8.contains($0) }
      }
    if !isToken { faults.add(first.range, "a server that needs quotation marks", Self.reference) }
    return (id, version)
  }

  private mutating func readPart(_ part: ArraySlice<FieldToken>, isLast: Bool) {
    let words = part.filter { $0.kind != .comment }
    guard let first = words.first else {
      let place = part.first?.range ?? text.trimmed(0..<text.count)
      let end = place.upperBound..<place.upperBound
      return faults.add(
        end, isLast ? "a semicolon at the end" : "a semicolon with no result before it", Self.reference, .remark)
    }
    if words.count == 1, text.matches(first.range, "none") {
      isNone = true
      if !results.isEmpty || !isLast { faults.add(first.range, "none beside results", Self.reference) }
      return
    }
    var reader = AuthenticationResultReader(text: text, words: words)
    let comments = part.filter { $0.kind == .comment }.map { String(decoding: text.unquoted($0.range), as: UTF8.self) }
    if let result = reader.read(comments: comments) { results.append(result) }
    faults.add(reader.faults.sorted)
  }

  private func value(of words: ArraySlice<FieldToken>) -> String {
    AuthenticationResultReader.value(of: words, in: text)
  }
}
