public import Syntax

/// A message identifier (RFC 5322 §3.6.4): `<left@right>`, and what is written in its place.
public struct MessageIDToken: Sendable, Hashable {
  /// The identifier as it is written, unfolded, with its angle brackets where it has them.
  public let text: String
  /// What stands before the `@`, all of it where there is none.
  public let left: String
  /// What stands behind the last `@`, empty where there is none.
  public let right: String
  /// Where the identifier stands in the text.
  public let range: Range<Int>
  /// What is to be said of it.
  public let traits: Traits

  /// Whether it has the form that the standard asks for today.
  public var isWellFormed: Bool { traits.isDisjoint(with: .malformed) }

  /// What is to be said of an identifier.
  public struct Traits: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: Int
    /// Makes a set of its bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// It has no angle brackets, or only one.
    public static let noBrackets = Traits(rawValue: 1 << 0)
    /// It has no `@`.
    public static let noAt = Traits(rawValue: 1 << 1)
    /// It has more than one `@`.
    public static let severalAts = Traits(rawValue: 1 << 2)
    /// Nothing stands before the `@`.
    public static let emptyLeft = Traits(rawValue: 1 << 3)
    /// Nothing stands behind the `@`.
    public static let emptyRight = Traits(rawValue: 1 << 4)
    /// White space stands inside.
    public static let blank = Traits(rawValue: 1 << 5)
    /// A line end stands inside.
    public static let folded = Traits(rawValue: 1 << 6)
    /// The right side is a literal in square brackets.
    public static let domainLiteral = Traits(rawValue: 1 << 7)
    /// The left side is a quoted string, or has one: legal only in the obsolete syntax.
    public static let quotedLeft = Traits(rawValue: 1 << 8)
    /// The left side has a character that no identifier may have, or a misplaced dot.
    public static let illegalLeft = Traits(rawValue: 1 << 9)
    /// The right side has such a one: a colon before a port, a slash of a URL.
    public static let illegalRight = Traits(rawValue: 1 << 10)
    /// It has characters outside ASCII.
    public static let nonASCII = Traits(rawValue: 1 << 11)

    /// Those that break the grammar.
    static let malformed: Traits = [
      .noBrackets, .noAt, .severalAts, .emptyLeft, .emptyRight, .blank, .folded, .illegalLeft, .illegalRight
    ]
  }

  /// Reads the body of a Message-ID field, which holds one identifier; no value when it is empty.
  public static func parse(_ text: [UInt8]) -> Parsed<MessageIDToken> {
    let list = MessageIDList.parse(text)
    var faults = FieldFaults()
    faults.add(list.faults)
    if let second = list.value?.identifiers.dropFirst().first {
      faults.add(second.range, "a second identifier, where one belongs", "RFC 5322 §3.6.4")
    }
    return Parsed(text: text, value: list.value?.identifiers.first, faults: faults.sorted)
  }
}

/// The body of In-Reply-To or References (RFC 5322 §3.6.4): identifiers in order.
public struct MessageIDList: Sendable, Hashable {
  /// The identifiers, one at least.
  public let identifiers: [MessageIDToken]
  /// Whether there are words that are no identifiers, as the obsolete syntax allowed (RFC 5322 §4.5.4).
  public let hasPhrase: Bool

  /// Reads the body of a field; no value when it holds no identifier.
  public static func parse(_ text: [UInt8]) -> Parsed<MessageIDList> {
    var reader = MessageIDReader(text: text)
    reader.readAll()
    reader.faults.addOctets(of: text)
    let list =
      reader.identifiers.isEmpty
      ? nil : MessageIDList(identifiers: reader.identifiers, hasPhrase: reader.hasPhrase)
    if list == nil { reader.faults.add(0..<text.count, "no message identifier", "RFC 5322 §3.6.4", .fatal) }
    return Parsed(text: text, value: list, faults: reader.faults.sorted)
  }
}
