import AuditModel
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let msgidPresent = MessageCheck(
    CheckDescription(
      id: "MSGID-PRESENT",
      area: .messageID,
      title: "Message-ID is present once and valid",
      severity: .high,
      severityReason: "Gmail refuses bulk mail without a valid one, and filters score it everywhere",
      appliesWhen: "always",
      rule: """
        Fail if there is no field Message-ID (MessageID is another name, and counts as none), more than one, an empty one, one without "@" or with more than one, one \
        with an empty side, with a blank, or with characters that no identifier may have; if it has more than 500 \
        characters, or if Gmail's mark shows that it had to be added. Warn if the angle brackets are missing, if it \
        is folded inside, quoted, or longer than 250 characters.
        """,
      whyItMatters: """
        Receivers thread, deduplicate and trace mail by its identifier. Gmail answers 550 5.7.1 or invents one; \
        SpamAssassin counts MISSING_MID and INVALID_MSGID, rspamd MISSING_MID (2.5).
        """,
      remedy: """
        Let the application write one Message-ID of the form <unique@host>, host being its public name: at least 64 \
        random bits before the "@", no blanks, a new one for each message.
        """,
      standards: ["RFC 5322 §3.6.4", "RFC 5322 §2.1.1"],
      profiles: [.required(.gmailBulk), .required(.preLaunch)]
    ),
    examples: [
      MessageExample(.pass, "one identifier", message: "Message-ID: <66f1.0a1b2c3d@wiki.example.org>\n\n"),
      MessageExample(.fail, "none", message: "Subject: a\n\n"),
      MessageExample(.fail, "an unset host", message: "Message-ID: <wiki.59cdf1a2b3c4@>\n\n"),
      MessageExample(.fail, "a port", message: "Message-ID: <66f1.0a1b2c3d@wiki.example.org:8080>\n\n"),
      MessageExample(.fail, "two", message: "Message-ID: <1@a.example.org>\nMessage-ID: <2@a.example.org>\n\n"),
      MessageExample(
        .fail, "Gmail had to add it",
        message: "Message-ID: <59fb1.SMTPIN_ADDED_MISSING@mx.google.com>\n\n"),
      MessageExample(.warn, "no brackets", message: "Message-ID: 66f1.0a1b2c3d@wiki.example.org\n\n")
    ]
  ) { survey in
    let fields = survey.fields.messageID
    guard let first = fields.first else { return missing(survey) }
    if fields.count > 1 {
      return .fail(
        "There are \(survey.message.fields("Message-ID").count) fields Message-ID.", subject: "Message-ID",
        evidence: fields.map { Evidence($0.field, in: survey) },
        remedy: "Let only one program write the field: the application, or the server that first takes the message.")
    }
    return .findings(MessageIDForm(field: first, survey: survey).findings)
  }

  private static func missing(_ survey: MessageSurvey) -> Judgement {
    if let field = survey.message.field("MessageID") {
      return .fail(
        "The field is called MessageID; without the hyphen nobody takes it for a Message-ID.", subject: "MessageID",
        evidence: [Evidence(field, in: survey)])
    }
    return .fail("The message has no Message-ID.", evidence: [Evidence(namesIn: survey)])
  }
}

/// The form of one Message-ID field.
private struct MessageIDForm {
  let field: MessageFields.Read<MessageIDToken>
  let survey: MessageSurvey

  var findings: [Finding] {
    guard let token = field.value else { return [finding(.fail, "The field Message-ID is empty.")] }
    if let added = added(token) { return [added] }
    let traits = hasBlankOfFoldOnly(token) ? token.traits.subtracting(.blank) : token.traits
    var findings = Self.rules.filter { traits.contains($0.trait) }.map { finding($0.verdict, $0.statement) }
    if token.text.utf8.count > Self.longest {
      findings.append(finding(.fail, "The Message-ID has \(token.text.utf8.count) characters; Gmail takes 500."))
    } else if token.text.utf8.count > Self.advised {
      findings.append(finding(.warn, "The Message-ID has \(token.text.utf8.count) characters; stay below 250."))
    }
    let others = field.parsed.faults.filter { $0.gravity > .remark }
    if findings.isEmpty, let fault = others.first {
      findings.append(
        Finding(.warn, "The Message-ID has a fault: \(fault.message).", fault: fault, of: field, in: survey))
    }
    return findings
  }

  /// Whether all white space inside belongs to the folding of the field.
  private func hasBlankOfFoldOnly(_ token: MessageIDToken) -> Bool {
    let text = field.parsed.text
    return token.traits.contains(.folded)
      && token.range.allSatisfy { index in
        guard text[index] == 0x20 || text[index] == 0x09 else { return true }
        let start = text[token.range.lowerBound..<index].lastIndex { $0 != 0x20 && $0 != 0x09 }
        return start.map { text[$0] == 0x0A } ?? false
      }
  }

  private func finding(_ verdict: Verdict, _ statement: String) -> Finding {
    Finding(
      verdict, subject: "Message-ID", statement,
      evidence: [Evidence(field.field, in: survey, highlight: field.value?.range)])
  }

  /// Gmail writes these when the message came without a Message-ID, or with a broken one.
  private func added(_ token: MessageIDToken) -> Finding? {
    guard token.right == "mx.google.com" else { return nil }
    let isMissing = token.left.hasSuffix("SMTPIN_ADDED_MISSING")
    guard isMissing || token.left.hasSuffix("SMTPIN_ADDED_BROKEN") else { return nil }
    return finding(
      .fail, "Gmail wrote this Message-ID, because the message came \(isMissing ? "without one" : "with a broken one")."
    )
  }

  private static let rules: [(trait: MessageIDToken.Traits, verdict: Verdict, statement: String)] = [
    (.noAt, .fail, "The Message-ID has no \"@\"."),
    (.severalAts, .fail, "The Message-ID has more than one \"@\"."),
    (.emptyLeft, .fail, "Nothing stands before the \"@\" of the Message-ID."),
    (.emptyRight, .fail, "Nothing stands behind the \"@\" of the Message-ID: the host name was not set."),
    (.blank, .fail, "The Message-ID has a blank inside."),
    (.illegalLeft, .fail, "The Message-ID has characters before the \"@\" that it may not have."),
    (.illegalRight, .fail, "Behind the \"@\" of the Message-ID stands no host name, but a port, a path or a scheme."),
    (.noBrackets, .warn, "The Message-ID has no angle brackets."),
    (.folded, .warn, "The Message-ID is folded inside, which some programs do not undo."),
    (.quotedLeft, .warn, "The Message-ID is quoted, which many programs do not compare rightly.")
  ]

  /// Gmail refuses longer ones.
  private static let longest = 500
  /// Longer ones are cut by some programs.
  private static let advised = 250
}
