import AuditModel
import MailAuthentication
import Survey
import Syntax

extension MessageCheck {
  static let dkimRequiredTags = MessageCheck(
    CheckDescription(
      id: "DKIM-REQUIRED-TAGS",
      area: .dkim,
      title: "Tags v, a, b, bh, d, h and s are present, valid and unique",
      severity: .critical,
      severityReason: "verifiers ignore signatures that lack them",
      appliesWhen: "the message has a DKIM-Signature",
      rule: """
        Fail for each signature whose text is void: a tag missing, empty or doubled, v= not 1, h= without From, base64 \
        that is none, an algorithm or canonicalization that nobody knows. Info for what verifiers overlook.
        """,
      whyItMatters: """
        The signature counts as none. A verifier that skips these rules would take forgeries; up to November 2026 \
        Mail::DKIM took signatures without h= or bh=.
        """,
      remedy: "Upgrade or configure the signer. If a gateway rewrote the field, exempt DKIM-Signature from its rules.",
      standards: ["RFC 6376 §3.5", "RFC 6376 §6.1.1"]
    ),
    examples: [
      MessageExample(.pass, "all there", message: MessageExample.plain, stage: .signed(by: "example.org")),
      MessageExample(
        .fail, "no h=",
        message: "DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=s1; bh=AAAA; b=AAAA\nFrom: a@example.org\n\nx\n"),
      MessageExample(
        .fail, "h= without From",
        message:
          "DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=s1; h=to; bh=AAAA; b=AAAA\nFrom: a@example.org\n\nx\n")
    ]
  ) { survey in
    survey.judgeSignatures { signature in
      signature.signature.faults.prefix(mostFaults).map { fault in
        Finding(
          fault.gravity == .fatal ? .fail : .info, subject: signature.label,
          "The signature has a fault: \(fault.message) (\(fault.reference)).",
          evidence: [Evidence(signature.field, in: survey, highlight: fault.range)])
      }
    }
  }

  /// More faults of one signature tell nothing more.
  private static let mostFaults = 8
}
