/// Secrets that have a name in front: `password => "..."`, `token: ...`, and the password of a URL.
enum NamedSecrets {
  private static let names = [
    "password", "passwort", "passwd", "passphrase", "pass", "pwd", "secret", "token", "api_key", "apikey", "api-key",
    "mot de passe", "bearer", "basic"
  ].map { Array($0.utf8) }

  /// What stands for no secret.
  private static let harmless: Set<String> = ["nil", "null", "none", "true", "false", "undefined", "[filtered]"]

  static func find(_ octets: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
    var secrets: [Range<Int>] = []
    var index = line.lowerBound
    while index < line.upperBound {
      if let secret = named(octets, index, line) ?? ofURL(octets, index, line) {
        secrets.append(secret)
        index = max(index + 1, secret.upperBound)
      } else {
        index += 1
      }
    }
    return secrets
  }

  private static func named(_ octets: [UInt8], _ index: Int, _ line: Range<Int>) -> Range<Int>? {
    guard octets[index].isLetter, index == line.lowerBound || !octets[index - 1].isLetter else { return nil }
    for name in names where TranscriptLine.starts(octets, index..<line.upperBound, with: name) {
      let end = index + name.count
      guard end < line.upperBound, !octets[end].isLetter else { continue }
      let isScheme = name.count < 7 && name.first == UInt8(ascii: "b")
      if let value = value(octets, end, line, needsSign: !isScheme) { return value }
    }
    return nil
  }

  /// The value behind a name: behind `=`, `=>` or `:` with quotes and brackets around; of `Bearer` behind a blank.
  private static func value(_ octets: [UInt8], _ end: Int, _ line: Range<Int>, needsSign: Bool) -> Range<Int>? {
    var index = end
    func skip(_ signs: String) { while index < line.upperBound, signs.utf8.contains(octets[index]) { index += 1 } }
    skip("'\"] )")
    if needsSign {
      guard index < line.upperBound, octets[index] == UInt8(ascii: "=") || octets[index] == UInt8(ascii: ":") else {
        return nil
      }
      skip("=:>")
      skip(" ")
    }
    guard index < line.upperBound else { return nil }
    let quote = octets[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let close = octets[(index + 1)..<line.upperBound].firstIndex(of: quote) ?? line.upperBound
      return close > index + 1 ? (index + 1)..<close : nil
    }
    return unquoted(octets, index, line, isToken: !needsSign)
  }

  private static func unquoted(_ octets: [UInt8], _ start: Int, _ line: Range<Int>, isToken: Bool) -> Range<Int>? {
    var end = start
    while end < line.upperBound, !octets[end].isBlank { end += 1 }
    let word = String(decoding: octets[start..<end], as: UTF8.self).lowercased()
    let plain = word.hasSuffix(",") || word.hasSuffix("}") ? String(word.dropLast()) : word
    // A reply code behind "password:" is the server's, and what follows "Bearer" in prose is a short word.
    if end == start || harmless.contains(plain) || (word.utf8.count == 3 && word.utf8.allSatisfy(\.isDigit)) {
      return nil
    }
    if isToken, end - start < 12 || octets[start..<end].allSatisfy({ $0.isLetter && $0.lowercased == $0 }) {
      return nil
    }
    // Google shows passwords for applications in four groups of four letters.
    while end - start >= 4, end + 5 <= line.upperBound, octets[end].isBlank,
      octets[(end + 1)..<(end + 5)].allSatisfy({ $0.isLetter && $0.lowercased == $0 }),
      end + 5 == line.upperBound || !octets[end + 5].isLetter, octets[(end - 4)..<end].allSatisfy(\.isLetter)
    { end += 5 }
    return start..<end
  }

  /// The longest user and password of a URL that is looked for.
  private static let credentials = 256

  /// `://user:password@` (RFC 3986 §3.2.1).
  private static func ofURL(_ octets: [UInt8], _ index: Int, _ line: Range<Int>) -> Range<Int>? {
    guard octets[index] == UInt8(ascii: ":"), index + 3 < line.upperBound, octets[index + 1] == UInt8(ascii: "/"),
      octets[index + 2] == UInt8(ascii: "/")
    else { return nil }
    var colon: Int?
    var at: Int?
    for place in (index + 3)..<min(line.upperBound, index + 3 + credentials) {
      let octet = octets[place]
      if octet.isBlank || octet == UInt8(ascii: "\"") || octet == UInt8(ascii: "'") || octet == UInt8(ascii: "<") {
        break
      }
      // The authority ends here; a password that was not encoded may hold these signs, a port does not.
      if octet == UInt8(ascii: "/") || octet == UInt8(ascii: "?") || octet == UInt8(ascii: "#") {
        guard let colon, octets[(colon + 1)..<place].contains(where: { !$0.isDigit }) else { break }
      }
      if octet == UInt8(ascii: ":"), colon == nil { colon = place }
      if octet == UInt8(ascii: "@") { at = place }
    }
    guard let colon, let at, colon < at - 1 else { return nil }
    return (colon + 1)..<at
  }
}
