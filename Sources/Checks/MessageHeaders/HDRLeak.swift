import AuditModel
import DNS
import MailMessage
import Survey

extension MessageCheck {
  static let hdrLeak = MessageCheck(
    CheckDescription(
      id: "HDR-LEAK",
      area: .messageHeaders,
      title: "The header tells nothing of scripts, users and machines inside",
      severity: .medium,
      severityReason: "filters watch for mail of scripts, and attackers read what stands there",
      appliesWhen: "always",
      rule: """
        Fail for X-PHP-Originating-Script, X-PHP-Script, X-PHP-Filename and X-Source-Args, and for \
        X-Authentication-Warning. Warn if X-Originating-IP is a private address. Info for other fields that name a user, \
        a server or an address of the inside, and for the version of the program in X-Mailer or User-Agent.
        """,
      whyItMatters: """
        The fields show which script sends, as which user, and where; hijacked sites are found by them. \
        X-Authentication-Warning also says that the server does not trust the account that sends.
        """,
      remedy: """
        PHP: set mail.add_x_header = Off. sendmail: add the account of the web server to trusted-users. Other fields: \
        switch them off in the application, or drop them in the relay (Postfix: smtp_header_checks).
        """,
      standards: ["RFC 5321 §7.6", "RFC 6530 §13"]
    ),
    examples: [
      MessageExample(.pass, "nothing", message: MessageExample.plain),
      MessageExample(
        .fail, "a script of PHP", message: "X-PHP-Originating-Script: 33:class-phpmailer.php\n" + MessageExample.plain),
      MessageExample(
        .fail, "an account that is not trusted",
        message: "X-Authentication-Warning: web01: www-data set sender to wiki@example.org using -f\n"
          + MessageExample.plain),
      MessageExample(.warn, "a private address", message: "X-Originating-IP: [10.1.2.3]\n" + MessageExample.plain),
      MessageExample(.info, "a user", message: "X-Dokuwiki-User: ann\n" + MessageExample.plain),
      MessageExample(.info, "a version", message: "X-Mailer: PHPMailer 6.8.1\n" + MessageExample.plain)
    ]
  ) { survey in
    .findings(leaks.compactMap { $0.finding(in: survey) } + [survey.versions].compactMap(\.self))
  }

  private static let leaks: [LeakingField] = [
    .init("X-PHP-Originating-Script", .fail, "names the script that sends, and its owner", FilterRules.phpScript),
    .init("X-PHP-Script", .fail, "names the script that sends, and the visitor's address", FilterRules.phpScript),
    .init("X-PHP-Filename", .fail, "names the script that sends"),
    .init("X-Source-Args", .fail, "shows the command that sends"),
    .init(
      "X-Authentication-Warning", .fail, "says that the account that sends is not trusted to name the sender",
      FilterRules.authenticationWarning,
      remedy: "sendmail: add the account of the web server to /etc/mail/trusted-users, and rebuild submit.cf."),
    .init("X-Originating-IP", .info, "shows the address of the client"),
    .init("X-Client-IP", .info, "shows the address of the client"),
    .init("X-Dokuwiki-User", .info, "names a user of the wiki"),
    .init("X-Dokuwiki-Server", .info, "names the server of the wiki"),
    .init("X-Get-Message-Sender-Via", .info, "names the account of the web host"),
    .init("X-Source-Dir", .info, "shows a path on the web host")
  ]
}

/// A field that tells something of the inside.
private struct LeakingField {
  let name: HeaderName
  let verdict: Verdict
  let words: String
  let rules: [FilterRule]
  let remedy: String?

  init(_ name: HeaderName, _ verdict: Verdict, _ words: String, _ rules: [FilterRule] = [], remedy: String? = nil) {
    self.name = name
    self.verdict = verdict
    self.words = words
    self.rules = rules
    self.remedy = remedy
  }

  func finding(in survey: MessageSurvey) -> Finding? {
    guard let field = survey.message.field(name), survey.origin(of: field) != .receiver else { return nil }
    let address = IPAddress(survey.message.text(of: field).filter { $0 != "[" && $0 != "]" })
    let isPrivate = verdict == .info && address?.specialPurpose == .privateUse
    return Finding(
      isPrivate ? .warn : verdict, subject: name.description,
      isPrivate ? "\(name) shows a private address." : "\(name) \(words).",
      evidence: [Evidence(field, in: survey)] + rules.evidence, remedy: remedy)
  }
}

extension MessageSurvey {
  /// A number with a dot in the name of the program.
  fileprivate var versions: Finding? {
    let names: [HeaderName] = ["X-Mailer", "User-Agent"]
    for field in names.compactMap({ senderFields($0).first }) {
      let text = Array(message.text(of: field).utf8)
      let hasVersion = text.indices.dropFirst().dropLast().contains { index in
        text[index] == UInt8(ascii: ".") && isDigit(text[index - 1]) && isDigit(text[index + 1])
      }
      if hasVersion {
        return Finding(
          .info, subject: message.name(of: field), "\(message.name(of: field)) tells the version of the program.",
          evidence: [Evidence(field, in: self)])
      }
    }
    return nil
  }

  private func isDigit(_ octet: UInt8) -> Bool { (0x30...0x39).contains(octet) }
}
