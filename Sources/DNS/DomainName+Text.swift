/// Why a text is no domain name.
public enum DomainNameError: Error, Sendable, Equatable {
  /// The text is empty.
  case empty
  /// Two dots with nothing between them, or a leading dot.
  case emptyLabel
  /// A label has more than 63 octets (RFC 1035 §2.3.4); the label is given.
  case labelTooLong(String)
  /// The name has more than 255 octets on the wire (RFC 1035 §2.3.4).
  case nameTooLong
  /// A backslash that no digit triple or character follows (RFC 1035 §5.1).
  case badEscape
  /// An octet outside ASCII: an internationalised name has to be turned into A-labels first (RFC 5891 §4.4).
  case nonASCII
}

extension DomainNameError: CustomStringConvertible {
  /// The cause in one phrase.
  public var description: String {
    switch self {
    case .empty: "the name is empty"
    case .emptyLabel: "the name has an empty label (two dots in a row, or a leading dot)"
    case .labelTooLong(let label): "the label \"\(label)\" is longer than 63 octets"
    case .nameTooLong: "the name is longer than 255 octets"
    case .badEscape: "the name ends in a backslash, or has a \\DDD escape above 255"
    case .nonASCII: "the name has characters outside ASCII"
    }
  }
}

extension DomainName: CustomStringConvertible, LosslessStringConvertible, ExpressibleByStringLiteral {
  /// Reads presentation text (RFC 1035 §5.1): dots between labels, `\.` and `\DDD` escapes, a final dot allowed.
  public init(parsing text: String) throws(DomainNameError) {
    self = DomainName(trusted: try Self.wire(presentation: text.utf8.span))
  }

  /// Reads presentation text given as octets.
  public init(presentation text: [UInt8]) throws(DomainNameError) {
    self = DomainName(trusted: try Self.wire(presentation: text.span))
  }

  /// The wire form of presentation text, with room for `room` octets more.
  static func wire(presentation text: Span<UInt8>, room: Int = 0) throws(DomainNameError) -> [UInt8] {
    if text.isEmpty { throw .empty }
    if text.count == 1, text[0] == UInt8(ascii: ".") { return root.wire }
    var reader = PresentationReader()
    // A length octet more than dots, and the root's.
    reader.wire.reserveCapacity(text.count + 2 + room)
    return try reader.read(text)
  }

  /// Reads presentation text; nil when it is no domain name.
  public init?(_ description: String) {
    guard let name = try? DomainName(parsing: description) else { return nil }
    self = name
  }

  /// A name written in source code; anything that is no name is a programming error.
  public init(stringLiteral value: String) {
    guard let name = DomainName(value) else { preconditionFailure("not a domain name: \(value)") }
    self = name
  }

  /// Presentation text without a final dot (the root is `.`), in lower case, special octets escaped.
  public var description: String {
    isRoot ? "." : plainDescription ?? escapedDescription
  }

  /// The text of a name without an octet that needs an escape, which nearly all are: the wire form with dots in place of
  /// lengths, put together on the stack. Nil for others.
  private var plainDescription: String? {
    var text = InlineArray<255, UInt8>(repeating: UInt8(ascii: "."))
    let count = wire.count - 2
    var end = Int(wire[0])
    for index in 0..<count {
      let octet = wire[index + 1]
      if index == end {
        end += 1 + Int(octet)
      } else if octet.isPlainNameOctet {
        text[index] = octet
      } else {
        return nil
      }
    }
    guard let characters = try? UTF8Span(validating: text.span.extracting(first: count)) else { return nil }
    return String(copying: characters)
  }

  private var escapedDescription: String {
    var text: [UInt8] = []
    text.reserveCapacity(wire.count)
    var position = 0
    while wire[position] != 0 {
      if position > 0 { text.append(UInt8(ascii: ".")) }
      let end = position + 1 + Int(wire[position])
      for index in (position + 1)..<end { Self.append(wire[index], to: &text) }
      position = end
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func append(_ octet: UInt8, to text: inout [UInt8]) {
    if !octet.isPlainNameOctet { text.append(UInt8(ascii: "\\")) }
    if (0x21...0x7E).contains(octet) {
      text.append(octet)
    } else {
      for digit in [octet / 100, octet / 10 % 10, octet % 10] { text.append(UInt8(ascii: "0") + digit) }
    }
  }
}

/// Turns presentation text into wire octets.
private struct PresentationReader {
  var position = 0
  var wire: [UInt8] = []

  mutating func read(_ text: Span<UInt8>) throws(DomainNameError) -> [UInt8] {
    while position < text.count { try readLabel(text) }
    wire.append(0)
    if wire.count > Limits.nameOctets { throw .nameTooLong }
    return wire
  }

  private mutating func readLabel(_ text: Span<UInt8>) throws(DomainNameError) {
    let start = wire.count
    wire.append(0)
    while position < text.count, text[position] != UInt8(ascii: ".") {
      wire.append(try readOctet(text).lowercasedASCII)
    }
    position += 1
    let length = wire.count - start - 1
    if length == 0 { throw .emptyLabel }
    if length > Limits.labelOctets { throw .labelTooLong(String(decoding: wire[(start + 1)...], as: UTF8.self)) }
    wire[start] = UInt8(length)
  }

  private mutating func readOctet(_ text: Span<UInt8>) throws(DomainNameError) -> UInt8 {
    let octet = text[position]
    position += 1
    if octet >= 0x80 { throw .nonASCII }
    return octet == UInt8(ascii: "\\") ? try readEscape(text) : octet
  }

  /// A character that stands for itself, or three decimal digits.
  private mutating func readEscape(_ text: Span<UInt8>) throws(DomainNameError) -> UInt8 {
    guard position < text.count else { throw .badEscape }
    guard text[position].isASCIIDigit else {
      position += 1
      return text[position - 1]
    }
    var value = 0
    for index in position..<(position + 3) {
      guard index < text.count, text[index].isASCIIDigit else { throw .badEscape }
      value = value * 10 + Int(text[index] - UInt8(ascii: "0"))
    }
    guard let octet = UInt8(exactly: value) else { throw .badEscape }
    position += 3
    return octet
  }
}
