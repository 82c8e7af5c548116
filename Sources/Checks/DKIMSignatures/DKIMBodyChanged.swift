import AuditModel
import MailAuthentication
import Survey

extension MessageCheck {
  static let dkimBodyChanged = MessageCheck(
    CheckDescription(
      id: "DKIM-BODY-CHANGED",
      area: .dkim,
      title: "The body was not altered after signing",
      severity: .high,
      severityReason: "relays, footers and virus gateways do it, and every signature breaks",
      appliesWhen: "a signature names a hash of the body",
      rule: """
        Work out the hash of the body for each signature, apart from its key and header. Fail if it is not that of bh=. \
        Then known alterations are undone one by one until it is: the one that fits is named, with its place; if none \
        fits, that is said.
        """,
      whyItMatters: "Receivers see dkim=fail, and the sender looks forged.",
      remedy: """
        Sign behind everything that changes mail: content filters, footers, conversion to 7 bits, mailing lists. Or \
        take the change out of the way of signed mail.
        """,
      standards: ["RFC 6376 §3.4", "RFC 6376 §5.3", "RFC 6376 §6.1.3"]
    ),
    examples: [
      MessageExample(
        .pass, "the body that was signed", message: MessageExample.plain, stage: .signed(by: "example.org")),
      MessageExample(
        .fail, "a footer", message: MessageExample.plain,
        stage: .signed(by: "example.org", thenBody: "The page Main was changed.\n\n-- \nScanned by a gateway\n"))
    ]
  ) { survey in
    survey.judgeSignatures { signature in
      guard case .differs = signature.bodyHash else { return [] }
      return [survey.finding(.fail, signature, "The body is not the one that was signed.")]
    }
  }
}
