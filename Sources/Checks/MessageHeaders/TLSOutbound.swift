import AuditModel
import MailMessage
import Survey

extension MessageCheck {
  static let tlsOutbound = MessageCheck(
    CheckDescription(
      id: "TLS-OUTBOUND",
      area: .tls,
      title: "The message came to the receiver over TLS",
      severity: .critical,
      severityReason: "Gmail demands TLS of senders",
      appliesWhen: "always",
      rule: """
        Look at the Received field of the hop at which the message came from outside. Pass if it tells of TLS 1.2 or \
        later, or of TLS without a version; warn for an older version; fail if its protocol is one of those that IANA \
        registers without TLS (SMTP, ESMTP, ESMTPA). Unknown for other protocols, if the hop is only presumed to be that \
        one and has no TLS, and for a message that has not arrived anywhere.
        """,
      whyItMatters: "Gmail answers 421 4.7.29 and 550 5.7.29. Without TLS everybody on the way can read the mail.",
      remedy: """
        Let the sending server use TLS where it is offered (Postfix: smtp_tls_security_level = may, better dane), and \
        keep firewalls from taking STARTTLS out of the greeting.
        """,
      standards: [
        "RFC 3848", "RFC 8314 §1", "Google, Email sender guidelines §TLS connection",
        "Google, Gmail SMTP errors and codes §5.7.29", "Orange, Postmaster page §TLS 1.2"
      ],
      profiles: [.required(.gmailBulk), .required(.preLaunch)]
    ),
    examples: [
      MessageExample(.pass, "ESMTPS", message: MessageExample.received),
      MessageExample(.warn, "TLS 1.0", message: MessageExample.entry("ESMTPS (version=TLS1_0 cipher=AES128-SHA)")),
      MessageExample(.fail, "ESMTP", message: MessageExample.entry("ESMTP")) { $0.trustedHops = 1 },
      MessageExample(.unknown, "ESMTP at a hop that may be another one", message: MessageExample.entry("ESMTP")),
      MessageExample(.unknown, "a message that has not arrived", message: MessageExample.plain)
    ]
  ) { survey in
    guard let boundary = survey.trace.boundary, let entry = survey.trace.entry else {
      return .unknown(
        "No Received field tells how the message came to a receiver.", subject: "Received",
        evidence: survey.trace.hops.prefix(1).map { Evidence($0.field, in: survey) },
        remedy: "Audit the message as a receiver stored it; say how many Received fields are his (--trusted-hops).")
    }
    let read = survey.trace.hops[boundary.index]
    if let version = entry.tls?.version, survey.isOld(version) {
      return .findings([survey.finding(.warn, read, "The message came over \(version), which receivers give up.")])
    }
    switch entry.isEncrypted {
    case true?: return .pass
    case false? where boundary.source.isCertain:
      return .findings([survey.finding(.fail, read, "The message came to \(entry.by ?? "the receiver") without TLS.")])
    case false?:
      return .findings([
        survey.finding(
          .unknown, read, "The message seems to have come without TLS, if this is the receiver's field.",
          remedy: "Say how many of the topmost Received fields are the receiver's (--trusted-hops).")
      ])
    case nil:
      return .findings([survey.finding(.unknown, read, "The receiver's field does not tell whether TLS was used.")])
    }
  }
}

extension MessageExample {
  /// ``plain`` as it came over a protocol.
  fileprivate static func entry(_ transfer: String) -> String {
    """
    Received: from mail.example.org (mail.example.org [192.0.2.25])
      by mx.example.net with \(transfer) id 1; Wed, 25 Nov 2026 11:59:02 +0000

    """ + plain
  }
}

extension MessageSurvey {
  /// SSL, and TLS before 1.2 (RFC 8996 §1), however it is written: `TLSv1.1`, `TLS1_0`, `SSLv3`.
  fileprivate func isOld(_ version: String) -> Bool {
    let text = version.lowercased()
    if text.hasPrefix("ssl") { return true }
    let digits = text.utf8.filter { (0x30...0x39).contains($0) }
    return text.hasPrefix("tls")
      && (digits == [0x31] || digits.starts(with: [0x31, 0x30]) || digits.starts(with: [0x31, 0x31]))
  }
}
