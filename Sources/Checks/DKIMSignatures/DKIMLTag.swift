import AuditModel
import MailAuthentication
import Survey

extension MessageCheck {
  static let dkimLTag = MessageCheck(
    CheckDescription(
      id: "DKIM-LTAG",
      area: .dkim,
      title: "The body length limit is not used",
      severity: .high,
      severityReason: "anybody can append text, and the signature still passes",
      appliesWhen: "a DKIM-Signature has l=",
      rule: """
        Fail if l= is smaller than the canonical body, or larger, which voids the signature; warn if it is the same.
        """,
      whyItMatters: "Attackers append their text under your name. Some receivers show no BIMI logo for such mail.",
      remedy: "Take l= out of the signer's settings (opendkim: no BodyLengthDB entry, rspamd: no body length limit).",
      standards: ["RFC 6376 §3.5", "RFC 6376 §8.2"]
    ),
    examples: [
      MessageExample(
        .warn, "the whole body", message: MessageExample.plain,
        stage: .signed(by: "example.org") { $0.bodyLength = 28 }),
      MessageExample(
        .fail, "a part of the body", message: MessageExample.plain,
        stage: .signed(by: "example.org") { $0.bodyLength = 10 }),
      MessageExample(
        .pass, "without, beside one with it", message: MessageExample.plain, stage: .signed(by: "example.org"))
    ]
  ) { survey in
    if !survey.dkim.contains(where: { $0.value?.bodyLength != nil }) {
      return survey.dkim.isEmpty ? .notApplicable("the message has no DKIM-Signature") : .pass
    }
    return survey.judgeSignatures { signature in
      guard let coverage = signature.bodyCoverage, let length = coverage.length else { return [] }
      let count = coverage.canonicalOctets
      if length == count {
        return [survey.finding(.warn, signature, "The signature ends with the body, by l=\(length).")]
      }
      let statement =
        length < count
        ? "The signature covers \(length) of \(count) octets of the body: \(coverage.unsignedOctets) may be anybody's."
        : "l= is \(length), but the body has \(count) octets: the signature is void."
      return [survey.finding(.fail, signature, statement)]
    }
  }
}
