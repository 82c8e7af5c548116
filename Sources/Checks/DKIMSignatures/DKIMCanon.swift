import AuditModel
import MailAuthentication
import Survey

extension MessageCheck {
  static let dkimCanon = MessageCheck(
    CheckDescription(
      id: "DKIM-CANON",
      area: .dkim,
      title: "Canonicalisation survives normal transport",
      severity: .low,
      severityReason: "under simple a header field that is only folded anew breaks the signature",
      appliesWhen: "the message has a DKIM-Signature",
      rule: "Warn if header fields are signed as simple, which c= means when it is missing. Info if the body is.",
      whyItMatters:
        "Servers on the way fold header fields anew and change white space. That is lawful, and harmless under relaxed.",
      remedy: "Sign with c=relaxed/relaxed (opendkim: Canonicalization relaxed/relaxed).",
      standards: ["RFC 6376 §3.4"],
      profiles: [.advised(.internetNL)]
    ),
    examples: [
      MessageExample(.pass, "relaxed", message: MessageExample.plain, stage: .signed(by: "example.org")),
      MessageExample(
        .warn, "simple", message: MessageExample.plain,
        stage: .signed(by: "example.org") { $0.canonicalization = "simple/simple" }),
      MessageExample(
        .info, "a simple body", message: MessageExample.plain,
        stage: .signed(by: "example.org") { $0.canonicalization = "relaxed/simple" })
    ]
  ) { survey in
    survey.judgeSignatures { signature in
      guard let value = signature.value else { return [] }
      if value.headerCanonicalization == .simple {
        let source = value.hasCanonicalization ? "c=\(value.canonicalization)" : "there is no c="
        return [survey.finding(.warn, signature, "The header fields are signed as simple: \(source).")]
      }
      guard value.bodyCanonicalization == .simple else { return [] }
      return [survey.finding(.info, signature, "The body is signed as simple: white space that changes breaks it.")]
    }
  }
}
