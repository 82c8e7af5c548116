import AuditModel
import HostFiles
import Survey

extension HostCheck {
  static let hostSendmailMode = HostCheck(
    CheckDescription(
      id: "HOST-SENDMAIL-MODE",
      area: .host,
      title: "Everybody's mail gets into the queue",
      severity: .high,
      severityReason: "only root can send",
      appliesWhen: "the mail program has a queue that users may not write into",
      rule: """
        The program that writes into the queue runs with the rights of its group (Sendmail, dma, postdrop of Postfix) or of its \
        owner (Exim, nullmailer-queue). Fail when that bit of its mode is missing. Unknown when it could not be looked at, and \
        for the files of an image, which lose the bit when somebody unpacks them.
        """,
      whyItMatters: "Mail of web pages ends with \"Permission denied\" in the log, and the page says that it was sent.",
      remedy: "Install the package of the mail program again, or set the bit with chmod.",
      standards: ["Postfix §postdrop(1)", "Linux man-pages, chmod(1)"]
    ),
    examples: [
      HostExample(.pass, "Postfix as installed", .postfix("")),
      HostExample(.fail, "postdrop without its group", .postfix("") + ["/usr/sbin/postdrop": .program(0o755)]),
      HostExample(.fail, "Sendmail without its group", .sendmail() + ["/usr/lib/sm.bin/sendmail": .program(0o755)]),
      HostExample(.unknown, "an image", .postfix("") + ["/usr/sbin/postdrop": .program(0o755)], name: nil),
      HostExample(.notApplicable, "msmtp has no queue", .msmtp("host smtp.example.org"))
    ]
  ) { survey in
    guard let writer = survey.mail.writer, let program = survey.mail.program else {
      return .notApplicable("no mail program was found that writes into a queue of its own")
    }
    guard let file = writer.file.value else {
      return writer.file.unread(writer.path) ?? .notApplicable("\(writer.path) is not there")
    }
    if writer.isOwners ? file.status.isSetUID : file.status.isSetGID { return .pass }
    let evidence = [Evidence(file, from: writer.path)]
    if !survey.isRunning {
      return .unknown(
        "\(file.path) runs without rights of its own here; unpacking an image may have taken them.", evidence: evidence,
        remedy: "Look in a container that runs: stat -c %a \(file.path) shows the mode.")
    }
    let bit = writer.isOwners ? "u+s" : "g+s"
    return .fail(
      "\(file.path) of \(program.title) has lost the right to write into the queue.", evidence: evidence,
      remedy: program == .postfix ? "Run: postfix set-permissions." : "Run: chmod \(bit) \(file.path).")
  }
}
