import AuditModel
import DNS
import MailAuthentication
import Survey

extension MessageCheck {
  static let dkimITag = MessageCheck(
    CheckDescription(
      id: "DKIM-I-TAG",
      area: .dkim,
      title: "The domain of i= lies within d=",
      severity: .medium,
      severityReason: "verifiers ignore the signature otherwise",
      appliesWhen: "a DKIM-Signature has i=",
      rule: """
        Fail if the domain of i= is neither d= nor below it, or if it is below it and the key has t=s; unknown if it is \
        below and the key could not be looked up.
        """,
      whyItMatters: "The signature gives a permanent error, and counts as none.",
      remedy: "Take i= out of the signer's settings, or set its domain to d=.",
      standards: ["RFC 6376 §3.5", "RFC 6376 §3.6.1"]
    ),
    examples: [
      MessageExample(
        .pass, "the domain itself", message: MessageExample.plain,
        stage: .signed(by: "example.org") { $0.moreTags = "i=@example.org" }),
      MessageExample(
        .fail, "the domain above", message: MessageExample.plain,
        stage: .signed(by: "mail.example.org") { $0.moreTags = "i=@example.org" }),
      MessageExample(
        .unknown, "below, and the key cannot be had", message: MessageExample.plain, zone: "s1._domainkey TXT SERVFAIL",
        stage: .signed(by: "example.org") {
          $0.moreTags = "i=@mail.example.org"
          $0.isPublished = false
        })
    ]
  ) { survey in
    guard survey.dkim.contains(where: { $0.value?.identityText != nil }) else {
      return .notApplicable("no signature has i=")
    }
    return survey.judgeSignatures { signature in
      guard let value = signature.value, let text = value.identityText, let domain = value.domain else { return [] }
      guard let identity = value.identity, identity.domain.isEqual(toOrBelow: domain) else {
        return [survey.finding(.fail, signature, "i=\(text) is not within d=\(domain).")]
      }
      if identity.domain == domain { return [] }
      if signature.reasons.contains(.subdomainForbidden) {
        return [
          survey.finding(
            .fail, signature, "i=\(text) is below d=, and the key has t=s, which forbids that.",
            evidence: signature.keyEvidence)
        ]
      }
      guard signature.result == .temperror else { return [] }
      return [
        survey.finding(
          .unknown, signature, "Whether the key allows i=\(text) could not be looked up.",
          evidence: signature.keyEvidence)
      ]
    }
  }
}
