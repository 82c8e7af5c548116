import AuditModel
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let msgidUnique = MessageCheck(
    CheckDescription(
      id: "MSGID-UNIQUE",
      area: .messageID,
      title: "The Message-ID is the message's own",
      severity: .high,
      severityReason:
        "Gmail defers mail whose identifier it has seen in many messages, and mail programs drop duplicates",
      appliesWhen: "the Message-ID has a left side",
      rule: """
        Fail if different messages of the run carry the same Message-ID; copies of one message (same author, subject \
        and date, and same recipients or text) may. Warn if the identifiers of the run differ in a number only that \
        counts up, if the left side is made of time and a small number, or can vary by less than 32 bits. Info below 64 \
        bits. Identifiers of mail servers that number their queue are unique by that.
        """,
      whyItMatters: """
        Gmail answers 421 4.7.28. Two messages with one identifier are one message to servers and programs: the second \
        is lost, or shown in the wrong thread.
        """,
      remedy: "Put at least sixteen random hexadecimal digits into the left side, new ones for each message.",
      standards: ["RFC 5322 §3.6.4", "Google, Gmail SMTP errors and codes §4.7.28"],
      profiles: [.required(.gmailBulk)]
    ),
    examples: [
      MessageExample(
        .pass, "one of its own", message: MessageExample.identified("0a1b2c3d4e5f6071@wiki.acme.net"),
        stage: .others(["<8c9dae0b1f2a3b4c@wiki.acme.net>"])),
      MessageExample(
        .fail, "another message has it",
        message: MessageExample.identified("notification.0a1b2c3d4e5f6071@wiki.acme.net"),
        stage: .others(["<notification.0a1b2c3d4e5f6071@wiki.acme.net>"])),
      MessageExample(
        .warn, "a counter", message: MessageExample.identified("wiki-notification-mail-104@acme.net"),
        stage: .others(["<wiki-notification-mail-102@acme.net>", "<wiki-notification-mail-103@acme.net>"])),
      MessageExample(.warn, "page and second", message: MessageExample.identified("4711.1795607940@acme.net")),
      MessageExample(.info, "few random digits", message: MessageExample.identified("1795607940.0a1b2c3d4e@acme.net"))
    ]
  ) { survey in
    guard let field = survey.fields.messageID.first, let token = field.value, !token.left.isEmpty else {
      return .notApplicable("the Message-ID has no left side")
    }
    let evidence = [Evidence(field.field, in: survey, highlight: token.range)]
    let sharing = survey.batch.differentMessages(with: token.text)
    if sharing > 1 {
      return .fail(
        "\(sharing) different messages carry this Message-ID.", subject: "Message-ID",
        evidence: evidence + [Evidence(source: "messages of this run", excerpt: "\(token.text) in \(sharing) of them")])
    }
    return survey.identifierMaker?.countsOnHost == true ? .pass : survey.variation(of: token, evidence)
  }
}

extension MessageSurvey {
  fileprivate func variation(of token: MessageIDToken, _ evidence: [Evidence]) -> Judgement {
    if let numbers = IdentifierVariation.countingNumbers(in: batch.messageIDs(like: token.text)) {
      let shown = numbers.prefix(5).map(String.init).joined(separator: ", ")
      return .warn(
        "The Message-IDs of this run differ only in a number that counts: \(shown).", subject: "Message-ID",
        evidence: evidence)
    }
    let time = fields.date.first?.value?.secondsSince1970
    if IdentifierVariation.isTimeAndCounter(token.left, near: time) {
      return .warn(
        "The left side is made of a time and a small number: two messages of one moment get the same.",
        subject: "Message-ID", evidence: evidence)
    }
    let bits = IdentifierVariation.bits(of: token.left, near: time)
    if bits >= Self.enoughBits { return .pass }
    let statement = "The left side can vary by \(bits) bits at most; 64 are advised."
    return bits < Self.fewBits
      ? .warn(statement, subject: "Message-ID", evidence: evidence)
      : .info(statement, subject: "Message-ID", evidence: evidence)
  }

  /// RFC 4122 gives 122 bits; with 64 a sender of a million messages a day waits centuries for the same one twice.
  private static let enoughBits = 64
  /// With so few the same one comes twice among a hundred thousand messages.
  private static let fewBits = 32
}

extension MessageStage {
  fileprivate static func others(_ identifiers: [String]) -> MessageStage {
    var stage = MessageStage()
    stage.otherMessageIDs = identifiers
    return stage
  }
}
