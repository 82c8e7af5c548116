public import AuditModel

/// Text for people, built line by line: wraps to a width, paints on a terminal, makes every foreign character
/// harmless.
public struct TextPage: Sendable {
  /// The width in columns that lines are wrapped to.
  public let width: Int
  /// Whether colours are used.
  public let isColoured: Bool
  private var text = ""

  /// Makes an empty page; a width outside ``TextLimits`` is brought inside.
  public init(width: Int = TextLimits.width, isColoured: Bool = false) {
    self.width = min(max(width, TextLimits.narrowest), TextLimits.widest)
    self.isColoured = isColoured
  }

  /// The page as UTF-8.
  public var octets: [UInt8] { Array(text.utf8) }

  /// Writes one line as it is, without wrapping; an empty one for no spans.
  public mutating func line(_ spans: Span..., indent: Int = 0) {
    line(spans, indent: indent)
  }

  /// Writes one line as it is, without wrapping.
  public mutating func line(_ spans: [Span], indent: Int = 0) {
    let written = spans.map { paint(VisibleText.of($0.text), $0.paint) }.joined()
    text += (written.isEmpty ? "" : blanks(indent) + written) + "\n"
  }

  /// Writes a wrapped paragraph; a line feed in `words` is spelled out like any other control character, so that
  /// nobody's text can pass for lines of ours. A label stands before the first line, and all lines begin behind it.
  public mutating func paragraph(
    _ words: String, label: Span = "", labelWidth: Int = 0, indent: Int = 0, paint: Paint = .plain
  ) {
    let room = max(TextLimits.narrowest / 2, width - indent - labelWidth)
    for (index, line) in Wrapping.lines(VisibleText.of(words), width: room).enumerated() {
      let name = VisibleText.of(index == 0 ? label.text : "")
      text += blanks(indent) + self.paint(name, label.paint) + blanks(labelWidth - name.columns)
      text += self.paint(line, paint) + "\n"
    }
  }

  /// Writes what was seen, with a mark under the part that matters. A long excerpt is cut down to the lines around
  /// that part unless `isWhole`.
  public mutating func evidence(_ evidence: Evidence, indent: Int = 0, isWhole: Bool = false) {
    let room = max(TextLimits.narrowest / 2, width - indent - 2)
    for row in EvidenceRows.of(evidence, width: room, isWhole: isWhole) {
      text += blanks(indent) + paint("| ", .dim) + row.map { paint($0.text, $0.paint) }.joined() + "\n"
    }
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  private func paint(_ text: String, _ paint: Paint) -> String {
    isColoured && !text.isEmpty && paint != .plain ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// How text looks on a terminal: the parameters of SGR (ECMA-48 §8.3.117).
public enum Paint: String, Sendable {
  /// As the terminal likes it.
  case plain = ""
  /// Heavier.
  case bold = "1"
  /// Lighter.
  case dim = "2"
  /// Bad.
  case red = "1;31"
  /// Questionable.
  case yellow = "33"
  /// Good.
  case green = "32"
  /// Undecided.
  case blue = "36"
}

/// A piece of a line with its look.
public struct Span: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// The text; foreign characters are made harmless when it is written.
  public let text: String
  /// The look.
  public let paint: Paint

  /// Makes a piece.
  public init(_ text: String, _ paint: Paint = .plain) {
    self.text = text
    self.paint = paint
  }

  /// A plain piece.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}
