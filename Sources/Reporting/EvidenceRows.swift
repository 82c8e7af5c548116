import AuditModel

/// Evidence as rows of a page: the place, the excerpt, and a mark under the part that matters.
enum EvidenceRows {
  static func of(_ evidence: Evidence, width: Int, isWhole: Bool) -> [[Span]] {
    let place = VisibleText.of(evidence.source + (evidence.server.map { " (from \($0))" } ?? ""))
    let whole = Cell.of(evidence.excerpt, marked: evidence.highlight)
    let cells = isWhole ? whole : clipped(shortened(whole, width: width), to: width * TextLimits.excerptLines)
    let columns = cells.reduce(0) { $0 + $1.columns }
    if !cells.contains(where: \.isMarked), place.columns + 2 + columns <= width {
      return [[Span(place + ": ", .dim), Span(cells.map(\.text).joined())]]
    }
    return [[Span(place, .dim)]] + rows(cells, width: width).flatMap(spans)
  }

  /// One row of text, and one of marks below it when a part of it matters.
  private static func spans(_ cells: ArraySlice<Cell>) -> [[Span]] {
    let end = cells.lastIndex { $0.isMarked || $0.text != " " }
    let row = end.map { cells[...$0] } ?? cells
    var spans: [Span] = []
    var marks = ""
    for cell in row {
      let paint: Paint = cell.isMarked ? .red : .plain
      if let last = spans.last, last.paint == paint {
        spans[spans.count - 1] = Span(last.text + cell.text, paint)
      } else {
        spans.append(Span(cell.text, paint))
      }
      marks += String(repeating: cell.isMarked ? "^" : " ", count: cell.columns)
    }
    guard let end = marks.lastIndex(of: "^") else { return [spans] }
    return [spans, [Span(String(marks[...end]), .red)]]
  }

  /// Breaks cells into rows, behind a blank where there is one in the second half of a row.
  private static func rows(_ cells: [Cell], width: Int) -> [ArraySlice<Cell>] {
    var rows: [ArraySlice<Cell>] = []
    var (start, columns) = (0, 0)
    for (index, cell) in cells.enumerated() {
      if columns + cell.columns > width, index > start {
        let half = start + (index - start) / 2
        let end = cells[half..<index].lastIndex { $0.text == " " }.map { $0 + 1 } ?? index
        rows.append(cells[start..<end])
        start = end
        columns = cells[end..<index].reduce(0) { $0 + $1.columns }
      }
      columns += cell.columns
    }
    return start < cells.count || rows.isEmpty ? rows + [cells[start...]] : rows
  }

  /// A mark longer than a row, such as a key, is cut in its middle.
  private static func shortened(_ cells: [Cell], width: Int) -> [Cell] {
    guard let first = cells.firstIndex(where: \.isMarked), let last = cells.lastIndex(where: \.isMarked),
      last - first >= width
    else { return cells }
    let keep = width / 4
    let left = last - first + 1 - 2 * keep
    let dots = Cell.of(" … (\(left) characters) … ", marked: nil)
    return cells[..<(first + keep)] + dots + cells[(last + 1 - keep)...]
  }

  /// At most `limit` cells, those around the first mark; dots stand for what is left out.
  private static func clipped(_ cells: [Cell], to limit: Int) -> [Cell] {
    guard cells.count > limit else { return cells }
    let mark = cells.firstIndex(where: \.isMarked) ?? 0
    let start = min(max(0, mark - limit / 3), cells.count - limit)
    let (before, after) = (start, cells.count - start - limit)
    return dots(before, "… ") + cells[start..<(start + limit)] + dots(after, " … (\(after) more characters)")
  }

  private static func dots(_ count: Int, _ text: String) -> [Cell] {
    count > 0 ? Cell.of(text, marked: nil) : []
  }
}

/// One character of an excerpt as it is shown.
struct Cell {
  let text: String
  let columns: Int
  let isMarked: Bool

  /// The characters of a text; `marked` holds offsets of its UTF-8 octets. An empty range marks the place where
  /// something is missing.
  static func of(_ text: String, marked: Range<Int>?) -> [Cell] {
    let marked = marked.map { $0.isEmpty && $0.lowerBound < .max ? $0.lowerBound..<($0.lowerBound + 1) : $0 }
    var offset = 0
    var cells = text.unicodeScalars.map { scalar in
      let shown = scalar.isHarmless ? String(scalar) : scalar.escape
      let end = offset + UTF8.width(scalar)
      defer { offset = end }
      return Cell(text: shown, columns: shown.columns, isMarked: marked?.overlaps(offset..<end) ?? false)
    }
    if let marked, marked.lowerBound >= offset { cells.append(Cell(text: " ", columns: 1, isMarked: true)) }
    return cells
  }
}
