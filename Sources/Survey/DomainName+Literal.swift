public import DNS

extension DomainName {
  /// The address that the name spells, when somebody wrote an address where a host name belongs: `192.0.2.25`,
  /// `2001:db8::25`, or a literal in brackets (RFC 5321 §4.1.3); nil for every other name.
  public var literalAddress: IPAddress? {
    // No form of an address is without a digit or a colon.
    guard wire.contains(where: { $0.isASCIIDigit || $0 == UInt8(ascii: ":") }) else { return nil }
    let text = Array(labels.joined(separator: [UInt8(ascii: ".")]))
    guard isBracketed else { return IPAddress(text: text) }
    let inside = text.dropFirst().dropLast()
    // RFC 5321 §4.1.3: IPv6 addresses carry a tag; names are folded to lower case here.
    return IPAddress(text: inside.starts(with: "ipv6:".utf8) ? inside.dropFirst(5) : inside)
  }

  /// Whether the text stands in brackets, as address literals do (RFC 5321 §4.1.3).
  public var isBracketed: Bool {
    let labels = labels
    return labels.first?.first == UInt8(ascii: "[") && labels.last?.last == UInt8(ascii: "]")
  }
}
