import AuditModel
import MailAuthentication
import MailMessage
import Survey

extension MessageCheck {
  static let dkimOversign = MessageCheck(
    CheckDescription(
      id: "DKIM-OVERSIGN",
      area: .dkim,
      title: "Single-instance headers are over-signed",
      severity: .low,
      severityReason: "it keeps others from adding a second From or Subject",
      appliesWhen: "a DKIM-Signature passes",
      rule: "Info if h= names From, Subject, To, Date or Content-Type only as often as the message has them.",
      whyItMatters: "A second field that is added on top leaves the signature intact, and some programs show that one.",
      remedy:
        "Name each of them once more than there are (opendkim: OverSignHeaders From,Subject,To,Date,Content-Type).",
      standards: ["RFC 6376 §5.4.2", "RFC 6376 §8.15"]
    ),
    examples: [
      MessageExample(
        .pass, "each once more", message: MessageExample.plain,
        stage: .signed(by: "example.org") {
          $0.headerFields = "from:from:to:to:subject:subject:date:date:message-id:content-type"
        }),
      MessageExample(.info, "each once", message: MessageExample.plain, stage: .signed(by: "example.org")),
      MessageExample(
        .unknown, "the key cannot be had", message: MessageExample.plain, zone: "s1._domainkey TXT SERVFAIL",
        stage: .signed(by: "example.org") { $0.isPublished = false })
    ]
  ) { survey in
    let passing = survey.dkim.filter { $0.result == .pass }
    if passing.isEmpty {
      let open = survey.dkim.filter { $0.result == .temperror }
      return open.isEmpty
        ? .notApplicable("no signature passes")
        : .findings(
          open.map { survey.finding(.unknown, $0, "The key could not be looked up.", evidence: $0.keyEvidence) })
    }
    return .findings(
      passing.flatMap { signature -> [Finding] in
        let over = Set(signature.headerCoverage.overSigned)
        let missing = single.filter { !over.contains($0) }.map(\.description)
        if missing.isEmpty { return [] }
        return [
          survey.finding(.info, signature, "A second one could be added unseen: \(missing.joined(separator: ", ")).")
        ]
      })
  }

  private static let single: [HeaderName] = ["From", "Subject", "To", "Date", "Content-Type"]
}
