/// A macro-string (RFC 7208 §7.1): literal octets and what is put in for a message.
public struct SPFMacroString: Sendable, Hashable {
  /// The parts in order.
  public let parts: [Part]
  /// The octets of the whole, as offsets into the text that it stands in.
  public let range: Range<Int>

  /// Makes a macro-string of its parts.
  public init(parts: [Part], range: Range<Int>) {
    self.parts = parts
    self.range = range
  }

  /// A piece of a macro-string.
  public enum Part: Sendable, Hashable {
    /// Octets as they are; `%%`, `%_` and `%-` are among them as `%`, a space and `%20`.
    case literal([UInt8])
    /// `%{…}`.
    case macro(SPFMacro)
  }

  /// The macros in order.
  public var macros: [SPFMacro] {
    parts.compactMap { if case .macro(let macro) = $0 { macro } else { nil } }
  }

  /// Whether the text is the same for every message.
  public var isLiteral: Bool {
    parts.allSatisfy { if case .literal = $0 { true } else { false } }
  }

  /// Whether one of the macros is of a letter among `letters`.
  public func uses(_ letters: Set<SPFMacro.Letter>) -> Bool {
    parts.contains { if case .macro(let macro) = $0 { letters.contains(macro.letter) } else { false } }
  }
}

/// One macro-expand with a letter: `%{` letter, transformers, delimiters `}` (RFC 7208 §7.1).
public struct SPFMacro: Sendable, Hashable {
  /// The letter, in lower case.
  public let letter: Letter
  /// Whether the letter is in upper case: the value is URL-escaped (RFC 7208 §7.3).
  public let isURLEscaped: Bool
  /// How many right-hand parts are kept; nil for all.
  public let keptParts: Int?
  /// Whether the parts are reversed, before any are dropped.
  public let isReversed: Bool
  /// Where the value is split; empty means at dots.
  public let delimiters: [UInt8]
  /// The octets of the macro, as offsets into the text that it stands in.
  public let range: Range<Int>

  /// Makes a macro of its parts.
  public init(
    letter: Letter, isURLEscaped: Bool = false, keptParts: Int? = nil, isReversed: Bool = false,
    delimiters: [UInt8] = [], range: Range<Int>
  ) {
    self.letter = letter
    self.isURLEscaped = isURLEscaped
    self.keptParts = keptParts
    self.isReversed = isReversed
    self.delimiters = delimiters
    self.range = range
  }

  /// The macro letters (RFC 7208 §7.2), each with its octet.
  public enum Letter: UInt8, Sendable, Hashable, CaseIterable {
    /// `s`: the sender, local part and domain.
    case sender = 0x73
    /// `l`: the local part of the sender.
    case localPart = 0x6C
    /// `o`: the domain of the sender.
    case senderDomain = 0x6F
    /// `d`: the domain that is being checked.
    case domain = 0x64
    /// `i`: the address, an IPv6 address as nibbles.
    case address = 0x69
    /// `p`: the validated name of the address; not to be used.
    case validatedName = 0x70
    /// `v`: `in-addr` or `ip6`.
    case arpa = 0x76
    /// `h`: the HELO or EHLO name.
    case helo = 0x68
    /// `c`: the address as people write it; in explanations only.
    case readableAddress = 0x63
    /// `r`: the name of the host that checks; in explanations only.
    case receiver = 0x72
    /// `t`: the time in seconds; in explanations only.
    case timestamp = 0x74

    /// Whether the letter may stand in an explanation only (RFC 7208 §7.2).
    public var isForExplanationsOnly: Bool {
      [.readableAddress, .receiver, .timestamp].contains(self)
    }
  }
}
