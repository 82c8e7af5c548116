import AuditModel
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let msgidThreading = MessageCheck(
    CheckDescription(
      id: "MSGID-THREADING",
      area: .messageID,
      title: "In-Reply-To and References hold identifiers of other messages",
      severity: .info,
      severityReason: "only the order of messages on the screen depends on it",
      appliesWhen: "the message has In-Reply-To or References",
      rule: """
        Warn if one of the fields holds no identifier, a broken one, words beside identifiers, or the identifier of the \
        message itself.
        """,
      whyItMatters: """
        Mail programs sort messages into threads by these fields. A made-up value sorts them wrongly, and a reply to \
        nothing looks like a trick.
        """,
      remedy: """
        Copy the Message-ID of the message that is answered. Notifications of one topic may name an identifier that is \
        kept for the topic and never used as a Message-ID.
        """,
      standards: ["RFC 5322 §3.6.4", "RFC 5322 §4.5.4"]
    ),
    examples: [
      MessageExample(
        .pass, "the identifier of the topic",
        message: "In-Reply-To: <topic-5@acme.net>\nReferences: <topic-5@acme.net>\n"
          + MessageExample.identified("0a1b2c3d@acme.net")),
      MessageExample(
        .warn, "words", message: "In-Reply-To: topic 5\n" + MessageExample.identified("0a1b2c3d@acme.net")),
      MessageExample(
        .warn, "its own identifier",
        message: "References: <0a1b2c3d@acme.net>\n" + MessageExample.identified("0a1b2c3d@acme.net"))
    ]
  ) { survey in
    let lists = survey.fields.inReplyTo + survey.fields.references
    if lists.isEmpty { return .notApplicable("the message has neither In-Reply-To nor References") }
    let own = survey.fields.messageID.first?.value?.text
    return .findings(lists.compactMap { survey.fault(of: $0, own: own) })
  }
}

extension MessageSurvey {
  /// The first thing wrong with a list of identifiers.
  fileprivate func fault(of read: MessageFields.Read<MessageIDList>, own: String?) -> Finding? {
    let name = message.name(of: read.field)
    func warn(_ statement: String, _ range: Range<Int>? = nil) -> Finding {
      Finding(.warn, subject: name, statement, evidence: [Evidence(read.field, in: self, highlight: range)])
    }
    guard let list = read.value else { return warn("\(name) holds no identifier.") }
    if let broken = list.identifiers.first(where: { !$0.isWellFormed }) {
      return warn("\(name) holds a broken identifier.", broken.range)
    }
    if list.hasPhrase { return warn("\(name) holds words beside identifiers.") }
    guard let itself = list.identifiers.first(where: { $0.text == own }) else { return nil }
    return warn("\(name) names the message itself.", itself.range)
  }
}
