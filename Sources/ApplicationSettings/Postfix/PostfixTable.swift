/// Reads a lookup table in its text form, postmap(1): a key, blanks, and a value that may go on in lines with a blank in
/// front. Here it is the one with the logins, whose values are `user:password`.
struct PostfixTable {
  /// The variables that hold the user and the password of each key.
  static let (user, password) = ("user", "password")

  /// What `octets` hold; of several rows with the same key postmap keeps the first.
  static func read(_ octets: [UInt8]) -> LiteralScript {
    let text = LineOctets(octets: octets)
    var script = LiteralScript()
    var keys: Set<String> = []
    for line in text.lines {
      let whole = text.trimmed(line)
      guard let first = text.first(whole), first != UInt8(ascii: "#"), whole.lowerBound == line.lowerBound else {
        continue
      }
      let (key, rest) = text.split(whole, at: [])
      let value = text.trimmed(rest)
      guard keys.insert(text.text(key)).inserted else { continue }
      guard let colon = text.place(of: [UInt8(ascii: ":")], in: value) else {
        script.fault(whole.lowerBound, "no user:password stands behind this key")
        continue
      }
      script.assign(user, [text.text(key)], .string(text.text(value.lowerBound..<colon)), value.lowerBound..<colon)
      let secret = colon + 1..<value.upperBound
      script.assign(password, [text.text(key)], .string(text.text(secret)), secret)
    }
    return script
  }

  /// The name of the file of a table such as `hash:/etc/postfix/sasl_passwd`, without its folder; nil for a table that is
  /// no file.
  static func fileName(_ table: String) -> String? {
    guard let colon = table.firstIndex(of: ":"), !table.hasPrefix("static:"), !table.hasPrefix("inline:") else {
      return nil
    }
    return table[table.index(after: colon)...].split(separator: "/").last.map { String($0).trimmed }
  }
}
