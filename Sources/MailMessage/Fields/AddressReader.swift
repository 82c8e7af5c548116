import Syntax

/// Reads an address (RFC 5322 §3.4.1) of its tokens.
struct AddressReader {
  let text: [UInt8]
  let tokens: [FieldToken]
  /// Where the mailbox stands, for what is missing.
  let place: Range<Int>
  private(set) var localPart = ""
  private(set) var domain = ""
  private(set) var traits: MailboxTraits = []
  private(set) var faults = FieldFaults()
  private static let reference = "RFC 5322 §3.4.1"

  init(text: [UInt8], tokens: [FieldToken], place: Range<Int>) {
    self.text = text
    self.tokens = tokens
    self.place = place
  }

  mutating func read() {
    let ats = tokens.indices.filter { isAt(tokens[$0]) }
    let at = ats.last ?? tokens.count
    let (local, domainTokens) = (tokens[..<at], tokens[min(at + 1, tokens.count)...])
    localPart = content(of: local)
    domain = content(of: domainTokens)
    if local.contains(where: { $0.kind == .quotedString }) { traits.insert(.quotedLocalPart) }
    if domainTokens.contains(where: { $0.kind == .domainLiteral }) { traits.insert(.domainLiteral) }
    if ats.count > 1 { tell(.severalAts, tokens[ats[0]].range, "more than one \"@\" in the address") }
    checkPresence(ats.last, domainTokens)
    checkBlanks()
    checkCharacters(local, isLocal: true)
    checkCharacters(domainTokens, isLocal: false)
  }

  private func isAt(_ token: FieldToken) -> Bool {
    token.kind == .special && text[token.range.lowerBound] == UInt8(ascii: "@")
  }

  private func content(of tokens: ArraySlice<FieldToken>) -> String {
    var octets: [UInt8] = []
    for (index, token) in zip(tokens.indices, tokens) {
      if isBlank(index), index > tokens.startIndex { octets.append(0x20) }
      octets += token.kind == .quotedString ? text.unquoted(token.range) : text.unfoldedOctets(token.range)
    }
    return String(decoding: octets, as: UTF8.self)
  }

  /// Whether white space before the token is inside the address. Around dots and the `@` it is merely obsolete.
  private func isBlank(_ index: Int) -> Bool {
    guard index > 0, tokens[index].hasSpaceBefore, !isAt(tokens[index]), !isAt(tokens[index - 1]) else { return false }
    return text[tokens[index].range.lowerBound] != UInt8(ascii: ".")
      && text[tokens[index - 1].range.upperBound - 1] != UInt8(ascii: ".")
  }

  private mutating func checkPresence(_ at: Int?, _ domainTokens: ArraySlice<FieldToken>) {
    guard let at else { return tell(.noAt, place, tokens.isEmpty ? "no address" : "an address without \"@\"", .fatal) }
    if localPart.isEmpty, !traits.contains(.quotedLocalPart) {
      tell(.noLocalPart, tokens[at].range, "nothing before the \"@\"", .fatal)
    }
    if domain.isEmpty { tell(.noDomain, tokens[at].range, "nothing behind the \"@\"", .fatal) }
  }

  private mutating func checkBlanks() {
    if let index = tokens.indices.first(where: isBlank) {
      tell(.blankInAddress, tokens[index].range, "white space inside the address")
    } else if let token = tokens.dropFirst().first(where: \.hasSpaceBefore) {
      faults.add(token.range, "white space inside the address, which is obsolete", "RFC 5322 §4.4", .remark)
    }
  }

  private mutating func checkCharacters(_ tokens: ArraySlice<FieldToken>, isLocal: Bool) {
    var dot = true
    for token in tokens where !isAt(token) {
      switch token.kind {
      case .atom: checkAtom(token.range, follows: dot)
      case .encodedWord:
        tell(.encodedWordInAddress, token.range, "an encoded word inside the address", reference: "RFC 2047 §5")
      case .quotedString where !isLocal:
        tell(.illegalCharacter, token.range, "quotation marks in the domain")
      case .special, .comment: tell(.illegalCharacter, token.range, "a character that an address may not have")
      case .domainLiteral where isLocal: tell(.illegalCharacter, token.range, "square brackets before the \"@\"")
      case .quotedString, .domainLiteral: break
      }
      dot = text[token.range.upperBound - 1] == UInt8(ascii: ".")
    }
    if dot, let last = tokens.last { tell(.illegalCharacter, last.range, "a dot at the end, or no characters at all") }
  }

  private mutating func checkAtom(_ range: Range<Int>, follows dot: Bool) {
    var dot = dot
    for index in range {
      let octet = text[index]
      if octet == UInt8(ascii: "."), dot {
        tell(.illegalCharacter, index..<(index + 1), "a dot that follows no character")
      }
      dot = octet == UInt8(ascii: ".")
      if octet >= 0x80 {
        traits.insert(.internationalized)
      } else if !dot, !Self.isAtomText(octet) {
        tell(.illegalCharacter, index..<(index + 1), "a character that an address may not have")
      }
    }
  }

  /// `atext` (RFC 5322 §3.2.3).
  static func isAtomText(_ octet: UInt8) -> Bool {
    octet.isLetter || octet.isDigit || octet >= 0x80 || "!#$%&'*+-/=?^_`{|}~".utf8.contains(octet)
  }

  private mutating func tell(
    _ trait: MailboxTraits, _ range: Range<Int>, _ message: String, _ gravity: SyntaxFault.Gravity = .ignored,
    reference: String = Self.reference
  ) {
    traits.insert(trait)
    faults.add(range, message, reference, gravity)
  }
}
