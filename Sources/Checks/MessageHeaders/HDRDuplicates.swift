import AuditModel
import MailMessage
import Survey

extension MessageCheck {
  static let hdrDuplicates = MessageCheck(
    CheckDescription(
      id: "HDR-DUPLICATES",
      area: .messageHeaders,
      title: "Fields that may stand once stand once",
      severity: .critical,
      severityReason: "Gmail and Yahoo refuse messages with duplicates",
      appliesWhen: "always",
      rule: """
        Fail if From, Sender, Reply-To, To, Cc, Bcc, Message-ID, In-Reply-To, References, Subject, Date, MIME-Version, \
        Content-Type or Content-Transfer-Encoding stands more than once.
        """,
      whyItMatters: """
        Programs disagree which copy counts, so a reader can be shown another one than the one that was checked. Gmail \
        answers 550 5.7.1.
        """,
      remedy:
        "Find the second program that adds the field: application, library, relay or filter; let one of them write it.",
      standards: [
        "RFC 5322 §3.6", "RFC 2045 §3", "Google, Gmail SMTP errors and codes §5.7.1",
        "Yahoo, SMTP Error Codes §RFC compliance failures"
      ],
      profiles: [.required(.gmailBulk), .required(.yahooBulk)]
    ),
    examples: [
      MessageExample(.pass, "one of each", message: MessageExample.plain),
      MessageExample(.fail, "two subjects", message: "Subject: again\n" + MessageExample.plain)
    ]
  ) { survey in
    .findings(
      single.compactMap { name in
        let fields = survey.message.fields(name)
        guard fields.count > 1 else { return nil }
        return Finding(
          .fail, subject: name.description, "There are \(fields.count) fields \(name).",
          evidence: fields.prefix(mostShown).map { Evidence($0, in: survey) } + FilterRules.repeatedFields.evidence)
      })
  }

  private static let single: [HeaderName] = [
    "From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Message-ID", "In-Reply-To", "References", "Subject", "Date",
    "MIME-Version", "Content-Type", "Content-Transfer-Encoding"
  ]

  /// Enough to compare copies.
  private static let mostShown = 4
}
