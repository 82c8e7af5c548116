import AuditModel
import MailAuthentication
import Survey

extension MessageCheck {
  static let arcStructure = MessageCheck(
    CheckDescription(
      id: "ARC-STRUCTURE",
      area: .arc,
      title: "ARC sets are complete and numbered",
      severity: .low,
      severityReason: "a fault of structure makes the chain fail",
      appliesWhen: "the message has ARC fields",
      rule: """
        Fail if the sets are not numbered from 1 without a gap, if one lacks or doubles one of its three fields, if there \
        are more than 50, if cv= of the first is not none, or that of a later one not pass.
        """,
      whyItMatters: "The chain counts as failed, and no server may extend it but with cv=fail.",
      remedy: "Repair the gateway that adds or strips ARC fields: it has to keep all three of a set, or none.",
      standards: ["RFC 8617 §4.2", "RFC 8617 §5.1.1", "RFC 8617 §5.2"]
    ),
    examples: [
      MessageExample(
        .pass, "two sets", message: MessageExample.plain,
        stage: .sealed("a.example.net; none", "b.example.net; arc=pass")),
      MessageExample(
        .fail, "the first says pass", message: MessageExample.plain,
        stage: .sealed("a.example.net; none", lastValidation: "pass")),
      MessageExample(
        .fail, "a seal alone",
        message: "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=list.example.net; s=s1; b=AAAA\n" + MessageExample.plain)
    ]
  ) { survey in
    let chain = survey.signatures.arc.chain
    guard chain.exists else { return .notApplicable("the message has no ARC fields") }
    guard let fault = chain.fault else { return .pass }
    if case .sealedAsFailed(let instance) = fault {
      return .info("A server before set \(instance) found the chain broken, and said so.", evidence: survey.arcEvidence)
    }
    return .fail("The sets are not in order: \(fault).", evidence: survey.arcEvidence)
  }
}
