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
        Warn if the sender's side wrote a Return-Path, if there is more than one, if it has a display name, or if the \
        address that bounces go to has a domain of private use or a single word. Unknown if it stands between hops of \
        which nobody tells whose they are.
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
      MessageExample(.warn, "the application's", message: "Return-Path: <bounce@example.org>\n" + MessageExample.plain),
      MessageExample(
        .warn, "a machine inside", message: "Return-Path: <www-data@web01.localdomain>\n" + MessageExample.received),
      MessageExample(
        .unknown, "between two hops",
        message: """
          Received: from a (a [10.0.0.1]) by b.example.net with ESMTP id 2; Wed, 25 Nov 2026 11:59:03 +0000
          Return-Path: <bounce@example.org>
          Received: from localhost (localhost [127.0.0.1]) by a with ESMTP id 1; Wed, 25 Nov 2026 11:59:02 +0000

          """ + MessageExample.plain)
    ]
  ) { survey in
    let paths = survey.fields.returnPath
    var findings = paths.compactMap { survey.misplaced($0) }
    if paths.count > 1 {
      findings.append(
        Finding(
          .warn, subject: "Return-Path", "There are \(paths.count) fields Return-Path.",
          evidence: paths.prefix(4).map { Evidence($0.field, in: survey) }))
    }
    if let path = paths.first(where: { $0.value?.mailboxes.first?.displayName != nil }) {
      findings.append(survey.finding(.warn, path, "Return-Path has a display name, where only an address belongs."))
    }
    return .findings(findings + [survey.unusableEnvelope].compactMap(\.self))
  }
}

extension MessageSurvey {
  fileprivate func misplaced(_ path: MessageFields.Read<AddressList>) -> Finding? {
    switch origin(of: path.field) {
    case .receiver: nil
    case .sender: finding(.warn, path, "The sender wrote a Return-Path, which the last server writes.")
    case .undecided:
      // The field of the last server stands on top of everything.
      path.field.line < (trace.hops.first?.field.line ?? 0)
        ? nil : finding(.unknown, path, "Whether the sender or a receiver wrote this Return-Path is not known.")
    }
  }

  /// An envelope whose domain exists in one network only. What the owner tells is his to judge by other checks.
  fileprivate var unusableEnvelope: Finding? {
    guard let path = fields.returnPath.first, let mailbox = path.value?.mailboxes.first,
      origin(of: path.field) != .sender, let words = unusableDomain(of: mailbox)
    else { return nil }
    return finding(.warn, path, "The domain that bounces go to \(words).", at: mailbox.addressRange)
  }
}
