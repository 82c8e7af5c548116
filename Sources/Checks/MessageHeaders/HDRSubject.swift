import AuditModel
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let hdrSubject = MessageCheck(
    CheckDescription(
      id: "HDR-SUBJECT",
      area: .messageHeaders,
      title: "Subject is honest and rightly encoded",
      severity: .medium,
      severityReason: "Yahoo refuses what it cannot decode, and filters count tricks",
      appliesWhen: "always",
      rule: """
        Fail if Subject has octets that are neither ASCII nor UTF-8, UTF-8 without encoding in a message that came \
        without SMTPUTF8 (unknown before it has left), broken encoded words, or control characters. Warn if it is \
        missing or empty, longer than 998 characters, has an encoded word of more than 75, or begins with Re: or Fwd: \
        without In-Reply-To and References, unless a forwarded message is attached. Info if it is all capitals, a test, or in a charset that is not read here.
        """,
      whyItMatters:
        "Gmail forbids replies to nothing; a subject that cannot be decoded shows as rubbish or is refused.",
      remedy: "Let a mail library encode the subject (RFC 2047), and begin it with Re: only in answers.",
      standards: [
        "RFC 5322 §3.6.5", "RFC 2047 §2", "RFC 2047 §5", "Google, Email sender guidelines §Message formatting",
        "Google, Gmail message header limits §Subject", "Yahoo, SMTP Error Codes §Other policy errors"
      ],
      profiles: [.advised(.gmailBulk), .advised(.yahooBulk)]
    ),
    examples: [
      MessageExample(.pass, "plain", message: MessageExample.plain),
      MessageExample(.pass, "an encoded word", message: "Subject: =?utf-8?Q?F=C3=BCr_Sie?=\n\na\n"),
      MessageExample(.fail, "a broken encoded word", message: "Subject: =?utf-8?Q?F=C3?=\n\na\n"),
      MessageExample(.fail, "UTF-8 as it is", message: MessageExample.arrived + "Subject: Für Sie\n\na\n"),
      MessageExample(.warn, "none", message: "From: a@example.org\n\na\n"),
      MessageExample(.warn, "a reply to nothing", message: "Subject: Re: your invoice\n\na\n"),
      MessageExample(.pass, "a name", message: "Subject: re:Invent starts in a week\n\na\n"),
      MessageExample(
        .pass, "a forwarded message",
        message:
          "Subject: Fwd: your invoice\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\nSubject: your invoice\n\na\n"
      ),
      MessageExample(.info, "all capitals", message: "Subject: READ THIS TODAY\n\na\n"),
      MessageExample(.unknown, "UTF-8 before it has left", message: "Subject: Für Sie\n\na\n")
    ]
  ) { survey in
    guard let read = survey.fields.subject.first, let subject = read.value else {
      return .warn(
        "The message has no Subject.", evidence: [Evidence(namesIn: survey)] + FilterRules.missingSubject.evidence)
    }
    if subject.text.isEmpty { return .findings([survey.finding(.warn, read, "Subject is empty.")]) }
    return .findings(
      SubjectJudge(read: read, subject: subject, survey: survey).findings)
  }
}

/// Judges a subject.
private struct SubjectJudge {
  let read: MessageFields.Read<UnstructuredText>
  let subject: UnstructuredText
  let survey: MessageSurvey

  var findings: [Finding] { encoding + [length, reply, shape].compactMap(\.self) }

  private var encoding: [Finding] {
    var findings: [Finding] = []
    if subject.traits.contains(.rawOctets) {
      findings.append(
        survey.finding(.fail, read, "Subject has octets that are neither ASCII nor UTF-8.", FilterRules.rawSubject))
    } else if subject.traits.contains(.rawUTF8), !survey.cameWithSMTPUTF8 {
      findings.append(rawUTF8)
    }
    if subject.traits.contains(.brokenEncodedWord) {
      let range = read.parsed.faults.first { $0.gravity > .remark }?.range
      findings.append(survey.finding(.fail, read, "Subject has an encoded word that is broken.", at: range))
    }
    if let index = read.parsed.text.firstIndex(where: { ($0 < 0x20 && ![0x09, 0x0A, 0x0D].contains($0)) || $0 == 0x7F })
    {
      findings.append(survey.finding(.fail, read, "Subject has a control character.", at: index..<(index + 1)))
    }
    if subject.traits.contains(.longEncodedWord) {
      findings.append(survey.finding(.warn, read, "An encoded word of Subject has more than 75 characters."))
    }
    if subject.traits.contains(.unknownCharset) {
      findings.append(
        survey.finding(.info, read, "Subject is written in a charset that is not read here; every program knows UTF-8.")
      )
    }
    return findings
  }

  private var rawUTF8: Finding {
    let statement = "Subject has characters outside ASCII that are not encoded"
    return survey.hasLeft
      ? survey.finding(.fail, read, "\(statement), and no server tells of SMTPUTF8.", FilterRules.rawSubject)
      : survey.finding(
        .unknown, read, "\(statement); whether SMTPUTF8 is used is not known.",
        remedy: "Encode the subject (RFC 2047); then every server takes it.")
  }

  private var length: Finding? {
    let count = read.parsed.text.count
    return count > Self.longest ? survey.finding(.warn, read, "Subject has \(count) octets; stay far below 998.") : nil
  }

  private var reply: Finding? {
    guard survey.fields.inReplyTo.isEmpty, survey.fields.references.isEmpty else { return nil }
    let start = subject.text.lowercased()
    // A name such as "re:Invent" is no answer: a blank follows the mark.
    guard let prefix = ["re: ", "fwd: ", "fw: ", "aw: ", "wg: "].first(where: (start + " ").hasPrefix) else {
      return nil
    }
    if !["r", "a"].contains(prefix.first), holdsForwarded { return nil }
    return survey.finding(
      .warn, read,
      "Subject begins with \"\(subject.text.prefix(prefix.count - 1))\", and the message answers no other one.",
      prefix.hasPrefix("f") ? [] : FilterRules.fakeReply)
  }

  /// Whether the message carries the one that it forwards, or names it.
  private var holdsForwarded: Bool {
    survey.body.parts.contains { $0.contentType.type == "message" }
      || survey.message.field("X-Forwarded-Message-Id") != nil
  }

  private var shape: Finding? {
    let text = subject.text
    if ["test", "testing", "test mail", "test message", "test email"].contains(text.lowercased()) {
      return survey.finding(.info, read, "The subject says \"test\", which filters and readers know too well.")
    }
    let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic }
    guard letters.count >= Self.capitals, text.contains(" "), !text.contains(where: \.isLowercase),
      letters.allSatisfy({ $0.properties.isUppercase })
    else { return nil }
    return survey.finding(.info, read, "The subject is all capital letters.", FilterRules.capitalSubject)
  }

  /// RFC 5322 §2.1.1 for one line; Gmail's limit for the whole.
  private static let longest = 998
  /// Abbreviations are shorter.
  private static let capitals = 10
}
