import AuditModel
import MailMessage
import Survey

extension MessageCheck {
  static let hdrObsolete = MessageCheck(
    CheckDescription(
      id: "HDR-OBSOLETE",
      area: .messageHeaders,
      title: "No obsolete and no alarming fields",
      severity: .low,
      severityReason: "nobody needs these fields, and some filters count them",
      appliesWhen: "always",
      rule: """
        Fail if the sender wrote Errors-To or Return-Receipt-To. Warn if he marks the message urgent: X-Priority 1 or 2, \
        X-MSMail-Priority or Importance high, Priority urgent. Info for names that programs for spam misspell \
        (MIME-version), and for these fields in a post of a mailing list, whose program writes them.
        """,
      whyItMatters: "Bounces follow MAIL FROM only. A mail that calls itself urgent is treated as what usually does.",
      remedy: "Take the fields out; name the address of bounces in MAIL FROM.",
      standards: ["RFC 2076 §3.5", "RFC 2076 §3.9", "RFC 4021 §2.1"]
    ),
    examples: [
      MessageExample(.pass, "none", message: MessageExample.plain),
      MessageExample(.fail, "Errors-To", message: "Errors-To: bounce@example.org\n" + MessageExample.plain),
      MessageExample(
        .info, "a mailing list",
        message: "Errors-To: talk-bounces@example.org\nList-Post: <mailto:talk@example.org>\n" + MessageExample.plain),
      MessageExample(.warn, "urgent", message: "X-Priority: 1 (Highest)\n" + MessageExample.plain),
      MessageExample(.info, "another spelling", message: "MIME-version: 1.0\n" + MessageExample.plain),
      MessageExample(
        .unknown, "between two hops",
        message: """
          Received: from a (a [10.0.0.1]) by b.example.net with ESMTP id 2; Wed, 25 Nov 2026 11:59:03 +0000
          Errors-To: bounce@example.org
          Received: from localhost (localhost [127.0.0.1]) by a with ESMTP id 1; Wed, 25 Nov 2026 11:59:02 +0000

          """ + MessageExample.plain)
    ]
  ) { survey in
    .findings(survey.obsoleteFields + survey.urgentFields + survey.misspelledFields)
  }
}

extension MessageSurvey {
  fileprivate var obsoleteFields: [Finding] {
    let names: [HeaderName] = ["Errors-To", "Return-Receipt-To"]
    return names.flatMap { message.fields($0).prefix(1) }.compactMap { field in
      let name = message.name(of: field)
      let evidence = [Evidence(field, in: self)]
      switch origin(of: field) {
      case .receiver: return nil
      case .sender where isListPost:
        return Finding(
          .info, subject: name, "\(name) is obsolete; the mailing list's program still writes it.", evidence: evidence)
      case .sender: return Finding(.fail, subject: name, "\(name) is obsolete.", evidence: evidence)
      case .undecided:
        return Finding(.unknown, subject: name, "Who wrote the obsolete \(name) is not known.", evidence: evidence)
      }
    }
  }

  fileprivate var urgentFields: [Finding] {
    let marks: [(HeaderName, [String])] = [
      ("X-Priority", ["1", "2"]), ("X-MSMail-Priority", ["high"]), ("Importance", ["high"]), ("Priority", ["urgent"])
    ]
    return marks.compactMap { name, values in
      guard let field = senderFields(name).first else { return nil }
      let text = message.text(of: field).lowercased()
      guard values.contains(where: text.hasPrefix) else { return nil }
      return Finding(
        .warn, subject: name.description, "\(name) marks the message urgent.", evidence: [Evidence(field, in: self)])
    }
  }

  /// rspamd MV_CASE: programs that write the name like this are mostly those for spam.
  fileprivate var misspelledFields: [Finding] {
    senderFields("MIME-Version").prefix(1).filter { message.name(of: $0) == "MIME-version" }.map { field in
      Finding(
        .info, subject: "MIME-Version", "MIME-Version is spelled as few programs do; it means the same.",
        evidence: [Evidence(field, in: self)])
    }
  }
}
