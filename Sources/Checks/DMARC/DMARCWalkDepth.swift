import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let dmarcWalkDepth = DomainCheck(
    CheckDescription(
      id: "DMARC-WALK-DEPTH",
      area: .dmarc,
      title: "DMARC records lie on the path of the walk",
      severity: .medium,
      severityReason: "a record that the walk passes over is never read",
      appliesWhen: "the domain has eight labels or more",
      rule: """
        The walk asks at the domain and at its last seven labels or fewer. Fail if the domain itself has no \
        record and a record stands at a name between. Info if the domain's own record has eight labels or more: \
        names below do not find it.
        """,
      whyItMatters: "The policy that was meant for the domain does not apply to it.",
      remedy: """
        Publish the record at the very domain that you write into From, or at a name of at most seven labels.
        """,
      standards: ["RFC 9989 §4.10", "RFC 9989 §5.1.8"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(
        .pass, "the record of the organizational domain", domain: "a.b.c.d.e.f.g.example.org",
        zone: #"_dmarc TXT "v=DMARC1; p=none""#),
      CheckExample(
        .fail, "a record at a name that is passed over", domain: "a.b.c.d.e.f.g.example.org",
        zone: #"_dmarc.b.c.d.e.f.g TXT "v=DMARC1; p=none""#),
      CheckExample(
        .info, "a record that names below do not find", domain: "b.c.d.e.f.g.example.org",
        zone: #"_dmarc.b.c.d.e.f.g TXT "v=DMARC1; p=none""#),
      CheckExample(
        .unknown, "the query at a name between fails", domain: "a.b.c.d.e.f.g.example.org",
        zone: #"_dmarc.b.c.d.e.f.g TXT SERVFAIL"#),
      CheckExample(.notApplicable, "a short name", zone: #"_dmarc TXT "v=DMARC1; p=none""#)
    ]
  ) { survey in
    guard survey.domain.labelCount >= 8 else { return .notApplicable("the domain has fewer than eight labels") }
    guard let own = survey.dmarc.discovery.walk.steps.first else { return .pass }
    if let answer = own.answer, let failure = answer.failure { return survey.dmarcUnknown(answer.question, failure) }
    if !own.records.isEmpty { return ownRecord(own) }
    return .findings(survey.dmarc.skipped.compactMap(finding))
  }

  private static func ownRecord(_ own: DMARCWalkStep) -> Judgement {
    .info(
      "The record of \(own.domain) holds for this very name; the walk from a name below passes over it.",
      evidence: own.answer.map { [Evidence($0)] } ?? [])
  }

  private static func finding(_ step: DMARCWalkStep) -> Finding? {
    guard let answer = step.answer else { return nil }
    if let failure = answer.failure {
      let statement = "\(answer.question) could not be looked up (\(failure))."
      return Finding(.unknown, subject: step.domain.description, statement, evidence: [Evidence(answer)])
    }
    guard !step.records.isEmpty else { return nil }
    return Finding(
      .fail, subject: step.domain.description, "The walk passes over the DMARC record at \(answer.question.name).",
      evidence: [Evidence(answer)])
  }
}
