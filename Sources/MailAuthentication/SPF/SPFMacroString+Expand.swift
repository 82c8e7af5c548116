import DNS

/// The values that macros stand for (RFC 7208 §7.2), in one call of check_host().
struct SPFMacroValues {
  /// The address of the client.
  let address: IPAddress
  /// The local part of the sender.
  let localPart: [UInt8]
  /// The domain of the sender.
  let senderDomain: [UInt8]
  /// The name in HELO or EHLO, as it was sent.
  let helo: [UInt8]
  /// The domain that is being checked.
  var domain: [UInt8]
  /// The validated name of the address; only looked up where `%{p}` is used.
  var validatedName: [UInt8] = Array("unknown".utf8)
  /// The host that checks, for explanations.
  var receiver: [UInt8] = Array("unknown".utf8)
  /// Seconds since 1970, for explanations.
  var timestamp: Int64 = 0

  /// The value of a letter before any transformation.
  func value(of letter: SPFMacro.Letter) -> [UInt8] {
    switch letter {
    case .sender: localPart + [UInt8(ascii: "@")] + senderDomain
    case .localPart: localPart
    case .senderDomain: senderDomain
    case .domain: domain
    case .address: dottedAddress
    case .validatedName: validatedName
    case .arpa: Array((address.isV4 ? "in-addr" : "ip6").utf8)
    case .helo: helo
    case .readableAddress: Array(address.description.utf8)
    case .receiver: receiver
    case .timestamp: Array(String(timestamp).utf8)
    }
  }

  /// RFC 7208 §7.3: dotted quad, or 32 nibbles with dots between.
  private var dottedAddress: [UInt8] {
    if address.isV4 { return Array(address.description.utf8) }
    let digits = Array("0123456789abcdef".utf8)
    let nibbles = address.octets.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return Array(nibbles.map { [$0] }.joined(separator: [UInt8(ascii: ".")]))
  }
}

extension SPFMacro {
  /// The value with the transformers applied: split, reversed, right-hand parts kept, joined by dots, URL-escaped
  /// (RFC 7208 §7.3).
  func expanded(with values: SPFMacroValues) -> [UInt8] {
    let value = values.value(of: letter)
    let transformed = isPlain ? value : transform(value)
    return isURLEscaped ? Self.urlEscape(transformed) : transformed
  }

  private var isPlain: Bool { keptParts == nil && !isReversed && delimiters.isEmpty }

  private func transform(_ value: [UInt8]) -> [UInt8] {
    let separators = delimiters.isEmpty ? [UInt8(ascii: ".")] : delimiters
    var parts = value.split(omittingEmptySubsequences: false) { separators.contains($0) }
    if isReversed { parts.reverse() }
    if let keptParts { parts = Array(parts.suffix(keptParts)) }
    return Array(parts.joined(separator: [UInt8(ascii: ".")]))
  }

  /// Percent-encodes what is not unreserved (RFC 3986 §2.3).
  private static func urlEscape(_ value: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return value.flatMap { octet in
      let isUnreserved = octet.isASCIILetter || octet.isASCIIDigit || "-._~".utf8.contains(octet)
      return isUnreserved ? [octet] : [UInt8(ascii: "%"), digits[Int(octet >> 4)], digits[Int(octet & 15)]]
    }
  }
}

extension SPFMacroString {
  /// The name that a domain-spec stands for, without a final dot, cut on the left to 253 octets (RFC 7208 §7.3).
  ///
  /// The parts are put in from the right, and no more of them than can count: a hostile record costs nothing.
  func expandedDomain(with values: @autoclosure () -> SPFMacroValues) -> [UInt8] {
    // Nearly every domain-spec is one literal.
    if parts.count == 1, case .literal(let octets) = parts[0] { return Self.shortened(octets) }
    let values = values()
    var reversed: [UInt8] = []
    for part in parts.reversed() where reversed.count <= SPFLimits.expandedNameOctets + 1 {
      switch part {
      case .literal(let octets): reversed += octets.reversed()
      case .macro(let macro): reversed += macro.expanded(with: values).reversed()
      }
    }
    return Self.shortened(Array(reversed.reversed()))
  }

  private static func shortened(_ text: [UInt8]) -> [UInt8] {
    var name = text
    if name.last == UInt8(ascii: ".") { name.removeLast() }
    while name.count > SPFLimits.expandedNameOctets {
      guard let dot = name[(name.count - SPFLimits.expandedNameOctets - 1)...].firstIndex(of: UInt8(ascii: ".")) else {
        return name
      }
      name.removeSubrange(...dot)
    }
    return name
  }

  /// The text of an explanation; nil when it gets longer than a reply may be.
  func expandedText(with values: SPFMacroValues) -> [UInt8]? {
    var text: [UInt8] = []
    for part in parts {
      switch part {
      case .literal(let octets): text += octets
      case .macro(let macro): text += macro.expanded(with: values)
      }
      if text.count > SPFLimits.explanationOctets { return nil }
    }
    return text
  }
}

extension DomainName {
  /// The name of a domain given as dotted text without escapes, as SPF handles it; nil when it is malformed
  /// (RFC 7208 §4.3): an empty or over-long label, or an octet outside ASCII.
  init?(spfText text: [UInt8]) {
    if text == [UInt8(ascii: ".")] { return nil }
    guard text.contains(UInt8(ascii: "\\")) else {
      // Without a backslash it is presentation text.
      guard let name = try? DomainName(presentation: text) else { return nil }
      self = name
      return
    }
    let trimmed = text.last == UInt8(ascii: ".") ? text.dropLast() : text[...]
    guard trimmed.allSatisfy({ $0 < 0x80 }) else { return nil }
    self.init(labels: trimmed.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false))
  }

  /// The name of a domain that check_host() accepts: not malformed, two labels or more, no address literal
  /// (RFC 7208 §4.3).
  init?(spfDomain text: [UInt8]) {
    guard text.first != UInt8(ascii: "["), let name = DomainName(spfText: text), name.labelCount > 1 else { return nil }
    self = name
  }

  /// The labels with dots between them and nothing escaped, as macros handle names.
  var spfText: [UInt8] { Array(labels.joined(separator: [UInt8(ascii: ".")])) }
}
