public import DNS

/// A mailbox: an address with the name of whom it belongs to (RFC 5322 §3.4).
public struct Mailbox: Sendable, Hashable {
  /// The name before the address, or in a comment behind it, decoded; nil when there is none.
  public let displayName: String?
  /// What stands before the `@`, without quotation marks; empty when nothing does.
  public let localPart: String
  /// What stands behind the `@` as it is written, a domain literal in its brackets; empty when nothing does.
  public let domain: String
  /// The domain as a name; nil for a literal, for what is no name, and for a name outside ASCII.
  public let domainName: DomainName?
  /// Where the mailbox stands in the text.
  public let range: Range<Int>
  /// Where its address stands, without angle brackets.
  public let addressRange: Range<Int>
  /// What is to be said of it.
  public let traits: MailboxTraits

  /// The address: local part, `@` and domain, as far as there is one.
  public var address: String {
    let local = traits.contains(.quotedLocalPart) ? Self.quoted(localPart) : localPart
    return traits.contains(.noAt) ? local : "\(local)@\(domain)"
  }

  /// Whether there is a local part and a domain, and no fault that makes readers disagree about them.
  public var isWellFormed: Bool { traits.isDisjoint(with: .malformed) }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

/// What is to be said of a mailbox.
public struct MailboxTraits: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: Int
  /// Makes a set of its bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// The address stands in angle brackets.
  public static let angleBrackets = MailboxTraits(rawValue: 1 << 0)
  /// `Name<address>`: no white space before the angle bracket. Legal, but filters count it.
  public static let noSpaceBeforeBracket = MailboxTraits(rawValue: 1 << 1)
  /// There is no `@`.
  public static let noAt = MailboxTraits(rawValue: 1 << 2)
  /// There is more than one `@`; the last one parts local part and domain.
  public static let severalAts = MailboxTraits(rawValue: 1 << 3)
  /// Nothing stands before the `@`.
  public static let noLocalPart = MailboxTraits(rawValue: 1 << 4)
  /// Nothing stands behind the `@`.
  public static let noDomain = MailboxTraits(rawValue: 1 << 5)
  /// White space stands inside the address.
  public static let blankInAddress = MailboxTraits(rawValue: 1 << 6)
  /// An encoded word stands inside the address, where none is decoded (RFC 2047 §5).
  public static let encodedWordInAddress = MailboxTraits(rawValue: 1 << 7)
  /// A character stands in the address that needs quotation marks, or that none may have; or dots are misplaced.
  public static let illegalCharacter = MailboxTraits(rawValue: 1 << 8)
  /// A route stands before the address (RFC 5322 §4.4).
  public static let route = MailboxTraits(rawValue: 1 << 9)
  /// The local part is a quoted string.
  public static let quotedLocalPart = MailboxTraits(rawValue: 1 << 10)
  /// The domain is a literal in square brackets.
  public static let domainLiteral = MailboxTraits(rawValue: 1 << 11)
  /// The address has characters outside ASCII (RFC 6532 §3.2).
  public static let internationalized = MailboxTraits(rawValue: 1 << 12)
  /// The display name has octets outside ASCII that are not encoded.
  public static let rawDisplayName = MailboxTraits(rawValue: 1 << 13)
  /// An encoded word of the display name is broken, or of an unknown charset.
  public static let brokenDisplayName = MailboxTraits(rawValue: 1 << 14)
  /// The display name is that of a comment behind the address, as it was done before 1982.
  public static let nameInComment = MailboxTraits(rawValue: 1 << 15)
  /// The angle bracket is never closed.
  public static let unclosedBracket = MailboxTraits(rawValue: 1 << 16)
  /// Something stands behind the angle bracket that does not belong there.
  public static let trailingText = MailboxTraits(rawValue: 1 << 17)

  /// Those after which readers disagree about the address.
  static let malformed: MailboxTraits = [
    .noAt, .severalAts, .noLocalPart, .noDomain, .blankInAddress, .encodedWordInAddress, .illegalCharacter,
    .unclosedBracket
  ]
}
