@testable import CommandLine

/// `reports/application-coverage.md`: every requirement with what shows that it is met.
struct CoveragePage {
  /// A requirement that a test has run.
  struct Met {
    let row: Requirement
    let test: String
  }

  /// In the order of their numbers.
  let met: [Met]
  let waiting: [Waiting]

  /// The page as Markdown.
  var text: String {
    let count = waiting.reduce(0) { $0 + $1.numbers.count }
    var lines = [
      "# Applications: what is known of them, and shown", "", GeneratedNotice.line, "",
      "What administrators of MediaWiki, DokuWiki and GitLab met with mail, each with the check or the feature that "
        + "handles it, and the test that runs their own example. Of \(Coverage.last) requirements \(met.count) are met, "
        + "and \(count) wait.",
      "", "| | application | behaviour | check or feature | test |", "|---|---|---|---|---|"
    ]
    lines += met.map { item in
      "| R\(item.row.number) | \(cell(item.row.application)) | \(cell(item.row.behaviour)) | "
        + "\(cell(item.row.features.joined(separator: ", "))) | \(item.test) |"
    }
    lines += ["", "## Waiting", "", "| | application | behaviour | what is missing |", "|---|---|---|---|"]
    lines += waiting.map { item in
      let name =
        item.numbers.count == 1
        ? "R\(item.numbers.lowerBound)" : "R\(item.numbers.lowerBound)–R\(item.numbers.upperBound)"
      return "| \(name) | \(cell(item.application)) | \(cell(item.behaviour)) | \(cell(item.reason)) |"
    }
    if waiting.isEmpty { lines.append("| | | none | |") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Words in a table: what Markdown would take for a mark is escaped.
  private func cell(_ words: String) -> String {
    words.map { "*_<>[]`|$".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
