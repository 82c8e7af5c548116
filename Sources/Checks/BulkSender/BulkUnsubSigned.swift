import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let bulkUnsubSigned = MessageCheck(
    CheckDescription(
      id: "BULK-UNSUB-SIGNED",
      area: .bulkSender,
      title: "DKIM covers both unsubscribe headers",
      severity: .high,
      severityReason: "receivers must not use unsigned ones",
      appliesWhen: "the message has List-Unsubscribe and List-Unsubscribe-Post",
      rule: """
        Fail unless a signature that passes names both fields in h=; warn if none of these aligns with From. Unknown if the \
        key could not be looked up, or the message has neither left nor a signature. A remark unless the mail is said to be \
        marketing or subscribed.
        """,
      whyItMatters: "The mail program shows no button to unsubscribe, and people press the one for spam.",
      remedy:
        "Add list-unsubscribe:list-unsubscribe-post to the fields that are signed, and sign after they are added.",
      standards: ["RFC 8058 §3.1", "RFC 8058 §4"],
      causes: ["DKIM-SIG-VALID", "DKIM-SIG-PRESENT", "DKIM-ALIGNED"],
      profiles: [.required(.gmailBulk), .advised(.yahooBulk), .advised(.preLaunch)]
    ),
    examples: [
      MessageExample(.pass, "both are signed", message: MessageExample.newsletter, stage: .signedList()) {
        $0.kind = .marketing
      },
      MessageExample(
        .fail, "neither is signed", message: MessageExample.newsletter, stage: .signed(by: "example.org")
      ) { $0.kind = .marketing },
      MessageExample(
        .warn, "signed by another domain", message: MessageExample.newsletter, stage: .signedList(by: "esp.example.net")
      ) { $0.kind = .marketing },
      MessageExample(.unknown, "not signed yet", message: MessageExample.newsletter) { $0.kind = .marketing },
      MessageExample(.notApplicable, "no such fields", message: MessageExample.plain)
    ]
  ) { survey in
    if survey.fields.listUnsubscribe.isEmpty || survey.fields.listUnsubscribePost.isEmpty {
      return .notApplicable("the message has no such fields")
    }
    return survey.judgeUnsubscribing { covered(survey) }
  }

  private static func covered(_ survey: MessageSurvey) -> Judgement {
    let covering = survey.signatures(covering: ["List-Unsubscribe", "List-Unsubscribe-Post"])
    let passing = covering.filter { $0.result == .pass }
    let evidence = survey.dkim.prefix(4).map { Evidence($0.field, in: survey) }
    if let first = passing.first {
      let alignments = passing.map { survey.alignment(of: $0) }
      if alignments.contains(.aligned) || alignments.contains(.undecided) || survey.dmarc == nil { return .pass }
      let domain = first.value?.domainText ?? ""
      return .warn("The signature that covers both fields is of \(domain), not of the From domain.", evidence: evidence)
    }
    if let open = covering.first(where: { $0.result == .temperror }) {
      return .unknown("The key of the signature could not be looked up.", evidence: open.keyEvidence)
    }
    if survey.dkim.isEmpty, !survey.hasLeft {
      return .unknown(
        "The message is not signed, and has not left: your mail server may sign it.",
        remedy: "Audit the message as it arrived at a mailbox of your own elsewhere.")
    }
    return .fail(
      "No signature that passes covers List-Unsubscribe and List-Unsubscribe-Post.",
      evidence: evidence.isEmpty ? [Evidence(namesIn: survey)] : evidence)
  }
}
