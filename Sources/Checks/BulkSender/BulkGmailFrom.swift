import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let bulkGmailFrom = MessageCheck(
    CheckDescription(
      id: "BULK-GMAIL-FROM",
      area: .bulkSender,
      title: "No free-mail domain in From",
      severity: .critical,
      severityReason: "Gmail and others take it for impersonation",
      appliesWhen: "always",
      rule: """
        Fail if From names a domain of a mailbox provider (a dated list), and neither SPF nor a signature passes that aligns \
        with it: the message did not come from that provider. Unknown if that cannot be told yet.
        """,
      whyItMatters:
        "Gmail and Yahoo have policies that let others refuse such mail, and Gmail defers or filters it itself.",
      remedy: "Write an address of your own domain into From, and the free-mail address into Reply-To.",
      standards: [
        "Google, Email sender guidelines §impersonate Gmail From headers",
        "Google, Email sender guidelines FAQ §Gmail From header spoofing"
      ],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [.required(.gmailBulk)]
    ),
    examples: [
      MessageExample(.pass, "an own domain", message: MessageExample.plain),
      MessageExample(.pass, "sent by Gmail", message: fromGmail, stage: .signed(by: "gmail.com")),
      MessageExample(.fail, "sent by another host", message: fromGmail, stage: .signed(by: "example.org")) {
        $0.tellEnvelope()
      },
      MessageExample(.unknown, "nobody told who sends it", message: fromGmail)
    ]
  ) { survey in
    guard let author = survey.dmarc?.authorDomain else { return .notApplicable("From names no single domain") }
    guard providers.contains(author.description) else { return .pass }
    let findings = survey.alignmentFindings
    guard let first = findings.first else { return .pass }
    let evidence = survey.identifierEvidence
    if first.verdict == .fail {
      return .fail(
        "From is of \(author), and the message did not come from there.", subject: "From", evidence: evidence)
    }
    return .unknown(
      "From is of \(author); whether the message comes from there could not be seen.", evidence: evidence,
      remedy: first.remedy)
  }

  private static let fromGmail = MessageExample.plain.replacing("wiki@example.org", with: "shop@gmail.com")

  /// Domains under which everybody gets a mailbox; state of 2026-11.
  private static let providers: Set<String> = [
    "gmail.com", "googlemail.com", "yahoo.com", "ymail.com", "rocketmail.com", "yahoo.de", "yahoo.fr", "yahoo.co.uk",
    "yahoo.it", "yahoo.es", "yahoo.co.jp", "aol.com", "outlook.com", "hotmail.com", "hotmail.de", "hotmail.fr",
    "hotmail.co.uk", "live.com", "msn.com", "outlook.de", "outlook.fr", "icloud.com", "me.com", "mac.com", "gmx.de",
    "gmx.net", "gmx.at", "gmx.ch", "gmx.com", "web.de", "mail.com", "t-online.de", "freenet.de", "orange.fr",
    "wanadoo.fr", "laposte.net", "free.fr", "sfr.fr", "libero.it", "mail.ru", "bk.ru", "inbox.ru", "list.ru",
    "yandex.ru",
    "yandex.com", "qq.com", "foxmail.com", "163.com", "126.com", "naver.com", "proton.me", "protonmail.com", "pm.me",
    "zoho.com", "fastmail.com", "comcast.net", "att.net", "verizon.net", "seznam.cz", "wp.pl", "o2.pl", "onet.pl"
  ]
}
