import AuditModel

/// Markup as it grows. Whatever comes from outside goes through ``MarkupText``.
public struct HTMLPage: Sendable {
  /// Stands before every identifier, so that several reports fit on one page.
  public let prefix: String
  /// The markup so far.
  public private(set) var text = ""

  /// Begins with nothing.
  public init(prefix: String) {
    self.prefix = prefix
  }

  /// Appends markup of ours.
  public mutating func raw(_ markup: String) { text += markup }

  /// Begins an element that holds others.
  public mutating func open(_ name: String, class style: String = "") {
    text += "<\(name)\(Self.attribute("class", style))>\n"
  }

  /// Ends an element.
  public mutating func close(_ name: String) { text += "</\(name)>\n" }

  /// An element that holds text of anybody.
  public mutating func element(_ name: String, _ words: String, class style: String = "") {
    text += Self.inline(name, words, class: style) + "\n"
  }

  /// A section with its heading.
  public mutating func section(_ title: String, class style: String = "", _ content: (inout HTMLPage) -> Void) {
    open("section", class: style)
    element("h2", title)
    content(&self)
    close("section")
  }

  /// An element that holds text of anybody, as markup.
  public static func inline(_ name: String, _ words: String, class style: String = "") -> String {
    "<\(name)\(attribute("class", style))>\(MarkupText.of(words))</\(name)>"
  }

  /// Text of anybody, as markup.
  public static func words(_ text: String) -> String { MarkupText.of(text) }

  private static func attribute(_ name: String, _ value: String) -> String {
    value.isEmpty ? "" : " \(name)=\"\(MarkupText.of(value))\""
  }

  /// A grade as a coloured letter.
  static func badge(_ grade: Grade) -> String {
    let style = grade.letter.map { "grade-" + $0.name.lowercased() } ?? "grade-none"
    return "<span class=\"grade \(style)\">\(MarkupText.of(grade.description))</span>"
  }

  /// A severity as a coloured word.
  static func tag(_ level: Severity) -> String { inline("span", level.name, class: "tag \(level.name)") }
}

extension HTMLPage {
  /// A table; cells are markup already.
  public mutating func table(_ head: [String], _ rows: [[String]], class style: String = "") {
    raw("<div class=\"wide\">\n")
    open("table", class: style)
    raw(
      "<thead><tr>" + head.map { "<th scope=\"col\">\(MarkupText.of($0))</th>" }.joined() + "</tr></thead>\n<tbody>\n")
    for row in rows {
      let cells = row.enumerated().map { $0 == 0 ? "<th scope=\"row\">\($1)</th>" : "<td>\($1)</td>" }
      raw("<tr>" + cells.joined() + "</tr>\n")
    }
    raw("</tbody>\n")
    close("table")
    raw("</div>\n")
  }

  /// What was seen, the part that matters marked.
  mutating func evidence(_ evidence: Evidence) {
    var excerpt = ""
    var isMarked = false
    for cell in Cell.of(evidence.excerpt, marked: evidence.highlight) {
      if cell.isMarked != isMarked { excerpt += cell.isMarked ? "<mark>" : "</mark>" }
      isMarked = cell.isMarked
      excerpt += MarkupText.of(cell.text)
    }
    if isMarked { excerpt += "</mark>" }
    let place = evidence.source + (evidence.server.map { " (from \($0))" } ?? "")
    raw("<div class=\"evidence\">\(Self.inline("span", place, class: "place")) <code>\(excerpt)</code></div>\n")
  }
}
