import AuditModel
import Checks
import FeedbackReports
import Reporting
import Survey

extension TextPage {
  /// So many sources are shown unless everything is wanted.
  private static let usualSources = 15
  /// So many days.
  private static let usualDays = 7

  /// The sources, a line each.
  mutating func sources(_ picture: DomainPicture, isWhole: Bool) {
    if picture.sources.isEmpty { return }
    line()
    line(Span("Sources", .bold), Span("  messages, passing, by DKIM, by SPF", .dim))
    let shown = isWhole ? picture.sources[...] : picture.sources.prefix(Self.usualSources)
    let width = shown.map { $0.addressText.count }.max() ?? 0
    for source in shown {
      let messages = source.tally.messages
      let numbers = [
        Self.right("\(messages.total)", 9), Self.right(Readiness.share(messages.passing, of: messages.total), 6),
        Self.right(Readiness.share(messages.dkim, of: messages.total), 6),
        Self.right(Readiness.share(messages.spf, of: messages.total), 6)
      ].joined(separator: " ")
      let address = source.addressText + String(repeating: " ", count: max(0, width - source.addressText.count))
      let cause = source.judgement.map { ", \($0.cause.title)" } ?? ""
      paragraph(
        source.standingWords + cause, label: Span("\(address) \(numbers)"), labelWidth: width + 33, indent: 2)
    }
    let rest = picture.sources.count - shown.count
    if rest > 0 { paragraph("\(rest) more: --verbose shows all, --format csv gives a table.", indent: 2, paint: .dim) }
    let further = picture.tally.furtherSources
    if further.total > 0 {
      paragraph(
        "\(further.total) more messages, \(further.failing) of them failing, came from more sources than are told apart.",
        indent: 2)
    }
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// Selectors, policies, days and reporters.
  mutating func seen(_ picture: DomainPicture, isWhole: Bool) {
    line()
    line(Span("Seen", .bold))
    let tally = picture.tally
    let organizations = picture.organizations.map { group in
      "\(group.name) \(group.messages.total) (\(Readiness.share(group.messages.passing, of: group.messages.total)) pass)"
    }
    row("organizations", organizations.prefix(isWhole ? .max : 8))
    row("selectors", picture.selectors.map { "\($0.selector) \($0.messages)" }[...])
    row("policy", tally.policies.prefix(isWhole ? .max : 3).map(\.words)[...])
    row(
      "days",
      tally.days.days.suffix(isWhole ? .max : Self.usualDays).map { day in
        "\(Timestamp.rfc3339(day.start).prefix(10)) \(day.messages.total) "
          + "(\(Readiness.share(day.messages.passing, of: day.messages.total)) pass)"
      }[...])
    let reporters = tally.reporters.sorted { ($1.messages.total, $0.name) < ($0.messages.total, $1.name) }
    row("reporters", reporters.map { "\($0.name) \($0.messages.total)" }.prefix(isWhole ? .max : 8))
    row("overrides", tally.overrides.reasons.map { "\($0.type) \($0.shares.messages)" }[...])
  }

  private mutating func row(_ name: String, _ texts: ArraySlice<String>) {
    if texts.isEmpty { return }
    paragraph(texts.joined(separator: ", "), label: Span(name), labelWidth: 15, indent: 2)
  }

  /// Checks whose findings stand in tables above, but for what could not be seen.
  private static let tabled: Set<CheckID> = ["RPT-TLS-FAILURES", "RPT-DSN-CLASSIFY"]

  /// What the checks say beyond the tables, which stand above.
  mutating func checks(_ report: AuditReport, isWhole: Bool) {
    for outcome in report.outcomes where isWhole || outcome.check != "RPT-RUA-FAILING-SOURCES" {
      if !isWhole, Self.tabled.contains(outcome.check) {
        let unseen = outcome.findings.filter { $0.verdict == .unknown && $0.subject.isEmpty }
        facts(of: CheckOutcome(description: outcome.description, judgement: .findings(unseen)))
      } else if isWhole || outcome.verdict != .pass {
        facts(of: outcome)
      }
    }
    let passed = report.outcomes.filter { $0.verdict == .pass }.map(\.check.rawValue)
    if !passed.isEmpty {
      line()
      paragraph(passed.joined(separator: ", "), label: Span("In order", .bold), labelWidth: 10)
    }
  }

  /// What could not be read.
  mutating func unread(_ survey: ReportsSurvey) {
    let items = survey.unreadWords
    if items.isEmpty { return }
    line()
    line(Span("Not read", .bold))
    for item in items { paragraph(item.place.isEmpty ? item.words : "\(item.place): \(item.words)", indent: 2) }
  }

  /// How much there was.
  mutating func statistics(_ survey: ReportsSurvey) {
    line()
    paragraph(survey.countWords, paint: .dim)
  }
}

extension ReportsSurvey {
  /// How much there was, a sentence.
  var countWords: String {
    let (given, tally) = (given, aggregates)
    var facts = ["\(given.aggregates) aggregate reports given, \(tally.counted) counted, \(tally.recordCount) records"]
    let left = tally.leftOut
    for (count, words) in [
      (left.repeated, "given before"), (left.countedBefore, "counted earlier"), (left.older, "older"),
      (left.otherDomain, "about other domains"), (tally.furtherDomainReports, "about more domains than are kept")
    ] where count > 0 { facts.append("\(count) \(words)") }
    for (count, words) in [(given.tls, "TLS reports"), (given.failures, "failure reports"), (given.bounces, "bounces")]
    where count > 0 { facts.append("\(count) \(words)") }
    let kept = tally.kept + tls.kept
    if kept > 0 { facts.append("\(kept) kept of earlier runs") }
    return facts.joined(separator: ", ") + "."
  }

  /// What could not be read, or in part only: where it is, and why.
  var unreadWords: [(place: String, words: String)] {
    let flaws = aggregates.flaws.first.filter { $0.fault != nil }.map {
      ("\($0.source)", "\($0.fault?.words ?? ""); \($0.recordCount) records count")
    }
    let rest = unreadable.count - unreadable.first.count
    return flaws + unreadable.first.map { ("\($0.source)", $0.fault.words) } + (rest > 0 ? [("", "\(rest) more")] : [])
  }
}

extension PolicySight {
  /// The policy as tags.
  var tags: String {
    let tags = [("p", policy.p), ("sp", policy.sp), ("np", policy.np), ("t", policy.testing)]
    let text = tags.compactMap { name, value in value.map { "\(name)=\($0)" } }.joined(separator: " ")
    return (text.isEmpty ? "nothing" : text) + (policy.discoveryMethod.map { " by \($0)" } ?? "")
  }

  /// The policy in short, and who saw it how often.
  var words: String { "\(tags) in \(reportCount) \(reportCount == 1 ? "report" : "reports")" }
}
