import AuditModel
import Scan

extension ScanSummary {
  /// The summary as a page for a browser or for paper, without any other resource.
  public var html: [UInt8] {
    var page = HTMLPage(prefix: "")
    page.open("article")
    page.open("header")
    page.element("h1", "Scan of \(tally.domains) domains")
    page.element("p", headline, class: "answer")
    if let unfinished { page.element("p", "Not finished: \(unfinished)", class: "warn") }
    if uncounted > 0 { page.element("p", "\(uncounted) earlier results are in a table, and not counted here.") }
    page.element("p", "\(cost). \(validation). Grades for the goal \"\(goal.rawValue)\".", class: "dim")
    if let selection {
      page.element("p", "Only these areas: \(selection.map(\.title).joined(separator: ", ")).", class: "dim")
    }
    page.close("header")
    page.section("Policies") { policyTable(&$0) }
    page.section("Grades") { gradeTable(&$0) }
    page.section("Verdicts") { verdictTable(&$0) }
    page.section("Most frequent findings") { findingTable(&$0) }
    page.section("Worst domains") { worstTable(&$0) }
    page.element("footer", "Written \(Timestamp.rfc3339(time)).", class: "dim")
    page.close("article")
    return Array((HTMLPage.beginning(title: "mailaudit: scan") + page.text + HTMLPage.ending).utf8)
  }

  private func policyTable(_ page: inout HTMLPage) {
    let rows = policies.map { kind, counts in
      [
        MarkupText.of(kind), Self.share(Self.adoption(counts), of: counts.total),
        counts.ordered.map { "\(MarkupText.of($0.word)) \(Self.share($0.count, of: counts.total))" }
          .joined(separator: "<br>")
      ]
    }
    page.table(["Policy", "Adopted", "Values"], rows)
  }

  private static let letters = ["A", "B", "C", "D", "F", "?", "-"]

  /// Domains by grade; grades that something unseen could make worse count with their letter.
  private func gradeTable(_ page: inout HTMLPage) {
    var rows = [Self.gradeRow("overall", tally.grades)]
    for area in Area.allCases {
      if let counts = tally.areas[area.rawValue] { rows.append(Self.gradeRow(area.title, counts)) }
    }
    page.table(["Area"] + Self.letters, rows)
  }

  private static func gradeRow(_ name: String, _ counts: WordCount) -> [String] {
    [MarkupText.of(name)]
      + letters.map { letter in
        let count = counts.numbers.filter { $0.key.prefix(1) == letter }.values.reduce(0, +)
        return count == 0 ? "" : share(count, of: counts.total)
      }
  }

  private func verdictTable(_ page: inout HTMLPage) {
    let shown: [Verdict] = [.pass, .fail, .warn, .unknown, .info, .notApplicable]
    let rows = verdicts.map { area, numbers in
      [MarkupText.of(area.title)] + shown.map { String(numbers[$0] ?? 0) }
    }
    page.element("p", "All checks of an area together, over all domains.", class: "dim")
    page.table(["Area", "pass", "fail", "warn", "could not look", "remark", "does not apply"], rows)
  }

  private func findingTable(_ page: inout HTMLPage) {
    let rows = frequent.prefix(Self.frequentCount).map { check in
      let words = descriptions[check.check]
      let examples = check.examples.map {
        "<strong>\(MarkupText.of($0.domain))</strong>: \(MarkupText.of($0.statement))"
      }
      return [
        "<code>\(MarkupText.of(check.check))</code> \(words.map { HTMLPage.tag($0.severity) } ?? "")",
        Self.share(check.defects, of: tally.domains), MarkupText.of(words?.title ?? ""),
        examples.joined(separator: "<br>")
      ]
    }
    page.table(["Check", "Domains", "What should be so", "Examples"], rows)
  }

  private func worstTable(_ page: inout HTMLPage) {
    let rows = tally.worst.map { [MarkupText.of($0.domain), MarkupText.of($0.grade), String($0.fails)] }
    page.table(["Domain", "Grade", "Failed checks"], rows)
  }

  private static func share(_ part: Int, of whole: Int) -> String { "\(part) (\(percent(part, of: whole)))" }
}
