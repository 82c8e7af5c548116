import DNS

extension RedactionTable {
  /// What stands for a word: a run of octets without blanks, brackets and quotation marks.
  mutating func replacement(of word: [UInt8], in context: WordContext) -> [UInt8] {
    if let known = identifier(word) { return known }
    switch context {
    case .identifiers: return noteIdentifier(word)
    case .style: return StyleRedaction.replacement(of: word, &self)
    case .tagName, .attributeName: return pieces(word, context)
    default: break
    }
    if let rest = Self.rest(of: word, behind: Self.contentSchemes) {
      return word.prefix(4) + noteIdentifier(rest)
    }
    return withoutKey(word, context)
  }

  /// `key=value` with a key that stays; the value may be a mailbox with an equals sign.
  private mutating func withoutKey(_ word: [UInt8], _ context: WordContext) -> [UInt8] {
    var (result, rest): ([UInt8], ArraySlice<UInt8>) = ([], word[...])
    if context != .text {
      if let sign = rest.firstIndex(of: UInt8(ascii: "=")), sign > rest.startIndex,
        let key = key(rest[..<sign], context)
      {
        result = key + [UInt8(ascii: "=")]
        rest = rest[(sign + 1)...]
        if Self.namesHost(key), isHost(rest) { return result + host(Array(rest)) }
      }
    }
    return result + withoutKeys(Array(rest), context)
  }

  /// A word before an equals sign that is a key, and what stands for it: one that may stay, or a property of
  /// Authentication-Results (RFC 8601 §2.2), whose name may be that of any field.
  private func key(_ word: ArraySlice<UInt8>, _ context: WordContext) -> [UInt8]? {
    if isKept(word, context) { return Array(word) }
    guard context == .structured, let dot = word.firstIndex(of: 0x2E), word.allSatisfy({ Self.isNameOctet($0) }),
      Self.propertyTypes.contains(Self.lowercased(word[..<dot]))
    else { return nil }
    let property = word[(dot + 1)...]
    return word[...dot] + (context.keeps(Self.lowercased(property)) ? Array(property) : TextMask.masked(property))
  }

  private static let propertyTypes: Set<String> = ["smtp", "header", "body", "policy", "dns"]

  private static func namesHost(_ key: [UInt8]) -> Bool {
    let key = lowercased(key[...])
    return key == "helo" || key == "smtp.helo" || key == "ehlo"
  }

  /// Whether a word is the name of a host without a dot.
  private func isHost(_ word: ArraySlice<UInt8>) -> Bool {
    !word.isEmpty && !word.contains(0x2E) && word.allSatisfy { Self.isNameOctet($0) } && !isKept(word, .structured)
  }

  private mutating func withoutKeys(_ word: [UInt8], _ context: WordContext) -> [UInt8] {
    if let known = identifier(word) { return known }
    if let rest = Self.rest(of: word, behind: ["mailto:"]) { return word.prefix(7) + mailto(rest, context) }
    if let rest = Self.rest(of: word, behind: ["ipv6:"]), let address = IPAddress(text: rest) {
      return word.prefix(5) + Array(redacted(address).description.utf8)
    }
    if let address = IPAddress(text: word) { return Array(redacted(address).description.utf8) }
    if let scheme = Self.schemeEnd(word) { return url(word, scheme) }
    if let at = word.lastIndex(of: UInt8(ascii: "@")) { return mailbox(word, at) }
    return pieces(word, context)
  }

  /// What stands behind `mailto:` (RFC 6068 §2): a mailbox, and values behind a question mark.
  private mutating func mailto(_ rest: [UInt8], _ context: WordContext) -> [UInt8] {
    let query = rest.firstIndex(of: UInt8(ascii: "?")) ?? rest.endIndex
    return withoutKeys(Array(rest[..<query]), context) + TextMask.maskedURL(rest[query...])
  }

  private static let contentSchemes = ["cid:", "mid:"]

  private static func rest(of word: [UInt8], behind prefixes: [String]) -> [UInt8]? {
    for prefix in prefixes where word.count > prefix.utf8.count {
      if word.prefix(prefix.utf8.count).map(\.lowercasedASCII) == Array(prefix.utf8) {
        return Array(word.dropFirst(prefix.utf8.count))
      }
    }
    return nil
  }

  /// Where `://` stands, at least one letter before it.
  private static func schemeEnd(_ word: [UInt8]) -> Int? {
    guard word.count > 3 else { return nil }
    for index in 1..<(word.count - 2)
    where word[index] == UInt8(ascii: ":") && word[index + 1] == UInt8(ascii: "/")
      && word[index + 2] == UInt8(ascii: "/")
    {
      return index
    }
    return nil
  }

