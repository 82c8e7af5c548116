import Checks
import Reporting
import Survey

extension HTMLPage {
  /// The messages by day, as a drawing and as a table.
  mutating func trend(_ tallies: DayTallies) {
    guard let first = tallies.days.first, let last = tallies.days.last else { return }
    section("Trend") { page in
      let bars = tallies.days.map { day in
        BarChart.Bar(
          ReportsWords.day(day.start), place: day.day, good: day.messages.passing, bad: day.messages.failing)
      }
      let sum = MessageCounts(tallies.days.map(\.messages))
      let worst = tallies.days.max { $0.messages.failing < $1.messages.failing }
      var words =
        "Messages by day from \(ReportsWords.day(first.start)) to \(ReportsWords.day(last.start)): "
        + "\(Self.share(sum.passing, of: sum.total)) of \(sum.total) pass."
      if let worst, worst.messages.failing > 0 {
        words +=
          " Most fail on \(ReportsWords.day(worst.start)): \(worst.messages.failing) of \(worst.messages.total)."
      }
      page.element("p", words)
      page.chart(BarChart(words: words, parts: ("pass", "fail"), bars: bars), id: "trend")
      page.raw("<details><summary>Days as a table</summary>\n")
      page.table(
        ["Day", "Messages", "Passing", "By DKIM", "By SPF", "Quarantined", "Rejected"],
        tallies.days.map { [ReportsWords.day($0.start)] + Self.numbers($0.messages) })
      page.raw("</details>\n")
      if tallies.undated.total > 0 {
        page.element("p", "\(tallies.undated.total) more messages have no day.", class: "dim")
      }
    }
  }

  /// The sources, each with its cause and what to do.
  mutating func sources(_ picture: DomainPicture) {
    if picture.sources.isEmpty { return }
    section("Sources") { page in
      page.table(
        ["Address", "Who", "Messages", "Passing", "By DKIM", "By SPF", "Cause", "What to do"],
        picture.sources.map { source in
          let messages = source.tally.messages
          let cause = source.judgement.map { "\($0.cause.title) (\($0.certainty.rawValue))" } ?? ""
          return [
            Self.inline("code", source.addressText, class: "whole"), Self.words(source.standingWords),
            "\(messages.total)"
          ]
            + [messages.passing, messages.dkim, messages.spf].map { Self.share($0, of: messages.total) }
            + [Self.words(cause), Self.words(source.remedy(in: picture) ?? "")]
        })
      let further = picture.tally.furtherSources
      if further.total > 0 {
        page.element(
          "p",
          "\(further.total) more messages, \(further.failing) of them failing, came from more sources than are told apart."
        )
      }
    }
  }

  /// Organizations, policies, overrides, selectors and reporters.
  mutating func seen(_ picture: DomainPicture) {
    let tally = picture.tally
    policies(tally.policies)
    if !tally.overrides.reasons.isEmpty {
      section("Overrides") { page in
        page.table(
          ["Reason of receivers", "Messages", "Failing"],
          tally.overrides.reasons.map {
            [Self.words($0.type + ($0.isARC ? ", arc=pass" : "")), "\($0.shares.messages)", "\($0.shares.failing)"]
          })
      }
    }
    section("Seen") { page in
      let organizations = picture.organizations
      page.table(
        ["Organization", "Sources", "Messages", "Passing"],
        organizations.map { group in
          [Self.words(group.name), "\(group.sourceCount)", "\(group.messages.total)"]
            + [Self.share(group.messages.passing, of: group.messages.total)]
        })
      let reporters = tally.reporters.sorted { ($1.messages.total, $0.name) < ($0.messages.total, $1.name) }
      page.table(
        ["Reporter", "Reports", "Messages", "Passing"],
        reporters.map { reporter in
          [Self.words(reporter.name), "\(reporter.reportCount)", "\(reporter.messages.total)"]
            + [Self.share(reporter.messages.passing, of: reporter.messages.total)]
        })
      if !picture.selectors.isEmpty {
        page.table(
          ["Selector", "Messages"], picture.selectors.map { [Self.inline("code", $0.selector), "\($0.messages)"] })
      }
    }
  }

  private mutating func policies(_ policies: [PolicySight]) {
    if policies.isEmpty { return }
    section("Policies seen") { page in
      page.table(
        ["Policy", "Reports", "From", "To", "Reporters"],
        policies.map { sight in
          [Self.inline("code", sight.tags), "\(sight.reportCount)"]
            + [sight.begin, sight.end].map { $0.map(ReportsWords.day) ?? "" }
            + [Self.words(sight.reporters.joined(separator: ", "))]
        })
    }
  }

  private static func numbers(_ messages: MessageCounts) -> [String] {
    [
      messages.total, messages.passing, messages.dkim, messages.spf, messages.quarantined, messages.rejected
    ].map(String.init)
  }

  private static func share(_ part: Int, of whole: Int) -> String { Readiness.share(part, of: whole) }
}
