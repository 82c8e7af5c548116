public import Syntax

/// Something wrong with the structure or the encoding of a part, with its first place and how often it occurs.
public struct MIMEFault: Sendable, Hashable {
  /// What it is.
  public let kind: Kind
  /// The part, a place in the list of parts.
  public let part: Int
  /// The words, and the octets of the source concerned first.
  public let fault: SyntaxFault
  /// Line and column of the first occurrence.
  public let position: TextPosition
  /// How often it occurs in that part.
  public let count: Int

  /// The kinds of faults.
  public enum Kind: String, Sendable, CaseIterable {
    /// A field of the header of a part has a fault of its own.
    case field
    /// Content-Type without MIME-Version.
    case noMIMEVersion
    /// A field of MIME twice in one header.
    case fieldTwice
    /// A line ends the header that is neither field nor empty.
    case headerBroken
    /// A part ends inside its header.
    case headerOnly
    /// A header that was not kept as a whole.
    case headerTooLong
    /// A multipart without the parameter `boundary`.
    case noBoundary
    /// A boundary that breaks the rules for its length or characters.
    case badBoundary
    /// A multipart inside another one with the same boundary.
    case sameBoundary
    /// The boundary does not occur.
    case noStartBoundary
    /// The end boundary is missing.
    case noEndBoundary
    /// A line begins with the boundary and goes on.
    case boundaryInText
    /// The boundary occurs behind the end boundary.
    case boundaryAfterEnd
    /// A multipart that ends before any part.
    case noParts
    /// Text behind the end boundary.
    case epilogueText
    /// A multipart or message in base64 or quoted-printable.
    case encodedComposite
    /// Nested too deep to be taken apart.
    case tooDeep
    /// Too many parts to be taken apart.
    case tooManyParts
    /// A character that is not of the alphabet.
    case base64Character
    /// Data behind the padding.
    case base64AfterPadding
    /// The last group of base64 is not complete.
    case base64Truncated
    /// A line of more than 76 characters in base64 or quoted-printable.
    case encodedLineTooLong
    /// An equals sign without two hexadecimal digits or a line end.
    case quotedEscape
    /// Hexadecimal digits in lower case.
    case quotedLowerCase
    /// An octet above 127 in quoted-printable.
    case quotedEightBit
    /// White space at the end of a line of quoted-printable.
    case quotedTrailingBlank
    /// Octets above 127 in a part that says 7bit, or nothing.
    case eightBitIn7bit
    /// A line of more than 998 octets in a part that is not encoded.
    case lineTooLong
    /// Octets of zero in a part that is not binary.
    case nul
    /// CR or LF alone in a part that is not binary.
    case bareCR
    /// Text that is not of its charset UTF-8.
    case notUTF8
    /// Text that cannot be of its charset.
    case notInCharset
    /// Octets above 127 in text of US-ASCII.
    case eightBitInASCII
    /// Octets above 127 in text without a charset.
    case noCharset
    /// A charset that is not read here.
    case unknownCharset
    /// Octets 128 to 159 in text of ISO-8859.
    case controlInLatin
    /// UTF-8 in text that says it is another charset.
    case utf8AsLatin
  }
}

extension MIMEFault {
  /// A fault with the words of its kind.
  init(_ kind: Kind, part: Int, at place: SourcePlace, length: Int = 1, count: Int = 1) {
    let words = kind.words
    self.init(
      kind: kind, part: part,
      fault: SyntaxFault(
        place.offset..<(place.offset + max(0, length)), words.message, words.reference, gravity: words.gravity),
      position: place.position, count: count)
  }
}

/// Gathers faults, a bounded number of them.
struct MIMEFaultLog {
  private(set) var faults: [MIMEFault] = []
  /// How many were not kept.
  private(set) var dropped = 0

  mutating func add(_ fault: MIMEFault) {
    if faults.count < MIMELimits.faults { faults.append(fault) } else { dropped += 1 }
  }

  mutating func add(_ kind: MIMEFault.Kind, _ part: Int, _ occurrences: Occurrences) {
    guard let place = occurrences.first else { return }
    add(MIMEFault(kind, part: part, at: place, count: occurrences.count))
  }

  /// By place.
  var sorted: [MIMEFault] {
    faults.enumerated().sorted {
      ($0.element.fault.range.lowerBound, $0.offset) < ($1.element.fault.range.lowerBound, $1.offset)
    }.map(\.element)
  }
}
