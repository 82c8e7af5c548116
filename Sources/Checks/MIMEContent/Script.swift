/// The scripts of letters in domain names, as far as they are told apart (Unicode Standard Annex 24).
enum Script: String, Hashable {
  case latin, greek, cyrillic, armenian, hebrew, arabic, devanagari, thai, georgian, hangul, hiragana, katakana,
    bopomofo, han, other

  /// Of a character; nil for digits, marks and hyphens, which belong to every script.
  init?(_ scalar: Unicode.Scalar) {
    guard scalar.properties.isAlphabetic else { return nil }
    self = Self.blocks.first { $0.range.contains(scalar.value) }?.script ?? .other
  }

  private static let blocks: [(range: ClosedRange<UInt32>, script: Script)] = [
    (0x41...0x24F, .latin), (0x250...0x2AF, .latin), (0x370...0x3FF, .greek), (0x400...0x52F, .cyrillic),
    (0x531...0x58F, .armenian), (0x590...0x5FF, .hebrew), (0x600...0x77F, .arabic), (0x900...0x97F, .devanagari),
    (0xE00...0xE7F, .thai), (0x10A0...0x10FF, .georgian), (0x1100...0x11FF, .hangul), (0x1E00...0x1EFF, .latin),
    (0x1F00...0x1FFF, .greek), (0x3005...0x3007, .han), (0x3040...0x309F, .hiragana), (0x30A0...0x30FF, .katakana),
    (0x3100...0x312F, .bopomofo), (0x3400...0x9FFF, .han), (0xAC00...0xD7AF, .hangul), (0xF900...0xFAFF, .han),
    (0x20000...0x323AF, .han)
  ]

  /// The scripts of a label.
  static func scripts(of label: String) -> Set<Script> { Set(label.unicodeScalars.compactMap { Script($0) }) }

  /// Whether a label with these scripts is Highly Restrictive or better (Unicode Technical Standard 39 §5.2).
  static func areRestrictive(_ scripts: Set<Script>) -> Bool {
    scripts.count < 2 || mixtures.contains { scripts.isSubset(of: $0) }
  }

  private static let mixtures: [Set<Script>] = [
    [.latin, .han, .hiragana, .katakana], [.latin, .han, .bopomofo], [.latin, .han, .hangul]
  ]
}

/// Letters that look like those of ASCII (Unicode Technical Standard 39 §4).
enum Confusable {
  /// What a label looks like; nil when a letter of it looks like none of ASCII.
  static func skeleton(_ label: String) -> String? {
    var result = ""
    for character in label.unicodeScalars {
      if character.isASCII {
        result.unicodeScalars.append(character)
      } else {
        guard let letter = letters[character] else { return nil }
        result.append(letter)
      }
    }
    return result
  }

  /// Letters of Cyrillic, Greek and Armenian, and rare ones of Latin, with what they look like.
  private static let letters: [Unicode.Scalar: Character] = [
    "а": "a", "в": "b", "с": "c", "ԁ": "d", "е": "e", "һ": "h", "і": "i", "ј": "j", "к": "k", "ӏ": "l", "м": "m",
    "о": "o", "р": "p", "ԛ": "q", "ѕ": "s", "т": "t", "ѵ": "v", "ԝ": "w", "х": "x", "у": "y", "ү": "y", "г": "r",
    "п": "n", "ц": "u", "α": "a", "ε": "e", "η": "n", "ι": "i", "κ": "k", "ν": "v", "ο": "o", "ρ": "p", "τ": "t",
    "υ": "u", "χ": "x", "γ": "y", "ω": "w", "ϲ": "c", "ϳ": "j", "ո": "n", "ս": "u", "օ": "o", "հ": "h", "ց": "g",
    "զ": "q", "ɑ": "a", "ɡ": "g", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ḷ": "l", "ạ": "a", "ẹ": "e", "ọ": "o",
    "ị": "i", "ụ": "u"
  ]
}
