import DNS

extension RedactionTable {
  /// Whether all of `word` may stay.
  func isKept(_ word: ArraySlice<UInt8>, _ context: WordContext) -> Bool {
    if word.count > 80 || word.isEmpty || context == .text { return false }
    if context.keeps(Self.lowercased(word)) || Self.isCipher(word, context) { return true }
    if context == .mime, Self.isPartOfDate(word) { return true }
    guard IPAddress(text: word) == nil, !Self.mayTellWhere(word), context != .program || !Self.isPath(word) else {
      return false
    }
    return word.split { !Self.isNameOctet($0) }.allSatisfy { isKeptName($0, context) }
  }

  /// Whether a word of letters, digits, dots, hyphens and underscores may stay, as a whole or in its parts.
  private func isKeptName(_ word: ArraySlice<UInt8>, _ context: WordContext) -> Bool {
    context.keeps(Self.lowercased(word))
      || word.split { !$0.isLetter && !$0.isDigit && $0 < 0x80 }.allSatisfy { part in
        if part.allSatisfy(\.isDigit), part.count <= context.digits { return true }
        return context.keeps(Self.lowercased(part))
      }
  }

  /// Whether numbers in a word may be an address or that of a telephone: `1.2.3.4:25`, `smtp-10-1-2-3`, `0170/123/4567`.
  private static func mayTellWhere(_ word: ArraySlice<UInt8>) -> Bool {
    let numbers = word.split { !$0.isDigit && !$0.isLetter }.filter { $0.allSatisfy(\.isDigit) }
    // Three numbers are a time, a version or a date.
    if numbers.count < 3 { return false }
    if word.count(where: { $0 == UInt8(ascii: ":") }) > 3 { return true }
    if word.split(whereSeparator: { !isNameOctet($0) }).contains(where: { isAddress($0) }) { return true }
    let isDate = numbers.count == 3 && numbers[0].count == 4 && numbers[1].count == 2 && numbers[2].count == 2
    return !isDate && word.count { "-_+/".utf8.contains($0) } > 1
  }

  /// Whether four numbers as small as those of an address stand behind each other: `1.2.3.4`, `smtp-1-2-3-4`.
  private static func isAddress(_ name: ArraySlice<UInt8>) -> Bool {
    for separator in [0x2E, 0x2D, 0x5F] as [UInt8] {
      var count = 0
      for part in name.split(separator: separator, omittingEmptySubsequences: false) {
        count = part.allSatisfy(\.isDigit) && (1...3).contains(part.count) ? count + 1 : 0
        if count == 4 { return true }
      }
    }
    return false
  }

  /// The year and the zone of a date among the parameters of MIME.
  private static func isPartOfDate(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    if word.count == 5, first == UInt8(ascii: "+") || first == 0x2D { return word.dropFirst().allSatisfy(\.isDigit) }
    return word.count == 4 && word.allSatisfy(\.isDigit)
      && (word.starts(with: "19".utf8) || word.starts(with: "20".utf8))
  }

  /// Whether a word of a program's name is rather that of a file on somebody's machine.
  private static func isPath(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    return "/~.\\".utf8.contains(first) || word.count { $0 == UInt8(ascii: "/") } > 1
      || word.contains { "\\_=%".utf8.contains($0) }
  }

  /// Letters in lower case.
  static func lowercased(_ octets: ArraySlice<UInt8>) -> String {
    String(decoding: octets.map(\.lowercasedASCII), as: UTF8.self)
  }

  /// `TLS_AES_256_GCM_SHA384`, `ECDHE-RSA-AES256-GCM-SHA384`, `TLSv1.3`, `TLS1_2`.
  private static func isCipher(_ word: ArraySlice<UInt8>, _ context: WordContext) -> Bool {
    guard context == .structured, word.count <= 50 else { return false }
    let parts = word.split { $0 == 0x2D || $0 == 0x5F || $0 == 0x2E || $0 == 0x3A }
    return !parts.isEmpty
      && parts.allSatisfy { ciphers.contains(lowercased($0)) || $0.count == 1 && $0.allSatisfy(\.isDigit) }
  }

  private static let ciphers: Set<String> = [
    "tls", "tlsv1", "tls1", "ssl", "sslv3", "ecdhe", "dhe", "ecdh", "dh", "rsa", "ecdsa", "aes", "aes128", "aes256",
    "128", "256", "gcm", "cbc", "sha", "sha1", "sha256", "sha384", "sha512", "chacha20", "poly1305", "x25519", "with",
    "3des",
    "des", "rc4", "md5", "aead"
  ]
}