  /// A URL: the scheme stays, the host is mapped, all else is masked.
  private mutating func url(_ word: [UInt8], _ colon: Int) -> [UInt8] {
    let scheme = word[..<colon].map(\.lowercasedASCII)
    let isKnown = ["http", "https", "ftp"].contains { scheme == Array($0.utf8) }
    let start = colon + 3
    let end = word[start...].firstIndex { "/?#\\".utf8.contains($0) } ?? word.endIndex
    var authority = word[start..<end]
    var result = (isKnown ? Array(word[..<colon]) : TextMask.masked(word[..<colon])) + word[colon..<start]
    if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
      result += TextMask.maskedURL(authority[...at])
      authority = authority[(at + 1)...]
    }
    let host = authority.prefix { Self.isNameOctet($0) }
    result += host.isEmpty ? [] : hostName(host)
    let port = authority[host.endIndex...]
    let isPort = port.count <= 6 && port.dropFirst().allSatisfy(\.isDigit)
    result += isPort ? Array(port) : TextMask.maskedURL(port)
    return result + TextMask.maskedURL(word[end...])
  }

  /// A mailbox: the local part begins behind the last octet that separates words elsewhere.
  private mutating func mailbox(_ word: [UInt8], _ at: Int) -> [UInt8] {
    let start = word[..<at].lastIndex { ":/\\?#*&".utf8.contains($0) }.map { $0 + 1 } ?? 0
    var result = TextMask.masked(word[..<start]) + localPart(word[start..<at]) + [UInt8(ascii: "@")]
    var domain = word[(at + 1)...].prefix { Self.isNameOctet($0) }
    while let last = domain.last, last == 0x2E || last == 0x2D { domain.removeLast() }
    if !domain.isEmpty { result += hostName(domain) }
    return result + TextMask.maskedURL(word[domain.endIndex...])
  }

  /// Octets of host names, underscores and octets beyond ASCII included.
  static func isNameOctet(_ octet: UInt8) -> Bool {
    octet.isLetter || octet.isDigit || octet == 0x2D || octet == 0x2E || octet == 0x5F || octet >= 0x80
  }
}

extension RedactionTable {
  /// Addresses and names inside a word are mapped. The rest stays when all of it may stay, and else is masked: a word of
  /// which a part is not known may be a token.
  mutating func pieces(_ word: [UInt8], _ context: WordContext) -> [UInt8] {
    if isKept(word[...], context) { return word }
    // Octets in hexadecimal (RFC 2231 §4) stay octets in hexadecimal.
    if context == .mime, word.contains(UInt8(ascii: "%")) { return TextMask.maskedURL(word) }
    var (result, start): ([UInt8], Int) = ([], 0)
    result.reserveCapacity(word.count)
    while start < word.count {
      let isName = Self.isNameOctet(word[start])
      let end = word[start...].firstIndex { Self.isNameOctet($0) != isName } ?? word.count
      result += isName ? name(word[start..<end], context) : Array(word[start..<end])
      start = end
    }
    return result
  }

  /// A run of octets of names.
  private mutating func name(_ run: ArraySlice<UInt8>, _ context: WordContext) -> [UInt8] {
    var run = run
    var end: [UInt8] = []
    while let last = run.last, last == 0x2E || last == 0x2D {
      end.insert(last, at: 0)
      run.removeLast()
    }
    guard run.contains(0x2E), run.first != 0x2E, run.count <= RedactionLimits.hostName else {
      return TextMask.masked(run) + end
    }
    if IPAddress(text: run) != nil || Self.looksLikeDomain(run) || isKnownName(run) { return hostName(run) + end }
    // What kind of file it is tells why it was refused.
    if context == .mime, let dot = run.lastIndex(of: 0x2E), context.keeps(Self.lowercased(run[(dot + 1)...])) {
      return TextMask.masked(run[..<dot]) + run[dot...] + end
    }
    return TextMask.masked(run) + end
  }

  private static func looksLikeDomain(_ run: ArraySlice<UInt8>) -> Bool {
    let labels = run.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard labels.allSatisfy({ !$0.isEmpty && $0.count <= 63 }), let last = labels.last,
      last.allSatisfy({ $0.isLetter || $0 >= 0x80 }) || last.starts(with: "xn--".utf8)
    else { return false }
    let name = String(decoding: last.map(\.lowercasedASCII), as: UTF8.self)
    return last.count == 2 && labels.dropLast().contains { $0.count > 2 } || RedactionVocabulary.suffixes.contains(name)
      || last.starts(with: "xn--".utf8)
  }
}
