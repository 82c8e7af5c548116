import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey

extension MessageCheck {
  static let dmarcRejectSPFOnly = MessageCheck(
    CheckDescription(
      id: "DMARC-REJECT-SPF-ONLY",
      area: .dmarc,
      title: "Enforcement does not rest on SPF alone",
      severity: .high,
      severityReason: "the standard forbids p=reject for mail that only SPF vouches for",
      appliesWhen: "the effective policy is quarantine or reject, and the message passes DMARC",
      rule: """
        Fail under reject, warn under quarantine, if SPF aligns and no signature passes and aligns; unknown if the key of \
        an aligned signature could not be looked up.
        """,
      whyItMatters: "Whenever such mail is forwarded, SPF fails, and the policy that you publish has it refused.",
      remedy: "Sign this stream of mail with a key of the From domain before the policy says more than none.",
      standards: ["RFC 9989 §7.4", "RFC 9989 §8"],
      causes: ["DKIM-SIG-VALID", "DKIM-SIG-PRESENT", "DKIM-ALIGNED"]
    ),
    examples: [
      MessageExample(
        .pass, "signed", message: MessageExample.plain, zone: MessageExample.dmarcReject,
        stage: .signed(by: "example.org")),
      MessageExample(
        .fail, "SPF alone", message: MessageExample.received,
        zone: MessageExample.dmarcReject + "\n@ TXT \"v=spf1 ip4:192.0.2.25 -all\""
      ) {
        $0.clientAddress = .v4(0xC000_0219)
        $0.mailFrom = "wiki@example.org"
      },
      MessageExample(
        .unknown, "the key cannot be had", message: MessageExample.plain,
        zone: MessageExample.dmarcReject + "\n@ TXT \"v=spf1 ip4:192.0.2.25 -all\"\ns1._domainkey TXT SERVFAIL",
        stage: .signed(by: "example.org") { $0.isPublished = false }
      ) {
        $0.clientAddress = .v4(0xC000_0219)
        $0.mailFrom = "wiki@example.org"
      }
    ]
  ) { survey in
    guard let dmarc = survey.dmarc, let policy = dmarc.evaluation.policy?.policy, policy > .none else {
      return .notApplicable("no policy of quarantine or reject applies")
    }
    guard dmarc.evaluation.result == .pass else { return .notApplicable("the message does not pass DMARC") }
    let signed = dmarc.evaluation.identifiers.filter { $0.identifier.mechanism == .dkim && $0.alignment == .aligned }
    if signed.contains(where: { $0.identifier.outcome == .pass }) { return .pass }
    if signed.contains(where: { $0.identifier.outcome == .temporaryError }) {
      return .unknown("The key of an aligned signature could not be looked up.", evidence: survey.identifierEvidence)
    }
    if survey.dkim.isEmpty, !survey.wasSeenOutside {
      return .unknown(
        "No server outside is seen to have taken the message: it may be signed later.",
        evidence: survey.identifierEvidence)
    }
    return .findings([
      Finding(
        policy == .reject ? .fail : .warn, "Only SPF aligns, and the policy is \(policy).",
        evidence: survey.identifierEvidence)
    ])
  }
}
