import AuditModel
import FeedbackReports
import Survey

extension ReportsCheck {
  static let reportAggregateAuth = ReportsCheck(
    CheckDescription(
      id: "RPT-RUA-AUTH",
      area: .reports,
      title: "The mail that brings reports passes DMARC",
      severity: .medium,
      severityReason: "anybody can send a report that was never made by who it names",
      appliesWhen: "reports are given as the mail that brought them",
      rule: """
        Read the topmost Authentication-Results field with a result of DMARC, which the server that took the mail wrote. Warn \
        when it is fail. Unknown where there is none, or an error: the mail was not judged.
        """,
      whyItMatters: "Forged reports can make a policy look safe that loses mail, or hide whoever abuses the domain.",
      remedy: "Leave these reports out before a step of the policy is decided on.",
      standards: ["RFC 9990 §3.5.2", "RFC 9990 §8.2", "RFC 8601 §2.7.1"]
    ),
    examples: [
      ReportsExample(.pass, "the server found dmarc=pass", [.mailed { $0.authentication = [.result("pass")] }]),
      ReportsExample(.warn, "the server found dmarc=fail", [.mailed { $0.authentication = [.result("fail")] }]),
      ReportsExample(.unknown, "nobody judged the mail", [.mailed { _ in }]),
      ReportsExample(.notApplicable, "the report alone", [.aggregate()])
    ]
  ) { survey in
    let carriage = survey.aggregates.carriage
    if carriage.mailedCount == 0 { return .notApplicable("no report came in a mail") }
    var findings: [Finding] = []
    if carriage.failingCount > 0 {
      findings.append(
        Finding(
          .warn,
          "\(Counted.of(carriage.failingCount, "report")) of \(carriage.mailedCount) came in mail that fails DMARC.",
          evidence: carriage.failing.prefix(EvidenceLimits.rows).map { doubt in
            let from = doubt.source.carrier?.fromDomain ?? "an unknown domain"
            return Evidence(
              doubt.source,
              "report of \(doubt.organization) in mail from \(from): dmarc=\(doubt.result.dmarc ?? "") says "
                + (doubt.result.authservID ?? "the field"))
          }))
    }
    if carriage.unjudgedCount > 0 {
      findings.append(
        Finding(
          .unknown,
          "\(Counted.of(carriage.unjudgedCount, "report")) of \(carriage.mailedCount) came in mail that no server judged.",
          remedy: "Let the server of the mailbox write Authentication-Results with the result of DMARC."))
    }
    return .findings(findings)
  }
}

extension ReportCarrier.Authentication {
  fileprivate static func result(_ dmarc: String) -> ReportCarrier.Authentication {
    ReportCarrier.Authentication(authservID: "mx.example.org", dmarc: dmarc, headerFrom: "receiver.example")
  }
}
