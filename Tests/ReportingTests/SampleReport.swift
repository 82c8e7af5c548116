import AuditModel

/// Reports made by hand: `check` gives an outcome, `report` joins outcomes.
enum Sample {
  static func description(
    _ id: String, _ area: Area, _ severity: Severity, causes: [CheckID] = []
  ) -> CheckDescription {
    CheckDescription(
      id: CheckID(rawValue: id), area: area, title: "The good condition of \(id) holds", severity: severity,
      severityReason: "a reason", appliesWhen: "always", rule: "The rule.", whyItMatters: "Why \(id) matters.",
      remedy: "What to do about \(id).", standards: ["RFC 7208 §3.1", "RFC 7208 §4.5"], causes: causes)
  }

  static func check(
    _ id: String, _ area: Area, _ severity: Severity, _ judgement: Judgement, causedBy: [CheckID] = []
  ) -> CheckOutcome {
    CheckOutcome(
      description: description(id, area, severity, causes: causedBy), judgement: judgement, causedBy: causedBy)
  }

  static func report(
    _ outcomes: [CheckOutcome], goal: Goal = .send, receivers: [ReceiverAnswer] = [], profiles: [ProfileResult] = []
  ) -> AuditReport {
    AuditReport(
      target: "example.org", time: 1_795_251_600, toolVersion: "1.2.3", catalogueVersion: "2026-11-21", goal: goal,
      outcomes: outcomes, receivers: receivers, profiles: profiles,
      statistics: AuditStatistics(questions: 7, failures: 1, duration: .milliseconds(1_234)))
  }

  /// One report with everything: a root with a consequence, an undecided check, a remark, a pass, and one that does
  /// not apply.
  static let everything = report([
    check(
      "SPF-SYNTAX", .spf, .high,
      .findings([
        Finding(
          .fail, subject: "ip4:1.2.3", "\"ip4:1.2.3\" is no address.",
          evidence: [
            Evidence(
              source: "example.org TXT", excerpt: "v=spf1 ip4:1.2.3 -all", highlight: 11..<16, server: "192.0.2.1:53")
          ], remedy: "Write \"v=spf1 ip4:192.0.2.3 -all\"."),
        Finding(.info, "The record has 3 terms.")
      ])),
    check(
      "SPF-IP-AUTHORISED", .spf, .critical, .fail("192.0.2.9 may not send."), causedBy: ["SPF-SYNTAX"]),
    check("DKIM-KEY-FOUND", .dkim, .critical, .unknown("No selector is known.", remedy: "Name one with --selector.")),
    check("DMARC-PRESENT", .dmarc, .high, .pass),
    check("DMARC-PARKED", .dmarc, .low, .notApplicable("the domain sends mail")),
    check("MX-RESOLVES", .mx, .high, .warn("mx.example.org has no address.", subject: "mx.example.org"))
  ])
}
