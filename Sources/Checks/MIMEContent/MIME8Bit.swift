import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let mime8Bit = MessageCheck(
    CheckDescription(
      id: "MIME-8BIT",
      area: .mimeContent,
      title: "Bodies in 8 bits are safe for the path",
      severity: .medium,
      severityReason: "a server that converts after signing breaks DKIM",
      appliesWhen: "the message is signed and has parts in 8bit or binary",
      rule: """
        Where the message arrived, pass if the body is the one that was signed. Warn if it is not and a Received field \
        tells of plain SMTP, which has no 8BITMIME. Unknown if no server has seen the message yet.
        """,
      whyItMatters:
        "The next server without 8BITMIME re-encodes the body, and the body hash of the signature is wrong.",
      remedy: "Encode text as quoted-printable or base64 before signing.",
      standards: ["RFC 6376 §5.3", "RFC 6152 §3"]
    ),
    examples: [
      MessageExample(
        .pass, "it arrived unchanged",
        message: MessageExample.arrived(with: "ESMTPS") + MessageExample.eightBit, stage: .signed(by: "example.org")),
      MessageExample(
        .warn, "a hop of plain SMTP", message: MessageExample.arrived(with: "SMTP") + MessageExample.eightBit,
        stage: .signed(by: "example.org", thenBody: "Gr=C3=BC=C3=9Fe\n")),
      MessageExample(
        .unknown, "before it leaves", message: MessageExample.eightBit, stage: .signed(by: "example.org")),
      MessageExample(
        .notApplicable, "all in 7bit", message: MessageExample.plain, stage: .signed(by: "example.org"))
    ]
  ) { survey in
    let parts = survey.body.leaves.filter { $0.encoding == .eightBit || $0.encoding == .binary }
    guard let part = parts.first, !survey.dkim.isEmpty else { return .notApplicable("nothing signed is in 8bit") }
    let evidence = Evidence(part, in: survey)
    if !survey.hasLeft {
      return .unknown(
        "The signed body has 8-bit parts, and nobody can tell whether every server on the way takes them.",
        evidence: [evidence], remedy: "Encode before signing, or audit the message as it arrived somewhere.")
    }
    let isUnchanged = survey.dkim.contains { if case .matches = $0.bodyHash { true } else { false } }
    if isUnchanged { return .pass }
    let plain = survey.fields.received.first { $0.value?.with?.text.uppercased() == "SMTP" }
    guard let plain else { return .pass }
    return .warn(
      "The signed body has 8-bit parts, went over plain SMTP, which cannot carry them, and is not what was signed.",
      evidence: [evidence, Evidence(plain.field, in: survey)])
  }
}

extension MessageExample {
  fileprivate static let eightBit = mime("text/plain; charset=utf-8", encoding: "8bit", "Grüße\n")

  fileprivate static func arrived(with transfer: String) -> String {
    """
    Received: from mail.example.org (mail.example.org [192.0.2.25])
      by mx.example.net with \(transfer) id 1234; Wed, 25 Nov 2026 11:59:02 +0000

    """
  }
}
