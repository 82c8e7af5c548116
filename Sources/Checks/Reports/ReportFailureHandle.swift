import AuditModel
import FeedbackReports
import Survey

extension ReportsCheck {
  static let reportFailureHandle = ReportsCheck(
    CheckDescription(
      id: "RPT-RUF-HANDLE",
      area: .reports,
      title: "Failure reports can be read, and persons are kept out",
      severity: .low,
      severityReason: "they hold personal data, and few receivers send them",
      appliesWhen: "failure reports are given",
      rule: """
        Read the part message/feedback-report. Warn when a field is missing that the type needs: Feedback-Type, User-Agent, \
        Version, Auth-Failure, Identity-Alignment for DMARC, the fields of DKIM or SPF where that failed; or when a field \
        cannot be read. Otherwise remark on what failed, by domain and source. Local parts, subjects and bodies are not shown.
        """,
      whyItMatters:
        "What a person wrote, and to whom, stands in such a report; the sources that fail stand in it as well.",
      remedy: "Keep the mailbox of ruf for those who need it, and delete what is older than the inquiry.",
      standards: ["RFC 9991 §4", "RFC 9991 §7", "RFC 6591 §3", "RFC 5965 §3"]
    ),
    examples: [
      ReportsExample(.pass, "a report in full", [.failure(complete.replacing("Source-IP: 192.0.2.1\n", with: ""))]),
      ReportsExample(.info, "a report in full, with its source", [.failure(complete)]),
      ReportsExample(
        .warn, "Identity-Alignment is missing", [.failure(complete.replacing("Identity-Alignment: none\n", with: ""))]),
      ReportsExample(
        .unknown, "a file may not be opened", [.unreadable(.unreadable("Permission denied"), file: "report.eml")]),
      ReportsExample(.notApplicable, "nothing is given")
    ]
  ) { survey in
    let unseen = Finding.unseen(.mail, survey.unreadable)
    let tally = survey.failures
    if tally.readCount == 0, survey.given.failures > 0 || unseen.isEmpty {
      return .notApplicable(survey.given.failures == 0 ? "no failure report is given" : "no failure report is counted")
    }
    return .findings(deviatingReports(tally) + failingSources(tally) + unseen)
  }

  private static let complete = """
    Feedback-Type: auth-failure
    User-Agent: Receiver/1.0
    Version: 1
    Auth-Failure: dmarc
    Identity-Alignment: none
    Authentication-Results: mx.receiver.example; dmarc=fail header.from=example.org
    Source-IP: 192.0.2.1
    Reported-Domain: example.org
    """

  private static func deviatingReports(_ tally: FailureTally) -> [Finding] {
    if tally.deviating.isEmpty { return [] }
    return [
      Finding(
        .warn, "\(tally.deviatingCount) of \(Counted.of(tally.readCount, "failure report")) leave the standard.",
        evidence: tally.deviating.prefix(EvidenceLimits.rows).map {
          Evidence($0.source, $0.deviations.map(\.words).joined(separator: "; "))
        }, remedy: "Tell the reporter; what could be read counts.")
    ]
  }

  /// The failures by source: those without an address tell nothing to look for.
  private static func failingSources(_ tally: FailureTally) -> [Finding] {
    let known = tally.failures.filter { !$0.kind.address.isEmpty }
    if known.isEmpty { return [] }
    return [
      Finding(
        .info, "\(Counted.of(tally.messages, "message")) did not pass, as receivers report.",
        evidence: known.prefix(EvidenceLimits.rows).map { group in
          Evidence(
            group.source,
            "\(group.kind.address): \(Counted.of(group.messages, "message")) of \(group.kind.domain), \(group.kind.type)"
          )
        }, remedy: "Look whether an address is yours: mend it there. Those of strangers do not matter.")
    ]
  }
}
