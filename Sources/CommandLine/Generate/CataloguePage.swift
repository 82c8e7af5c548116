import AuditModel
import Checks
import Reporting

/// The catalogue as Markdown.
enum CataloguePage {
  /// A list of all checks, then each in full.
  static func text(_ checks: [any CatalogueEntry]) -> String {
    let areas = Dictionary(grouping: checks) { $0.description.area }.sorted { $0.key < $1.key }
    var lines = [
      "# Checks", "", GeneratedNotice.line, "",
      "\(checks.count) checks, catalogue of \(Catalogue.version). `mailaudit explain ID` prints one of them."
    ]
    for (area, checks) in areas {
      lines += ["", "## \(area.title)", "", "| check | severity | the good condition |", "|---|---|---|"]
      lines += checks.map { check in
        let words = check.description
        return "| [\(words.id)](#\(words.id.rawValue.lowercased())) | \(words.severity.name) | \(cell(words.title)) |"
      }
    }
    lines += planned
    for (_, checks) in areas { lines += checks.flatMap(section) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The ids that are kept for checks to come.
  private static var planned: [String] {
    guard !Catalogue.planned.isEmpty else { return [] }
    return ["", "## Not yet made", "", "| id | area | the good condition | waits for |", "|---|---|---|---|"]
      + Catalogue.planned.map { check in
        "| \(check.id) | \(check.area.title) | \(cell(check.title)) | \(cell(check.reason)) |"
      }
  }

  private static func section(_ check: any CatalogueEntry) -> [String] {
    let words = check.description
    let fields = [
      ("Severity", "\(words.severity.name): \(words.severityReason)"), ("Applies", words.appliesWhen),
      ("Rule", words.rule), ("Why it matters", words.whyItMatters), ("What to do", words.remedy),
      ("Standards", words.standards.inShort),
      ("Explained by", words.causes.map(\.rawValue).joined(separator: ", ")),
      ("Asked for by", words.profiles.map { "\($0.profile.rawValue) (\($0.role.rawValue))" }.joined(separator: ", "))
    ]
    return ["", "### \(words.id)", "", text(words.title) + ".", ""]
      + fields.filter { !$0.1.isEmpty }.map { "- **\($0.0)**: \(text($0.1))" }
      + ["", "| verdict | example |", "|---|---|"] + check.exampleTexts.map(row)
  }

  private static func row(_ example: ExampleText) -> String {
    let zone = example.rows.map { $0.isEmpty ? "" : "`" + code($0) + "`" }.joined(separator: "<br>")
    let given = example.settings.map { " `\(code($0))`" }.joined()
    return "| \(example.verdict.words) | \(cell(example.title))\(given)<br>\(zone) |"
  }

  /// Words in running text: what Markdown would take for a mark is escaped.
  private static func text(_ words: String) -> String {
    words.map { "*_<>[]`".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  /// Words in a table.
  private static func cell(_ words: String) -> String {
    text(words).map { $0 == "|" ? "\\|" : String($0) }.joined()
  }

  /// Text between backticks in a table.
  private static func code(_ text: String) -> String {
    text.map { $0 == "|" ? "\\|" : $0 == "`" ? "'" : String($0) }.joined()
  }
}

/// What generated pages say of themselves.
enum GeneratedNotice {
  /// Not to be edited.
  static let line = "<!-- Written by script/generate from the code; edit the code instead. -->"
}
