import Checks
import Reporting
import Survey

extension HTMLPage {
  /// Sessions of TLS reports: by policy, what failed and what to do, by reporter and by day.
  mutating func tls(_ tally: TLSTally) {
    if tally.readCount == 0 { return }
    section("TLS reports") { page in
      page.table(
        ["Domain", "Policy", "Reports", "Good", "Failed"],
        tally.policies.rows.map { [Self.words($0.key.domain), Self.words($0.key.policyName)] + Self.cells($0.sessions) }
      )
      if !tally.failures.isEmpty {
        page.table(
          ["Failure", "Policy", "Sessions", "What happened", "What to do", "Reported by"],
          tally.failures.map { failures in
            [Self.inline("code", failures.title), Self.words("\(failures.kind.domain): \(failures.policyWords)")]
              + ["\(failures.sessions)", Self.words(failures.words), Self.words(failures.remedy)]
              + [Self.words(failures.reporters.joined(separator: ", "))]
          })
      }
      if tally.otherSessions > 0 { page.element("p", "\(tally.otherSessions) more sessions failed in other ways.") }
      page.table(
        ["Reporter", "Reports", "Good", "Failed"],
        tally.reporters.rows.map { [Self.words($0.key)] + Self.cells($0.sessions) })
      page.days(of: tally)
    }
  }

  private mutating func days(of tally: TLSTally) {
    let days = tally.days.rows
    if days.isEmpty { return }
    let bars = days.map {
      BarChart.Bar(
        ReportsWords.day($0.key * 86_400), place: $0.key, good: $0.sessions.successful, bad: $0.sessions.failed)
    }
    let words = "Sessions by day: \(tally.successful) good, \(tally.failed) failed."
    chart(BarChart(words: words, parts: ("good", "failed"), bars: bars), id: "tls")
    raw("<details><summary>Days as a table</summary>\n")
    table(
      ["Day", "Reports", "Good", "Failed"],
      days.map { [ReportsWords.day($0.key * 86_400)] + Self.cells($0.sessions) })
    raw("</details>\n")
  }

  private static func cells(_ sessions: TLSSessions) -> [String] {
    [sessions.reports, sessions.successful, sessions.failed].map(String.init)
  }

  /// What bounces say: who refused, with which status and why, and what to do.
  mutating func bounces(_ tally: BounceTally) {
    if tally.readCount == 0 { return }
    section("Bounces") { page in
      page.element("p", "\(tally.words).")
      if tally.reasons.isEmpty { return }
      page.table(
        ["Refused by", "Status", "Recipients", "To", "Why", "What was said", "What to do"],
        tally.reasons.map { reason in
          let names = reason.recipients.map { $0.messages == 1 ? $0.name : "\($0.name) (\($0.messages))" }
          return [Self.words(reason.receiverName), Self.inline("code", reason.kind.codes), "\(reason.count)"]
            + [Self.words(names.joined(separator: ", ")), Self.words(reason.words)]
            + [Self.inline("code", reason.said), Self.words(reason.remedy ?? "")]
        })
      if tally.others > 0 { page.element("p", "\(tally.others) more recipients, for other reasons.") }
    }
  }
}
