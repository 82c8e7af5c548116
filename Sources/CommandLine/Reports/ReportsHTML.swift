import AuditModel
import Checks
import Reporting
import Survey

/// What was reported, as one page for a browser or for paper: like the page of an audit it needs no other resource and
/// no script.
enum ReportsHTML {
  /// Writes an article for each domain, and one of what the checks say; piece by piece, since there can be many domains.
  static func write(
    _ survey: ReportsSurvey, _ report: AuditReport, to output: ([UInt8]) throws -> Void
  ) throws {
    try output(Array(HTMLPage.beginning(title: "mailaudit reports: \(report.target)").utf8))
    let pictures = survey.pictures
    for (index, picture) in pictures.enumerated() {
      var page = HTMLPage(prefix: "d\(index + 1)-")
      page.domain(picture)
      try output(Array(page.text.utf8))
    }
    var page = HTMLPage(prefix: "r-")
    page.rest(survey, report, isAlone: pictures.isEmpty)
    try output(Array((page.text + HTMLPage.ending).utf8))
  }
}

extension HTMLPage {
  /// A domain: the answer first, then what fails, the trend, and the tables.
  fileprivate mutating func domain(_ picture: DomainPicture) {
    let tally = picture.tally
    let span = [tally.begin, tally.end].compactMap { $0.map(ReportsWords.day) }
    open("article")
    open("header")
    element("h1", tally.name.isEmpty ? "(no domain)" : tally.name)
    element("p", "\(picture.readiness.question.firstUppercased)? \(picture.readiness.words)", class: "answer")
    element(
      "p",
      "Policy seen: \(picture.readiness.policy ?? "not told"). \(span.joined(separator: " to ")): \(tally.reporters.count) "
        + "reporters, \(tally.reportCount) reports, \(tally.messages.total) messages.", class: "dim")
    close("header")
    readiness(picture.readiness)
    failing(picture)
    trend(tally.days)
    sources(picture)
    seen(picture)
    close("article")
  }

  private mutating func readiness(_ readiness: Readiness) {
    section("Readiness") { page in
      if !readiness.reasons.isEmpty {
        page.open("ul")
        for reason in readiness.reasons { page.element("li", reason.words) }
        page.close("ul")
      }
      let rows = [
        ("own hosts and services", readiness.own.total, readiness.own.failing),
        ("passed on by others", nil, readiness.forwardedFailing), ("strangers", nil, readiness.strangersFailing),
        ("not clear", nil, readiness.unclearFailing)
      ]
      page.table(
        ["Mail of", "Messages", "Failing"],
        rows.map { [Self.words($0.0), $0.1.map { "\($0)" } ?? "", "\($0.2)"] })
    }
  }

  /// What is to be mended, then what fails otherwise.
  private mutating func failing(_ picture: DomainPicture) {
    let groups = picture.causeGroups
    if groups.isEmpty { return }
    section("What fails, and what to do") { page in
      page.open("ol", class: "actions")
      for group in groups {
        let first = group.sources[0]
        let place = group.sources.count == 1 ? first.addressText : "\(group.sources.count) addresses"
        let cause = first.judgement.map { "\($0.cause.title) (\($0.certainty.rawValue))" } ?? ""
        page.open("li")
        page.raw(
          "<p>\(Self.inline("strong", group.organization)) \(Self.inline("code", place)) "
            + "\(Self.words("\(cause), \(group.messages.failing) of \(group.messages.total) fail"))</p>\n")
        if let words = first.explanation { page.element("p", words) }
        if let remedy = first.remedy(in: picture) { page.raw("<p><b>Do:</b> \(Self.words(remedy))</p>\n") }
        page.close("li")
      }
      page.close("ol")
    }
  }

  /// What TLS reports and bounces tell, what the checks say, what could not be read, and how much there was.
  fileprivate mutating func rest(_ survey: ReportsSurvey, _ report: AuditReport, isAlone: Bool) {
    open("article")
    element("h1", isAlone ? "Reports" : "All reports")
    if isAlone { element("p", "No aggregate report was counted.", class: "answer") }
    tls(survey.tls)
    bounces(survey.bounces)
    outcomes(of: report)
    let unread = survey.unreadWords
    if !unread.isEmpty {
      section("Not read") { page in
        page.table(["Where", "Why"], unread.map { [Self.inline("code", $0.place), Self.words($0.words)] })
      }
    }
    element(
      "footer",
      "\(survey.countWords) Written \(Timestamp.rfc3339(report.time)) by mailaudit \(report.toolVersion), checks of "
        + "\(report.catalogueVersion).", class: "dim")
    close("article")
  }
}

/// Words that the forms share.
enum ReportsWords {
  /// The day of a time.
  static func day(_ seconds: Int) -> String { String(Timestamp.rfc3339(seconds).prefix(10)) }

  /// A number of things.
  static func count(_ number: Int, _ thing: String) -> String { "\(number) \(number == 1 ? thing : thing + "s")" }
}

extension String {
  /// The text with its first letter as a capital.
  var firstUppercased: String { prefix(1).uppercased() + dropFirst() }
}
