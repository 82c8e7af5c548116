import AuditModel
import FeedbackReports
import Survey

extension ReportsCheck {
  static let reportTLSParse = ReportsCheck(
    CheckDescription(
      id: "RPT-TLS-PARSE",
      area: .reports,
      title: "TLS reports can be read",
      severity: .low,
      severityReason: "what cannot be read hides failures of MTA-STS and DANE",
      appliesWhen: "TLS reports are given",
      rule: """
        Read JSON, plain or packed with gzip, as a file or in a mail. Both spellings in use are taken: mx-host and \
        policy-string as text or array, counts as numbers or texts. Fail when the JSON is broken, or lacks who reports, when, \
        on which policy and domain, or the counts. Remark on other deviations. Unknown when a file could not be opened.
        """,
      whyItMatters: "A report that is not read is a failure of TLS that nobody sees.",
      remedy: "Fetch the report again; when it is broken at its origin, tell the address in its contact-info.",
      standards: ["RFC 8460 §4.4", "RFC 8460 §5.1", "RFC 8460 §5.2"]
    ),
    examples: [
      ReportsExample(.pass, "a report in full", [.tls()]),
      ReportsExample(.info, "mx-host is an array", [.tls(host: "[\"mx.example.org\"]")]),
      ReportsExample(.fail, "nobody says who reports", [.tls(organization: nil)]),
      ReportsExample(.fail, "the JSON ends in the middle", [.json("{\"organization-name\": \"a\", \"policies\": [")]),
      ReportsExample(
        .unknown, "a file may not be opened", [.unreadable(.unreadable("Permission denied"), file: "report.json.gz")]),
      ReportsExample(.notApplicable, "nothing is given")
    ]
  ) { survey in
    let broken = survey.unreadable.brokenJSON
    let unseen = Finding.unseen(.json, survey.unreadable)
    if survey.tls.readCount == 0, broken.isEmpty, survey.given.tls > 0 || unseen.isEmpty {
      return .notApplicable(survey.given.tls == 0 ? "no TLS report is given" : "no TLS report is counted")
    }
    return .findings(brokenTexts(broken) + flawedReports(survey.tls) + unseen)
  }

  private static func brokenTexts(_ broken: [UnreadableTally.Item]) -> [Finding] {
    if broken.isEmpty { return [] }
    return [
      Finding(
        .fail, "\(Counted.of(broken.count, "report")) in JSON could not be read.",
        evidence: broken.prefix(EvidenceLimits.rows).map { Evidence($0.source, $0.fault.words) })
    ]
  }

  private static func flawedReports(_ tally: TLSTally) -> [Finding] {
    let incomplete = tally.flawed.filter { $0.deviations.contains { $0.kind == .missing } }
    let deviating = tally.flawed.filter { report in !report.deviations.contains { $0.kind == .missing } }
    var findings: [Finding] = []
    if !incomplete.isEmpty {
      findings.append(
        Finding(
          .fail,
          "\(tally.incompleteCount) of \(Counted.of(tally.readCount, "TLS report")) lack what tells who saw what.",
          evidence: incomplete.prefix(EvidenceLimits.rows).map(evidence)))
    }
    if !deviating.isEmpty {
      findings.append(
        Finding(
          .info,
          "\(tally.deviatingCount) of \(Counted.of(tally.readCount, "TLS report")) leave the standard and could be read.",
          evidence: deviating.prefix(EvidenceLimits.rows).map(evidence),
          remedy: "Nothing is lost; tell the reporter if it is yours to mend."))
    }
    return findings
  }

  private static func evidence(_ report: TLSTally.FlawedTLSReport) -> Evidence {
    Evidence(report.source, report.deviations.map(\.words).joined(separator: "; "))
  }
}
