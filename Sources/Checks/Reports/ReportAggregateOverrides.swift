import AuditModel
import FeedbackReports
import Survey

extension ReportsCheck {
  static let reportAggregateOverrides = ReportsCheck(
    CheckDescription(
      id: "RPT-RUA-OVERRIDES",
      area: .reports,
      title: "Receivers do what the policy asks for, or say why not",
      severity: .info,
      severityReason: "it explains the gap between policy and action",
      appliesWhen: "aggregate reports are counted",
      rule: """
        A remark on each reason that receivers give: local_policy, mailing_list, trusted_forwarder, policy_test_mode, other, \
        and the older forwarded and sampled_out. Warn when reject is asked for, and more than 5 percent of the failing messages \
        were let through without a reason. The disposition pass of RFC 9990 is no fault.
        """,
      whyItMatters: "Messages that were let through are no proof that a stricter policy would spare them.",
      remedy: "Nothing in DNS: it is the receivers' decision. Count such messages as failing.",
      standards: ["RFC 9990 §3.1.6", "RFC 9990 §A", "RFC 7489 §C"]
    ),
    examples: [
      ReportsExample(.pass, "nothing was overridden", [.aggregate()]),
      ReportsExample(
        .info, "a list passed messages on", [.aggregate([.stranger(10) { $0.reasons = [.init(type: "mailing_list")] }])]
      ),
      ReportsExample(
        .warn, "reject is asked for, and nothing is done",
        [.aggregate([.stranger(10)]) { $0.policyPublished.p = "reject" }]),
      ReportsExample(.notApplicable, "nothing is given")
    ]
  ) { survey in
    if survey.aggregates.recordCount == 0 { return .notApplicable("no record is counted") }
    return .findings(survey.aggregates.domains.flatMap { domain in ignored(domain) + reasons(domain) })
  }

  private static func ignored(_ domain: PolicyDomainTally) -> [Finding] {
    let tally = domain.underReject
    guard tally.unexplained * 20 > tally.failing else { return [] }
    return [
      Finding(
        .warn, subject: domain.name,
        """
        \(tally.unexplained) of \(Counted.of(tally.failing, "failing message")) of \(domain.name) were let through without \
        a reason, though the policy is reject.
        """,
        evidence: [Evidence(source: domain.name, excerpt: "failing \(tally.failing), let through \(tally.unexplained)")]
      )
    ]
  }

  private static func reasons(_ domain: PolicyDomainTally) -> [Finding] {
    domain.overrides.reasons.map { reason in
      Finding(
        .info, subject: domain.name,
        """
        Receivers give \(reason.type.isEmpty ? "an empty type" : reason.type)\(reason.isARC ? " with arc=pass" : "") as their \
        reason for \(Counted.of(reason.shares.messages, "message")) of \(domain.name), \(reason.shares.failing) of them failing.
        """)
    }
  }
}

extension AggregateRecord {
  /// Messages of a stranger: nothing of the domain passes.
  static func stranger(_ count: Int, configure: (inout AggregateRecord) -> Void = { _ in }) -> AggregateRecord {
    .of("198.51.100.66", count) { record in
      record.unsign()
      record.send("example.org", "fail")
      configure(&record)
    }
  }
}
