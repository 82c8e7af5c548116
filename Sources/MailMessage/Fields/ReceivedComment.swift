import DNS

/// A comment of a trace field: `host.example [192.0.2.1]`, `HELO host`, `using TLSv1.3 with cipher …`.
struct ReceivedComment {
  /// The content, unfolded.
  let text: String
  private let words: [ArraySlice<UInt8>]

  init(text: [UInt8], range: Range<Int>) {
    let content = text.unquoted(range)
    self.text = String(decoding: content, as: UTF8.self)
    // Commas part the words of Exchange, parentheses the comments in a comment.
    words = content.split {
      $0.isFolding || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: ",")
    }
  }

  /// The name given with HELO: `HELO host` of qmail, `helo=host` of Exim.
  var heloName: String? {
    if let word = words.first(where: { Self.has($0, prefix: "helo=") || Self.has($0, prefix: "ehlo=") }) {
      return Self.string(word.dropFirst(5))
    }
    guard words.count >= 2, ["HELO", "EHLO"].contains(Self.string(words[0]).uppercased()) else { return nil }
    return Self.string(words[1])
  }

  /// The address, with or without brackets, `user@` before it or not.
  var address: IPAddress? { words.prefix(Self.senderWords).lazy.compactMap(Self.address).first }

  /// The name before the address.
  var hostName: String? {
    guard heloName == nil, let first = words.first,
      let place = words.prefix(Self.senderWords).firstIndex(where: {
        Self.address(in: $0) != nil
      })
    else { return nil }
    // `host[192.0.2.1]` in one word.
    let word = place == 0 ? first.prefix { $0 != UInt8(ascii: "[") } : first
    let name = word.lastIndex(of: UInt8(ascii: "@")).map { word[($0 + 1)...] } ?? word
    guard !name.isEmpty, Self.address(in: name) == nil, !name.contains(UInt8(ascii: "=")) else { return nil }
    return Self.string(name.last == UInt8(ascii: ".") ? name.dropLast() : name)
  }

  /// Whether it says what Sendmail says of names that do not lead back to the address.
  var mayBeForged: Bool { text.contains("may be forged") }

  /// The encryption: `version=TLS1_3 cipher=…`, `using TLSv1.2 with cipher …`, `TLS1.3`, `TLSv1.2:ECDHE-…:256`.
  var encryption: ReceivedField.Encryption? {
    let version = words.first { Self.has($0, prefix: "version=") }.map { Self.string($0.dropFirst(8)) }
    let cipher = words.first { Self.has($0, prefix: "cipher=") }.map { Self.string($0.dropFirst(7)) }
    if version != nil || cipher != nil { return .init(version: version, cipher: cipher) }
    if let using = place(of: "using"), using + 1 < words.count, Self.isVersion(words[using + 1]) {
      let mark = place(of: "cipher")
      let suite = mark.flatMap { $0 + 1 < words.count ? Self.string(words[$0 + 1]) : nil }
      return .init(version: Self.string(words[using + 1]), cipher: suite)
    }
    guard let first = words.first, words.count == 1, Self.isVersion(first) else { return nil }
    let parts = first.split(separator: UInt8(ascii: ":"))
    return .init(version: Self.string(parts[0]), cipher: parts.count > 1 ? Self.string(parts[1]) : nil)
  }

  private func place(of word: String) -> Int? { words.firstIndex { Self.string($0) == word } }

  private static func isVersion(_ word: ArraySlice<UInt8>) -> Bool {
    (has(word, prefix: "tls") || has(word, prefix: "ssl")) && word.contains(where: \.isDigit)
  }

  private static func has(_ word: ArraySlice<UInt8>, prefix: StaticString) -> Bool {
    word.count >= prefix.utf8CodeUnitCount
      && zip(word, prefix.description.utf8).allSatisfy { $0.lowercasedASCII == $1 }
  }

  private static func string(_ octets: ArraySlice<UInt8>) -> String { String(decoding: octets, as: UTF8.self) }

  /// The address in `[192.0.2.1]`, `[IPv6:2001:db8::1]`, `192.0.2.1`, `[192.0.2.1]:25` or `user@192.0.2.1`.
  static func address(in word: ArraySlice<UInt8>) -> IPAddress? {
    var text = word
    if let open = text.firstIndex(of: UInt8(ascii: "[")) {
      text = text[(open + 1)...].prefix { $0 != UInt8(ascii: "]") }
    } else if let at = text.lastIndex(of: UInt8(ascii: "@")) {
      text = text[(at + 1)...]
    }
    if has(text, prefix: "ipv6:") { text = text.dropFirst(5) }
    // A zone behind a percent sign says nothing to others.
    text = text.prefix { $0 != UInt8(ascii: "%") }
    return text.count <= longestAddress ? IPAddress(text: text) : nil
  }

  /// Names and addresses are the first words.
  private static let senderWords = 4
  /// The longest text of an IPv6 address (RFC 4291 §2.2).
  private static let longestAddress = 45
}
