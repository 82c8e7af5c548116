import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let mimeAttachType = MessageCheck(
    CheckDescription(
      id: "MIME-ATTACH-TYPE",
      area: .mimeContent,
      title: "No attachment types that receivers block",
      severity: .high,
      severityReason: "messages with them are refused",
      appliesWhen: "the message has files",
      rule: """
        Fail for names that Gmail blocks, also inside zip archives, and for programs by their first octets. Warn for names \
        that only Outlook blocks, documents with macros and archives with a password. Unknown for archives that could not \
        be looked into. The lists are dated tables.
        """,
      whyItMatters: "Gmail answers 552 5.7.0; Outlook shows the message without the file.",
      remedy: "Put the file on a page of your own, and send the link.",
      standards: ["Google, Gmail SMTP errors and codes §5.7.0", "Microsoft Support §Blocked attachments in Outlook"]
    ),
    examples: [
      MessageExample(.pass, "a PDF file", message: MessageExample.file("report.pdf", "JVBERi0xLjcK")),
      MessageExample(.fail, "a script", message: MessageExample.file("report.js", "YWxlcnQoMSk7Cg==")),
      MessageExample(
        .fail, "a program with another name", message: MessageExample.file("report.dat", "TVqQAAMAAAAEAAAA")),
      MessageExample(.warn, "a document with macros", message: MessageExample.file("report.docm", "UEsDBA==")),
      MessageExample(
        .unknown, "an archive that is not unpacked", message: MessageExample.file("report.rar", "UmFyIRoHAA==")),
      MessageExample(.notApplicable, "no file", message: MessageExample.plain)
    ]
  ) { survey in
    let files = survey.body.leaves.filter { $0.isAttachment || $0.contentType.type == "application" }
    if files.isEmpty { return .notApplicable("the message has no files") }
    return .findings(files.compactMap { part in AttachmentFacts(part).flatMap { finding($0, part, survey) } })
  }

  private static func finding(_ facts: AttachmentFacts, _ part: MIMEPart, _ survey: MessageSurvey) -> Finding? {
    let gmail = facts.allNames.first { $0.blockers.contains(.gmail) }
    if let gmail {
      let list = BlockedFileTypes.gmail.edition
      return say(.fail, "\(gmail.text) is of a type that Gmail refuses (\(list)).", gmail.text, part, survey)
    }
    if let format = facts.format, [.windowsProgram, .shortcut].contains(format) {
      return say(.fail, "The file is a program or shortcut for Windows, whatever its name says.", "", part, survey)
    }
    if let outlook = facts.allNames.first(where: { !$0.blockers.isEmpty }) {
      return say(.warn, "\(outlook.text) is of a type that Outlook does not show.", outlook.text, part, survey)
    }
    if facts.allNames.contains(where: \.hasMacros) {
      return say(.warn, "A document with macros is filtered or not opened at many receivers.", "", part, survey)
    }
    if facts.zip?.isEncrypted == true {
      return say(
        .warn, "An archive with a password is refused at many receivers: nobody can look into it.", "", part, survey)
    }
    guard facts.isUnseenArchive else { return nil }
    return say(.unknown, "The archive could not be looked into: what it holds is not known.", "", part, survey)
  }

  private static func say(
    _ verdict: Verdict, _ statement: String, _ subject: String, _ part: MIMEPart, _ survey: MessageSurvey
  ) -> Finding {
    Finding(
      verdict, subject: part.fileName ?? subject, statement, evidence: [Evidence(part, in: survey)],
      remedy: verdict == .unknown ? "Look into it yourself, or send a zip archive or a link." : nil)
  }
}
