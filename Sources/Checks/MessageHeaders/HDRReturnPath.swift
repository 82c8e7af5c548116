import AuditModel
import DNS
import MailMessage
import Survey

extension MessageCheck {
  static let hdrReturnPath = MessageCheck(
    CheckDescription(
      id: "HDR-RETURN-PATH",
      area: .messageHeaders,
      title: "Return-Path is left to the last server",
      severity: .low,
      severityReason: "most servers drop what the sender writes there",
      appliesWhen: "always",
      rule: """
        Warn if a Return-Path stands below the first Received field or in a message without one, where only the \
        application can have written it, and if it has a display name there; or if the address that bounces go to has a \
        domain of private use or a single word.
        """,
      whyItMatters: "Bounces go astray, and SPF looks at a domain that is not there.",
      remedy: """
        Leave the field out, and hand the address of bounces to the server as MAIL FROM (sendmail -f, the parameter \
        of the mail library).
        """,
      standards: ["RFC 5321 §4.4", "RFC 5322 §3.6.7"]
    ),
    examples: [
      MessageExample(.pass, "the receiver's", message: "Return-Path: <bounce@example.org>\n" + MessageExample.received),
      MessageExample(.pass, "a bounce", message: "Return-Path: <>\n" + MessageExample.received),
      MessageExample(.warn, "the application's", message: "Return-Path: <bounce@example.org>\n" + MessageExample.plain),
      MessageExample(
        .warn, "a machine inside", message: "Return-Path: <www-data@web01.localdomain>\n" + MessageExample.received),
      MessageExample(
        .pass, "a server that forwarded",
        message: """
          Received: from a (a [10.0.0.1]) by b.example.net with ESMTP id 2; Wed, 25 Nov 2026 11:59:03 +0000
          Return-Path: <bounce@example.org>
          Received: from localhost (localhost [127.0.0.1]) by a with ESMTP id 1; Wed, 25 Nov 2026 11:59:02 +0000

          """ + MessageExample.plain)
    ]
  ) { survey in
    let own = survey.ownReturnPaths
    var findings = own.map {
      survey.finding(.warn, $0, "The sender wrote a Return-Path, which the last server writes.")
    }
    if let path = own.first(where: { $0.value?.mailboxes.first?.displayName != nil }) {
      findings.append(survey.finding(.warn, path, "Return-Path has a display name, where only an address belongs."))
    }
    return .findings(findings + [survey.unusableEnvelope].compactMap(\.self))
  }
}

extension MessageSurvey {
  /// The Return-Path fields that the application wrote: they stand below the first hop. Those between hops are of servers
  /// that delivered the message and handed it on.
  fileprivate var ownReturnPaths: [MessageFields.Read<AddressList>] {
    let first = trace.hops.last?.field.line ?? 0
    return fields.returnPath.filter { $0.field.line > first }
  }

  /// An envelope whose domain exists in one network only. What the owner tells is his to judge by other checks.
  fileprivate var unusableEnvelope: Finding? {
    // The null reverse-path `<>` has no domain (RFC 5321 §4.5.5).
    guard let path = fields.returnPath.first, let mailbox = path.value?.mailboxes.first, !mailbox.address.isEmpty,
      !ownReturnPaths.contains(where: { $0.field == path.field }), let words = unusableDomain(of: mailbox)
    else { return nil }
    return finding(.warn, path, "The domain that bounces go to \(words).", at: mailbox.addressRange)
  }
}
