public import OpenSSLKit

/// Brings names and passwords into one form (RFC 4013, RFC 8265 §4.2), where this can be done without tables of Unicode.
///
/// Both standards agree on most of what people type: ASCII, letters of Latin, Greek and Cyrillic, kana, Han and Hangul
/// stay as they are, a base letter with its accent becomes one letter, and every space becomes a blank. Where they
/// differ, servers do too, and where tables would be needed a guess would look like a wrong password: both are refused.
public enum SASLprep {
  /// The prepared form of a secret.
  public static func prepare(_ secret: Secret) throws(SASLprepFault) -> Secret {
    if secret.isEmpty { throw .empty }
    return try secret.reveal { (octets) throws(SASLprepFault) in
      guard let text = try? UTF8Span(validating: octets) else { throw .notUTF8 }
      var builder = SecretBuilder(capacity: octets.count)
      var (scalars, last): (_, Unicode.Scalar?) = (text.makeUnicodeScalarIterator(), nil)
      while let scalar = scalars.next() {
        if scalar.properties.canonicalCombiningClass != .notReordered {
          guard let base = last, let letter = compose(base, scalar) else { throw .needsTables }
          last = letter
        } else {
          if let last { builder.append(last) }
          last = try kept(scalar)
        }
      }
      if let last { builder.append(last) }
      return builder.finish()
    }
  }

  /// The prepared form of a text that is no secret.
  public static func prepare(_ text: String) throws(SASLprepFault) -> String {
    try prepare(Secret(text)).reveal { octets in
      String(decoding: octets.indices.map { octets[$0] }, as: UTF8.self)
    }
  }

  /// What stands for a character that is no combining mark.
  private static func kept(_ scalar: Unicode.Scalar) throws(SASLprepFault) -> Unicode.Scalar {
    switch scalar.value {
    case 0x20...0x7E: return scalar
    // RFC 4013 §2.3 and RFC 8264 §9.12: control characters are prohibited.
    case 0...0x1F, 0x7F...0x9F: throw .controlCharacter
    default: break
    }
    // RFC 4013 §2.1, RFC 8265 §4.2.2: other spaces become a blank.
    if scalar.properties.generalCategory == .spaceSeparator { return " " }
    guard isStable(scalar) else { throw .needsTables }
    return scalar
  }

  /// One letter in place of two characters (Unicode's canonical composition); nil when there is none among the letters
  /// that stay as they are.
  private static func compose(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    var pair = String.UnicodeScalarView()
    pair.append(base)
    pair.append(mark)
    let text = String(pair)
    let letters = (0xC0...0x4F9).lazy.compactMap(Unicode.Scalar.init)
    return letters.first { isStable($0) && String(Character($0)) == text }
  }

  private static func isStable(_ scalar: Unicode.Scalar) -> Bool {
    stable.contains { $0.contains(scalar.value) }
  }

  /// Characters of Unicode 3.2, which RFC 4013 is bound to, that no normalisation changes, that compose with nothing but
  /// combining marks, and that are written from left to right.
  private static let stable: [ClosedRange<UInt32>] = [
    0xA1...0xA7, 0xA9...0xA9, 0xAB...0xAC, 0xAE...0xAE, 0xB0...0xB1, 0xB6...0xB7, 0xBB...0xBB, 0xBF...0x131,
    0x134...0x13E, 0x141...0x148, 0x14A...0x17E, 0x386...0x386, 0x388...0x38A, 0x38C...0x38C, 0x38E...0x3A1,
    0x3A3...0x3CE, 0x400...0x481, 0x48A...0x4CE, 0x4D0...0x4F5, 0x4F8...0x4F9, 0x2013...0x2014, 0x2018...0x201E,
    0x2020...0x2022, 0x2030...0x2030, 0x2039...0x203A, 0x20AC...0x20AC, 0x3041...0x3096, 0x30A1...0x30FA,
    0x30FC...0x30FC, 0x4E00...0x9FA5, 0xAC00...0xD7A3
  ]
}

/// Why a text cannot be prepared. The character is not named: it may be one of a password.
public enum SASLprepFault: Error, Sendable, Hashable, CaseIterable {
  /// Nothing at all.
  case empty
  /// The octets are no UTF-8.
  case notUTF8
  /// A control character.
  case controlCharacter
  /// A character that the standards treat differently, or that needs the tables of Unicode.
  case needsTables
}

extension SASLprepFault: CustomStringConvertible {
  /// The end of a sentence that begins with what cannot be prepared.
  public var description: String {
    switch self {
    case .empty: "is empty"
    case .notUTF8: "is not written in UTF-8"
    case .controlCharacter: "holds a control character (RFC 4013 §2.3)"
    case .needsTables:
      """
      holds a character that servers prepare in different ways (RFC 4013, RFC 8265): use one of ASCII, or the mechanism \
      PLAIN
      """
    }
  }
}

extension SecretBuilder {
  /// Adds a character in UTF-8.
  fileprivate mutating func append(_ scalar: Unicode.Scalar) {
    for octet in UTF8.encode(scalar) ?? .init() { append(octet) }
  }
}
