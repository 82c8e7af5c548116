import AuditModel
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let hdrNonASCII = MessageCheck(
    CheckDescription(
      id: "HDR-NONASCII",
      area: .messageHeaders,
      title: "The header is ASCII, or rightly encoded",
      severity: .high,
      severityReason: "servers without SMTPUTF8 refuse other characters",
      appliesWhen: "always",
      rule: """
        Fail if a field has octets above 127 that are no UTF-8, or UTF-8 in a message that came without SMTPUTF8 (unknown \
        before it has left); if an encoded word stands inside an address, or in a field that never has any (Date, \
        Message-ID, In-Reply-To, References, Return-Path, MIME-Version, Content-Transfer-Encoding).
        """,
      whyItMatters: "Gmail answers 550 5.7.1 to encoded words and characters in fields that may not have them.",
      remedy: "Let a mail library write the fields: names and subjects as encoded words, addresses never.",
      standards: ["RFC 2047 §5", "RFC 6532 §3.2", "RFC 5322 §2.2", "Google, Gmail SMTP errors and codes §5.7.1"],
      profiles: [.required(.gmailBulk)]
    ),
    examples: [
      MessageExample(.pass, "a name in an encoded word", message: "To: =?utf-8?Q?J=C3=BCrgen?= <a@example.net>\n\na\n"),
      MessageExample(
        .pass, "the receiver's own field", message: "X-Spam-Report: für alle\n" + MessageExample.received),
      MessageExample(.fail, "UTF-8 as it is", message: MessageExample.arrived + "To: Jürgen <a@example.net>\n\na\n"),
      MessageExample(.fail, "an encoded address", message: "To: =?utf-8?Q?a=40example=2Enet?=\n\na\n"),
      MessageExample(.fail, "an encoded identifier", message: "Message-ID: =?utf-8?Q?=3Ca=40b=3E?=\n\na\n"),
      MessageExample(.unknown, "UTF-8 before it has left", message: "To: Jürgen <a@example.net>\n\na\n")
    ]
  ) { survey in
    .findings(survey.rawFields + survey.encodedAddresses + survey.encodedWordsOutOfPlace)
  }
}

extension MessageSurvey {
  /// Fields with octets outside ASCII, those apart that the receiver added: no server had to take them.
  fileprivate var rawFields: [Finding] {
    let fields = message.fields.filter { field in
      message.header[field.body].contains { $0 >= 0x80 } && origin(of: field) != .receiver
    }
    return fields.prefix(Self.mostShown).compactMap { field in
      let name = message.name(of: field)
      let body = message.body(of: field)
      let range = body.firstIndex { $0 >= 0x80 }.map { $0..<($0 + 1) }
      let evidence = [Evidence(field, in: self, highlight: range)]
      let rules = name.lowercased() == "from" ? FilterRules.rawFrom.evidence : []
      guard String(validating: body, as: UTF8.self) != nil else {
        return Finding(
          .fail, subject: name, "\(name) has octets that are neither ASCII nor UTF-8.", evidence: evidence + rules)
      }
      if cameWithSMTPUTF8 { return nil }
      let statement = "\(name) has characters outside ASCII that are not encoded"
      return hasLeft
        ? Finding(.fail, subject: name, "\(statement), and no server tells of SMTPUTF8.", evidence: evidence + rules)
        : Finding(
          .unknown, subject: name, "\(statement); whether SMTPUTF8 is used is not known.", evidence: evidence,
          remedy: "Encode what may be encoded; then every server takes it.")
    }
  }

  /// RFC 2047 §5: an encoded word is no part of an address.
  fileprivate var encodedAddresses: [Finding] {
    [fields.from, fields.sender, fields.replyTo, fields.to, fields.cc].joined().compactMap { read in
      guard let mailbox = read.value?.mailboxes.first(where: { $0.traits.contains(.encodedWordInAddress) }) else {
        return nil
      }
      return finding(.fail, read, "An encoded word stands in an address, where nobody decodes it.", at: mailbox.range)
    }
  }

  fileprivate var encodedWordsOutOfPlace: [Finding] {
    let names: [HeaderName] = [
      "Date", "Message-ID", "In-Reply-To", "References", "Return-Path", "MIME-Version", "Content-Transfer-Encoding"
    ]
    return names.flatMap { message.fields($0).prefix(1) }.compactMap { field in
      let text = message.text(of: field)
      guard text.contains("=?"), text.contains("?="), EncodedWord.parse(message.body(of: field)).value != nil else {
        return nil
      }
      return Finding(
        .fail, subject: message.name(of: field), "\(message.name(of: field)) has an encoded word, which it never may.",
        evidence: [Evidence(field, in: self)])
    }
  }

  /// More fields say nothing new.
  private static let mostShown = 8
}
