import AuditModel
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let hdrAutoSubmitted = MessageCheck(
    CheckDescription(
      id: "HDR-AUTO-SUBMITTED",
      area: .messageHeaders,
      title: "Automatic mail says that it is automatic",
      severity: .medium,
      severityReason: "without the mark, vacation replies answer the application",
      appliesWhen: "a known application wrote the message, or its kind is told as transactional",
      rule: """
        Warn if Auto-Submitted is missing, is \"no\", or cannot be read. Info if Precedence or X-Auto-Response-Suppress \
        says it instead, if the keyword is none of the registered ones, or if Precedence calls a single notification \
        bulk.
        """,
      whyItMatters:
        "The mailbox of the application fills with replies, and two programs can answer each other for ever.",
      remedy: "Add Auto-Submitted: auto-generated, and for Exchange X-Auto-Response-Suppress: All.",
      standards: ["RFC 3834 §5", "RFC 3834 §2"],
      profiles: [.advised(.preLaunch)]
    ),
    examples: [
      MessageExample(
        .pass, "marked", message: "Auto-Submitted: auto-generated\n" + MessageExample.plain,
        configure: { $0.kind = .transactional }),
      MessageExample(.warn, "not marked", message: MessageExample.plain) { $0.kind = .transactional },
      MessageExample(.warn, "a wiki", message: "X-Mailer: MediaWiki mailer\n" + MessageExample.plain),
      MessageExample(.info, "another mark", message: "X-Auto-Response-Suppress: OOF\n" + MessageExample.plain) {
        $0.kind = .transactional
      },
      MessageExample(
        .info, "bulk that is none",
        message: "Auto-Submitted: auto-generated\nPrecedence: bulk\n" + MessageExample.plain,
        configure: { $0.kind = .transactional })
    ]
  ) { survey in
    guard survey.options.kind == .transactional || survey.isFromApplication else {
      return .notApplicable("nobody tells that a program wrote the message (--kind transactional)")
    }
    let precedence = survey.fields.precedence.first { $0.value?.isBulk == true }?.field
    guard let read = survey.fields.autoSubmitted.first else { return .findings([survey.unmarked(precedence)]) }
    guard let value = read.value else {
      return .findings([survey.finding(.warn, read, "Auto-Submitted says nothing.")])
    }
    if !value.isAutomatic {
      return .findings([survey.finding(.warn, read, "Auto-Submitted says that a person wrote the message.")])
    }
    if let fault = read.parsed.faults.first {
      return .findings([survey.finding(.info, read, "Auto-Submitted has \(fault.message).", at: fault.range)])
    }
    guard survey.options.kind == .transactional, let precedence else { return .pass }
    return .info(
      "Precedence calls the message bulk, though one person caused it.", subject: "Precedence",
      evidence: [Evidence(precedence, in: survey)],
      remedy: "Leave Precedence out of receipts and resets of passwords.")
  }
}

extension MessageSurvey {
  /// Whether an application is known to have written the message: by its Message-ID, or by a field that only it writes.
  fileprivate var isFromApplication: Bool {
    let marks: [(HeaderName, String)] = [
      ("X-Mailer", "mediawiki"), ("X-Dokuwiki-Server", ""), ("X-GitLab-Project", ""), ("X-Gitea-Repository", ""),
      ("X-Redmine-Host", ""), ("X-Jenkins-Job", ""), ("X-Nextcloud-App", ""), ("X-Discourse-Post-Id", "")
    ]
    return marks.contains { name, text in
      message.field(name).map { text.isEmpty || message.text(of: $0).lowercased().contains(text) } ?? false
    }
  }

  fileprivate func unmarked(_ precedence: HeaderField?) -> Finding {
    let other = message.field("X-Auto-Response-Suppress") ?? precedence
    guard let other else {
      return Finding(.warn, "The message has no Auto-Submitted.", evidence: [Evidence(namesIn: self)])
    }
    return Finding(
      .info, subject: message.name(of: other),
      "\(message.name(of: other)) stands in for Auto-Submitted, which more programs know.",
      evidence: [Evidence(other, in: self)])
  }
}
