/// Text from strangers, made fit for a terminal: what would steer the terminal or hide is spelled out.
public enum VisibleText {
  /// The text with every control, format and unassigned character written as an escape such as `\x1B` or `\u{202E}`.
  ///
  /// Terminal escapes, line breaks, changes of writing direction and invisible characters are harmless in the result.
  public static func of(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
    return text.unicodeScalars.map { $0.isHarmless ? String($0) : $0.escape }.joined()
  }
}

extension Unicode.Scalar {
  /// Whether the character shows itself, and nothing else.
  var isHarmless: Bool {
    if isASCII { return (0x20...0x7E).contains(value) }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: return false
    default: return true
    }
  }

  /// The character spelled out.
  var escape: String {
    switch self {
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default: break
    }
    let digits = String(value, radix: 16, uppercase: true)
    if value > 0xFF { return "\\u{\(digits)}" }
    return "\\x" + (digits.utf8.count < 2 ? "0" : "") + digits
  }

  /// The columns that the character takes on a terminal: 0 for a mark on the character before it, 2 for wide ones
  /// (Unicode Standard Annex 11), 1 otherwise.
  var columns: Int {
    if value < 0x300 { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: return Self.wide.contains { $0.contains(value) } ? 2 : 1
    }
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
    0x1F900...0x1FAFF, 0x20000...0x3FFFD
  ]
}

extension String {
  /// The columns that the text takes on a terminal.
  var columns: Int {
    utf8.allSatisfy { $0 < 0x80 } ? utf8.count : unicodeScalars.reduce(0) { $0 + $1.columns }
  }

  /// The text with blanks behind it up to a width in columns.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - columns))
  }
}
