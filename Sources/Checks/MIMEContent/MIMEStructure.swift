import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let mimeStructure = MessageCheck(
    CheckDescription(
      id: "MIME-STRUCTURE",
      area: .mimeContent,
      title: "The MIME structure is valid",
      severity: .high,
      severityReason: "Yahoo and Gmail refuse what is malformed, or people see it raw",
      appliesWhen: "always",
      rule: """
        Fail if Content-Type stands without MIME-Version, a multipart has no boundary, one that does not occur, one \
        without its end or that of the multipart around it, has no parts or is encoded, or if parts nest deeper than 50. \
        Warn about other faults of boundaries and part headers, and about encoded messages inside. In attached messages all of it is a remark.
        """,
      whyItMatters: """
        Gmail answers 554 5.6.0, and every reader repairs in another way: attachments vanish, and what one server repairs \
        breaks the DKIM signature for the next.
        """,
      remedy: "Build the message with a mail library, and let it choose the boundaries: none by hand, none fixed.",
      standards: [
        "RFC 2045 §4", "RFC 2046 §5.1.1", "RFC 2045 §6.4",
        "Google, Gmail SMTP errors and codes §5.6.0", "Yahoo, SMTP Error Codes §RFC compliance failures"
      ],
      profiles: [.required(.gmailBulk), .required(.yahooBulk)]
    ),
    examples: [
      MessageExample(
        .pass, "text and HTML", message: MessageExample.alternative("The page changed.", "The page changed.")),
      MessageExample(.pass, "plain text without MIME", message: MessageExample.plain),
      MessageExample(
        .fail, "the end boundary is missing",
        message: MessageExample.mime("multipart/mixed; boundary=b1", "--b1\n\nThe page changed.\n")),
      MessageExample(
        .fail, "no boundary named", message: MessageExample.mime("multipart/mixed", "--b1\n\nHello\n--b1--\n")),
      MessageExample(
        .fail, "no MIME-Version", message: "From: wiki@example.org\nContent-Type: text/html\n\n<p>The page changed.\n"),
      MessageExample(
        .warn, "the boundary goes on behind the end",
        message: MessageExample.mime("multipart/mixed; boundary=b1", "--b1\n\nHello\n--b1--\n--b1\n\nMore\n"))
    ]
  ) { survey in
    let findings = survey.judgeMIME { verdict(of: $0, in: survey) }
    guard let deep = survey.body.parts.first(where: { $0.depth > deepest }) else { return .findings(findings) }
    let statement = "Parts nest deeper than \(deepest)."
    return .findings(findings + [Finding(.fail, statement, evidence: [Evidence(deep, in: survey)])])
  }

  private static func verdict(of fault: MIMEFault, in survey: MessageSurvey) -> Verdict? {
    // Most readers decode an encoded message, and no multipart.
    let isMultipart = survey.body.parts.indices.contains(fault.part) && survey.body.parts[fault.part].isMultipart
    if fault.kind == .encodedComposite, !isMultipart { return .warn }
    if fault.kind == .field { return fault.fault.gravity == .fatal ? .warn : nil }
    return structureVerdicts[fault.kind]
  }

  private static let structureVerdicts: [MIMEFault.Kind: Verdict] = [
    .noMIMEVersion: .fail, .noBoundary: .fail, .sameBoundary: .fail, .noStartBoundary: .fail, .noEndBoundary: .fail,
    .noParts: .fail, .encodedComposite: .fail, .tooDeep: .fail, .badBoundary: .warn, .boundaryInText: .warn,
    .boundaryAfterEnd: .warn, .headerBroken: .warn, .headerOnly: .warn, .headerTooLong: .warn, .fieldTwice: .warn,
    .tooManyParts: .warn
  ]
  /// Receivers look no deeper.
  private static let deepest = 50
}
