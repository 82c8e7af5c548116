import AuditModel
import DNS
import FeedbackReports
import Survey

extension LaunchCheck {
  static let prePolicyStep = LaunchCheck(
    CheckDescription(
      id: "PRE-POLICY-STEP",
      area: .preLaunch,
      title: "The next step of the DMARC policy is safe",
      severity: .high,
      severityReason: "a step too early refuses one's own mail",
      appliesWhen: "the DMARC policy is to become stricter",
      rule: """
        By 30 days of aggregate reports: fail when more than 2 percent of the mail of own hosts and services fails, in all or \
        on one of the last 14 days, and when one of them has no aligned signature. From quarantine to reject also fail when \
        people of the domain write to mailing lists. Unknown when the reports are of fewer days or fewer than 3 receivers, \
        when sources cannot be told apart, and without reports or answers.
        """,
      whyItMatters: "Customers and staff learn of the step by mail that does not arrive.",
      remedy: "Mend the named sources first; mailaudit reports says how.",
      standards: ["RFC 9989 §7.4", "RFC 9989 §5.1.7"],
      causes: ["RPT-RUA-FAILING-SOURCES"],
      profiles: [.required(.preLaunch)]
    ),
    examples: [
      LaunchExample(.pass, "30 good days of three receivers", zone: zone) {
        $0.answers.tightensPolicy = true
        $0.reports = month([.of("192.0.2.10", 100)])
      },
      LaunchExample(.fail, "one source of its own fails", zone: zone) {
        $0.answers.tightensPolicy = true
        $0.reports = month([.of("192.0.2.10", 90), .application(10)])
      },
      LaunchExample(.unknown, "three days of reports", zone: zone) {
        $0.answers.tightensPolicy = true
        $0.reports = Array(month([.of("192.0.2.10", 100)]).prefix(9))
      },
      LaunchExample(.unknown, "no reports", zone: zone) { $0.answers.tightensPolicy = true },
      LaunchExample(.unknown, "nobody told whether the policy changes", zone: zone),
      LaunchExample(.notApplicable, "the policy stays", zone: zone) { $0.answers.tightensPolicy = false }
    ]
  ) { survey in
    guard let tightens = survey.answers.tightensPolicy else {
      return .unanswered("whether the DMARC policy is to become stricter", key: "policy.tighten")
    }
    if !tightens { return .notApplicable("the policy is to stay as it is") }
    guard let picture = survey.picture else {
      return .unknown(
        "Whether the next step is safe could not be seen: there are no reports about \(survey.domain.domain).",
        remedy: "Collect aggregate reports for 30 days, and give them with --reports.")
    }
    return judge(picture.readiness, lists: survey.answers.hasListUsers)
  }

  private static func judge(_ readiness: Readiness, lists: Bool?) -> Judgement {
    let reasons = readiness.reasons.map(\.words)
    let evidence = [Evidence(source: "aggregate reports", excerpt: readiness.words)]
    switch readiness.answer {
    case .no: return .fail("The domain is not \(readiness.question): \(told(reasons))", evidence: evidence)
    case .undecided:
      return .unknown("Whether the domain is \(readiness.question) is open: \(told(reasons))", evidence: evidence)
    case .yes: break
    }
    guard readiness.step == .reject else { return .pass }
    guard let lists else {
      return .unanswered("whether people of the domain write to mailing lists", key: "policy.people-on-lists")
    }
    if !lists { return .pass }
    return .fail(
      "People of the domain write to mailing lists: many lists change messages, and reject refuses them then.",
      evidence: [.answer("policy.people-on-lists", "yes")],
      remedy: "Stay at quarantine, or give people who write to lists a subdomain with a policy of its own.")
  }

  private static func told(_ reasons: [String]) -> String {
    reasons.isEmpty ? "too little was seen." : reasons.joined(separator: " ")
  }

  private static let zone = """
    @ TXT "v=spf1 ip4:192.0.2.10 -all"
    @ MX 10 mx
    mx A 192.0.2.10
    app A 192.0.2.99
    99.2.0.192.in-addr.arpa. PTR app
    """

  private static func month(_ records: [AggregateRecord]) -> [ExampleReport] {
    (0..<30).flatMap { day in
      ["a.example", "b.example", "c.example"].map { .aggregate($0, id: "\(day)", day: day, records) }
    }
  }
}
