import AuditTesting
import Checks
import DNS
import TLSTransport

/// The submission servers of transcripts: `probe.zone` names them.
enum ProbeServers {
  static let access = StagedMailAccess(ports: [
    // mail.example.org: all is well on 587 and 465.
    .v4(0xC000_0219): [587: good, 465: .submission { $0.isImplicit = true }],
    // strict.example.org: takes senders that it knows, and relays for nobody.
    .v4(0xC000_021A): [
      587: .submission {
        $0.envelope = [
          "<wiki@": "553 5.7.1 <wiki@example.org>: Sender address rejected: not owned by user wiki",
          "<admin@example.net>": "554 5.7.1 <admin@example.net>: Relay access denied"
        ]
      }
    ],
    // direct.example.org: tells who asks.
    .v4(0xC000_021C): [
      25: .submission {
        $0.ehlo = ["250-mail.example.org Hello app.example.org [192.0.2.80]", "250 STARTTLS"]
        $0.ehloInTLS = ["250-mail.example.org Hello app.example.org [192.0.2.80]", "250 SIZE 52428800"]
      }
    ],
    // silent.example.org: nothing comes back.
    .v4(0xC000_021B): [25: .submission { $0.refusal = .timedOut }]
  ])

  /// Logins by PLAIN: staged servers know no other conversation.
  private static let good = StagedMailServer.submission {
    $0.ehloInTLS = ["250-mail.example.org", "250-SIZE 52428800", "250 AUTH PLAIN"]
    $0.envelope["<chief@"] = "553 5.7.1 <chief@example.org>: Sender address rejected: not owned by user wiki"
  }
}
