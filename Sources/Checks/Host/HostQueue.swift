import AuditModel
import HostFiles
import Survey

extension HostCheck {
  static let hostQueue = HostCheck(
    CheckDescription(
      id: "HOST-QUEUE",
      area: .host,
      title: "No mail waits on the machine",
      severity: .info,
      severityReason: "a few messages wait on every machine now and then",
      appliesWhen: "a mail program with a queue is installed",
      rule: """
        Count the files in the queue of the mail program. A remark when there are any. Unknown when the folder could not be \
        read, which mostly needs root.
        """,
      whyItMatters: "The reason why mail does not arrive stands beside each message that waits.",
      remedy: "Read the reasons with mailq, and explain them with mailaudit explain-error.",
      standards: ["RFC 5321 §4.5.4.1"]
    ),
    examples: [
      HostExample(.pass, "an empty queue", .sendmail() + ["/var/spool/mqueue/dfx": ""]),
      HostExample(
        .info, "two messages",
        .postfix("") + ["/var/spool/postfix/deferred/A/A1": "", "/var/spool/postfix/deferred/B/B1": ""]),
      HostExample(.notApplicable, "no mail program"),
      HostExample(.unknown, "a folder that cannot be read", .postfix("") + ["/var/spool/postfix/deferred/.": .hidden])
    ]
  ) { survey in
    guard let waiting = survey.queue.value else {
      return survey.queue.unread("The queue") ?? .notApplicable("no queue was found")
    }
    if waiting.count == 0 { return .pass }
    let count = waiting.count >= FileTreeLimits.names ? "\(waiting.count) or more" : "\(waiting.count)"
    return .info(
      "\(count) \(waiting.count == 1 ? "message waits" : "messages wait") in \(waiting.folder).",
      evidence: [Evidence(source: waiting.folder, excerpt: count)],
      remedy: survey.mail.program == .postfix
        ? "Read the reasons with postqueue -p, and explain them with mailaudit explain-error." : nil)
  }
}
