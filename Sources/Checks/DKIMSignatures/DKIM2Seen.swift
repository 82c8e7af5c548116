import AuditModel
import MailMessage
import Survey

extension MessageCheck {
  static let dkim2Seen = MessageCheck(
    CheckDescription(
      id: "DKIM2-SEEN",
      area: .dkim,
      title: "DKIM2 headers are recognised and not required",
      severity: .info,
      severityReason: "DKIM2 is an Internet-Draft that changes",
      appliesWhen: "the message has a DKIM2-Signature or a Message-Instance",
      rule: "Info: tell what is there. Warn if there is no DKIM-Signature beside it. Results are not graded.",
      whyItMatters: "No large receiver asks for DKIM2, and none takes it in place of DKIM.",
      remedy: "Keep signing with DKIM; both use the keys under _domainkey.",
      standards: ["draft-ietf-dkim-dkim2-spec-09 §8"]
    ),
    examples: [
      MessageExample(
        .info, "both kinds", message: "DKIM2-Signature: i=1; m=1; d=example.org; s1=x\n" + MessageExample.plain,
        stage: .signed(by: "example.org")),
      MessageExample(
        .warn, "DKIM2 alone", message: "DKIM2-Signature: i=1; m=1; d=example.org; s1=x\n" + MessageExample.plain),
      MessageExample(
        .pass, "an empty pair", message: "Message-Instance:\n" + MessageExample.plain, stage: .signed(by: "example.org")
      )
    ]
  ) { survey in
    let fields = (survey.message.fields("DKIM2-Signature") + survey.message.fields("Message-Instance"))
      .filter { !survey.message.text(of: $0).isEmpty }
    if fields.isEmpty {
      let isEmpty = survey.message.field("Message-Instance") != nil || survey.message.field("DKIM2-Signature") != nil
      return isEmpty ? .pass : .notApplicable("the message has no field of DKIM2")
    }
    let evidence = fields.prefix(mostFields).map { Evidence($0, in: survey) }
    if survey.dkim.isEmpty {
      return .warn("The message is signed with DKIM2 only, which receivers do not take.", evidence: evidence)
    }
    return .info("The message has \(fields.count) fields of DKIM2 beside DKIM.", evidence: evidence)
  }

  /// Enough to see the numbering.
  private static let mostFields = 6
}
