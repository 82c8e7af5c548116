import MailMessage
import Syntax

/// Reads one result: a method, what came of it, a reason, and properties.
struct AuthenticationResultReader {
  let text: [UInt8]
  let words: [FieldToken]
  var faults = FieldFaults()
  private var properties: [AuthenticationResults.Property] = []
  private var reason: String?
  private static let reference = AuthenticationResultsReader.reference

  init(text: [UInt8], words: [FieldToken]) {
    self.text = text
    self.words = words
  }

  mutating func read(comments: [String]) -> AuthenticationResults.Result? {
    let pairs = pairs()
    guard let first = pairs.first, !first.value.isEmpty else {
      faults.add(span(words[...]), "a part that is no result", Self.reference)
      return nil
    }
    let method = method(of: first.name)
    for pair in pairs.dropFirst() { read(pair) }
    return AuthenticationResults.Result(
      method: method.name, methodVersion: method.version, result: Self.value(of: first.value, in: text).lowercased(),
      reason: reason, properties: properties, comments: comments, range: span(words[...]))
  }

  /// What stands on both sides of each equals sign: a name touches or precedes it, a value goes on to the next name.
  private mutating func pairs() -> [(name: ArraySlice<FieldToken>, value: ArraySlice<FieldToken>)] {
    let opening = words.firstIndex { $0.kind == .special }
    let equals = words.indices.filter { isName(before: $0, opening) }
    guard let first = equals.first else { return [] }
    var pairs: [(name: ArraySlice<FieldToken>, value: ArraySlice<FieldToken>)] = []
    for (number, place) in equals.enumerated() {
      let end = number + 1 < equals.count ? equals[number + 1] - 1 : words.count
      let name = number == 0 ? words[..<first] : words[(place - 1)..<place]
      let value = words[(place + 1)..<max(place + 1, end)]
      let own = value.prefix { !$0.hasSpaceBefore || $0 == value.first }
      if let strange = value.dropFirst(own.count).first {
        faults.add(strange.range, "a word that is no property", Self.reference)
      }
      if value.isEmpty { faults.add(words[place].range, "an equals sign with nothing behind it", Self.reference) }
      pairs.append((name, own))
    }
    return pairs
  }

  /// Whether the token is an equals sign that ends a name, not one inside a value such as `header.b=abc=`.
  private func isName(before index: Int, _ opening: Int?) -> Bool {
    guard words[index].kind == .special, index > 0, words[index - 1].kind == .atom else { return false }
    return index == opening || words[index - 1].hasSpaceBefore
  }

  /// `dkim` or `dkim/1`.
  private mutating func method(of name: ArraySlice<FieldToken>) -> (name: String, version: Int?) {
    let parts = text[span(name)].split(separator: UInt8(ascii: "/"), maxSplits: 1).map { $0.filter { !$0.isFolding } }
    let version = parts.count > 1 ? Int(String(decoding: parts[1], as: UTF8.self)) : nil
    if parts.count > 1, version == nil { faults.add(span(name), "a version that is no number", Self.reference) }
    let known = String(decoding: parts.first ?? [], as: UTF8.self).lowercased()
    if !known.utf8.allSatisfy({ $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }) {
      faults.add(span(name), "a method that is no keyword", Self.reference)
    }
    return (known, version)
  }

  private mutating func read(_ pair: (name: ArraySlice<FieldToken>, value: ArraySlice<FieldToken>)) {
    let name = span(pair.name)
    let value = Self.value(of: pair.value, in: text)
    if text.matches(name, "reason") { return reason = reason ?? value }
    let parts = text[name].split(separator: UInt8(ascii: "."), maxSplits: 1)
    guard parts.count == 2 else {
      faults.add(name, "a property without its type", Self.reference)
      properties.append(.init(type: "", name: text.lowercased(name), value: value))
      return
    }
    properties.append(
      .init(
        type: text.lowercased(parts[0].startIndex..<parts[0].endIndex),
        name: text.lowercased(parts[1].startIndex..<parts[1].endIndex), value: value))
  }

  private func span(_ tokens: ArraySlice<FieldToken>) -> Range<Int> {
    guard let first = tokens.first, let last = tokens.last else { return 0..<0 }
    return first.range.lowerBound..<last.range.upperBound
  }

  /// The text of tokens that touch, without the quotation marks of quoted strings.
  static func value(of words: ArraySlice<FieldToken>, in text: [UInt8]) -> String {
    var octets: [UInt8] = []
    for word in words {
      octets += word.kind == .quotedString ? text.unquoted(word.range) : text.unfoldedOctets(word.range)
    }
    return String(decoding: octets, as: UTF8.self)
  }
}
