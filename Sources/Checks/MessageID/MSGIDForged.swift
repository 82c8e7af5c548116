import AuditModel
import DNS
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let msgidForged = MessageCheck(
    CheckDescription(
      id: "MSGID-FORGED",
      area: .messageID,
      title: "The Message-ID does not look forged",
      severity: .high,
      severityReason: "these forms alone give as many points as whole spam messages get",
      appliesWhen: "the message has a Message-ID",
      rule: """
        Fail if the right side is a single word of small letters that is also the local part of the address in From. \
        Warn if X-Mailer names Outlook Express or Outlook IMO and the identifier is neither of theirs nor of a known \
        relay, or if only capital letters stand before "@yahoo.com".
        """,
      whyItMatters: """
        rspamd gives four points when the identifier of gitlab@... ends in "@gitlab", as it does on a machine that \
        bears the short name of the application. Other pairs of mailer and identifier are those of programs for spam.
        """,
      remedy: """
        Give the machine or the application its full public name, so that Message-IDs end in it; take forged X-Mailer \
        fields out.
        """,
      standards: ["RFC 5322 §3.6.4"]
    ),
    examples: [
      MessageExample(.pass, "the public name", message: MessageExample.identified("0a1b2c3d4e5f6071@wiki.acme.net")),
      MessageExample(.fail, "the name of the account", message: MessageExample.identified("reply-0a1b2c@wiki")),
      MessageExample(
        .warn, "Outlook that is none",
        message: "X-Mailer: Microsoft Outlook Express 6.00.2900.2180\n" + MessageExample.identified("0a1b2c3d@acme.net")
      ),
      MessageExample(.warn, "Yahoo that is none", message: MessageExample.identified("ABCDEFGH@yahoo.com"))
    ]
  ) { survey in
    guard let field = survey.fields.messageID.first, let token = field.value else {
      return .notApplicable("the message has no Message-ID")
    }
    let evidence = [Evidence(field.field, in: survey, highlight: token.range)]
    var findings: [Finding] = []
    if let author = survey.fields.from.first, let mailbox = author.value?.mailboxes.first,
      mailbox.localPart == token.right, token.right.utf8.allSatisfy({ (0x61...0x7A).contains($0) }),
      !token.right.isEmpty
    {
      findings.append(
        Finding(
          .fail, subject: token.right, "The right side \"\(token.right)\" is the local part of the address in From.",
          evidence: evidence + [Evidence(author.field, in: survey)] + FilterRules.endsInUserPart.evidence,
          remedy: survey.identifierMaker?.setting))
    }
    if let mailer = survey.message.field("X-Mailer"), survey.namesOldOutlook(mailer),
      !outlookPatterns.contains(where: { $0.matches("\(token.left)@\(token.right)") }),
      DomainName(token.right).flatMap({ IdentifierRelay.name(of: $0) }) == nil
    {
      findings.append(
        Finding(
          .warn, subject: "X-Mailer", "X-Mailer names a program that builds other Message-IDs.",
          evidence: evidence + [Evidence(mailer, in: survey)] + FilterRules.outlookIdentifier.evidence))
    }
    if token.right.lowercased() == "yahoo.com", !token.left.isEmpty,
      token.left.utf8.allSatisfy({ (0x41...0x5A).contains($0) })
    {
      findings.append(
        Finding(
          .warn, subject: token.right, "Yahoo does not build Message-IDs of capital letters.",
          evidence: evidence + FilterRules.yahooIdentifier.evidence))
    }
    return .findings(findings)
  }

  /// Twelve hexadecimal digits and twice eight, parted by dollar signs; 28 letters before the name of the user; or, as
  /// since Windows Vista, 32 hexadecimal digits in capitals.
  private static let outlookPatterns: [IdentifierPattern] = ["{x12}${x8}${x8}@*", "{N28}.*@*", "{X32}@*"]
}

extension MessageSurvey {
  /// The releases of Outlook that always build their own identifiers.
  fileprivate func namesOldOutlook(_ field: HeaderField) -> Bool {
    let text = message.text(of: field)
    return ["Microsoft Outlook Express ", "Microsoft Outlook IMO"].contains { text.hasPrefix($0) }
  }
}
