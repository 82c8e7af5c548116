import ApplicationSettings
import AuditModel
import Checks
import DNS
import SMTPSubmission
import Survey
import TLSTransport
import Testing

/// What GitLab's page on SMTP says of the keys of `gitlab.rb`.
@Suite struct GitLabSettingsTests: RequirementTable {
  @Test(arguments: rows) func isMet(row: Requirement) async { await Coverage.expectMet(row) }

  static let rows = reading + connection + names

  /// A block for SMTP: a line a pair.
  static func block(_ pairs: String...) -> String {
    (["smtp_enable true"] + pairs).map { pair in
      let words = pair.split(separator: " ", maxSplits: 1)
      return "gitlab_rails['\(words[0])'] = \(words[1])"
    }.joined(separator: "\n")
  }

  private static func gitlab(_ number: Int, _ behaviour: String, _ showings: [Showing]) -> Requirement {
    Requirement(number, "GitLab", behaviour, showings)
  }

  private static let gmx = """
    # SMTP of GMX
    gitlab_rails['smtp_enable'] = true
    gitlab_rails["smtp_address"] = 'mail.gmx.com' # the host
    ### Email Settings
    gitlab_rails['gitlab_email_enabled'] = true
    gitlab_rails['gitlab_email_display_name'] = "My GitLab"
    gitlab_rails['gitlab_email_reply_to'] = "my-gitlab@gmx.com"
    """

  private static let reading: [Requirement] = [
    gitlab(
      108, "keys in either quotes, comments and headings between them",
      [
        .reads(
          .gitlab, gmx, "gitlab_rails['smtp_address'] = \"mail.gmx.com\"",
          "gitlab_rails['gitlab_email_display_name'] = \"My GitLab\""),
        .remarksNothing(.gitlab, gmx)
      ]),
    gitlab(
      109, "a password with a quote or #{} breaks the files",
      [
        .finds("APP-SECRETS", .medium, .gitlab, block("smtp_address 'a.example'", "smtp_password \"pa'ss\"")),
        .finds("APP-SECRETS", .medium, .gitlab, block("smtp_address 'a.example'", "smtp_password \"pa\\\"ss\"")),
        .withholds("settings --app gitlab -", input: block("smtp_password \"pa'ss\""), "pa'ss")
      ]),
    gitlab(
      110, "the template of the page itself is wrong: 465 without TLS from the start",
      [
        .finds(
          "APP-TLS-PORT", .high, .gitlab,
          block("smtp_address \"smtp.server\"", "smtp_port 465", "smtp_enable_starttls_auto true"), "Port 465")
      ]),
    gitlab(
      114, "smtp_ca_path is a folder of hashed names",
      [.remarks(.gitlab, block("smtp_ca_path '/etc/ssl/private-ca'"), "named by hashes", "openssl rehash")]),
    gitlab(
      116, "user name and password are in the encrypted file",
      [
        .remarks(
          .gitlab, block("smtp_address 'a.example'", "smtp_authentication 'login'"), "smtp.yaml.enc",
          "gitlab-rake gitlab:smtp:secret:show"),
        .predicts(\.login, "no login", .gitlab, block("smtp_address 'a.example'", "smtp_authentication 'login'"))
      ]),
    gitlab(
      117, "encrypted settings have to be set up first, and may lie elsewhere",
      [
        .remarks(
          .gitlab, block("smtp_authentication 'login'"), "whatever its place",
          "encrypted configuration must be set up first")
      ]),
    gitlab(
      118, "smtp_enable alone means the server of the machine",
      [.predicts(\.server, "localhost:25", .gitlab, block(), "gitlab_rails['smtp_address'] is not set")]),
    gitlab(
      124, "name, reply address and switch of mail are read",
      [
        .reads(.gitlab, gmx, "gitlab_rails['gitlab_email_enabled'] = true"),
        .predicts(\.replyTo, "my-gitlab@gmx.com", .gitlab, gmx),
        .reads(
          .gitlab, "gitlab_rails['gitlab_email_display_name'] = 'Gít Läb'",
          "gitlab_rails['gitlab_email_display_name'] = \"Gít Läb\"")
      ])
  ]

  private static let connection: [Requirement] = [
    gitlab(
      111, "modes of verification: none, peer, and two that verify nothing",
      [
        .passes("APP-RELAY-TLS", .gitlab, tls("'peer'")),
        .finds("APP-RELAY-TLS", .medium, .gitlab, tls("'none'"), "not verified"),
        .finds("APP-RELAY-TLS", .medium, .gitlab, tls("'client_once'"), "not verified"),
        .finds("APP-RELAY-TLS", .medium, .gitlab, tls("'fail_if_no_peer_cert'"), "not verified"),
        .finds("APP-RELAY-TLS", .high, .gitlab, tls("'pear'"), "does not know this mode", "peer")
      ]),
    gitlab(
      113, "trusted-certs is not read for SMTP",
      [
        .explains(
          "SSL_connect returned=1 errno=0 state=error: certificate verify failed (unable to get local issuer certificate)",
          "rb-cert-verify", "smtp_ca_file", "trusted-certs is not read for SMTP"),
        .output(
          "settings --app gitlab -", input: block("smtp_ca_file '/nowhere/private-ca.pem'"),
          "/nowhere/private-ca.pem cannot be read"),
        .output(
          "settings --app gitlab -", input: block("smtp_ca_file '\(#filePath)'"), "holds no certificates in PEM form")
      ]),
    gitlab(
      115, "smtp_pool keeps connections open",
      [
        .remarks(.gitlab, block("smtp_pool true"), "as many connections", ":smtp_pool"),
        .finds(
          "APP-PROVIDER", .info, .gitlab,
          block("smtp_address 'smtp.office365.com'", "smtp_port 587", "smtp_pool true"), "connections at a time")
      ]),
    gitlab(
      119, "SMTP without TLS is for the machine itself",
      [
        .says("APP-RELAY-TLS", .info, .gitlab, clear("localhost")),
        .finds(
          "APP-RELAY-TLS", .high, .gitlab, clear("mail.example.org") + "\ngitlab_rails['smtp_user_name'] = 'git'",
          "clear text")
      ]),
    gitlab(
      120, "smtp_force_ssl does nothing",
      [
        .finds("APP-KEYS", .medium, .gitlab, block("smtp_force_ssl true"), "smtp_force_ssl"),
        .finds("APP-TLS-PORT", .high, .gitlab, block("smtp_port 465", "smtp_force_ssl true"))
      ]),
    gitlab(
      121, "smtp_ssl and STARTTLS slip through, and fail when mail is sent",
      [
        .finds(
          "APP-TLS-PORT", .high, .gitlab,
          block("smtp_port 465", "smtp_ssl true", "smtp_enable_starttls_auto true"), "both switched on"),
        .explains(
          "ArgumentError: :enable_starttls and :tls are mutually exclusive. Set :tls if you're on an SMTPS connection.",
          "rb-mutually-exclusive", "smtp_ssl")
      ]),
    gitlab(
      122, "smtp_authentication is login, plain, cram_md5 or false",
      [
        .predicts(\.login, "login as u by login", .gitlab, user("'login'")),
        .predicts(\.login, "login as u", .gitlab, user("false")),
        .predicts(\.login, "login as u", .gitlab, user("'none'")),
        .finds("APP-AUTH", .high, .gitlab, user("'ntlm'"))
      ])
  ]

  private static func user(_ mechanism: String) -> String {
    block("smtp_address 'a.example'", "smtp_user_name 'u'", "smtp_password 'p'", "smtp_authentication \(mechanism)")
  }

  private static func tls(_ mode: String) -> String {
    block("smtp_address 'a.example'", "smtp_port 465", "smtp_tls true", "smtp_openssl_verify_mode \(mode)")
  }

  private static func clear(_ host: String) -> String {
    block(
      "smtp_address '\(host)'", "smtp_port 25", "smtp_tls false", "smtp_openssl_verify_mode 'none'",
      "smtp_enable_starttls_auto false", "smtp_ssl false", "smtp_force_ssl false")
  }

  private static let names: [Requirement] = [
    gitlab(
      112, "without gitlab_email_from, From follows external_url",
      [
        .predicts(
          \.from, "gitlab@gitlab.example.org", .gitlab, "external_url 'https://gitlab.example.org'\n" + block(),
          "gitlab_email_from", "external_url"),
        .predicts(
          \.replyTo, "noreply@gitlab.example.org", .gitlab, "external_url 'https://gitlab.example.org'\n" + block()),
        .finds("APP-FROM-DOMAIN", .info, .gitlab, "external_url 'https://gitlab'\n" + block(), "gitlab")
      ]),
    gitlab(
      123, "smtp_domain is the name in EHLO",
      [
        .finds("APP-HELO", .medium, .gitlab, block("smtp_address 'a.example'"), "localhost.localdomain"),
        .finds("APP-HELO", .medium, .gitlab, block("smtp_address 'a.example'", "smtp_domain 'gitlab'"), "has no dot"),
        .finds(
          "APP-HELO", .medium, .gitlab, block("smtp_address 'smtp.gmail.com'", "smtp_domain 'smtp.gmail.com'"),
          "smtp.gmail.com"),
        .finds(
          "APP-HELO", .medium, .gitlab, block("smtp_address 'smtp.exmail.qq.com'", "smtp_domain 'exmail.qq.com'"),
          "exmail.qq.com"),
        .passes("APP-HELO", .gitlab, block("smtp_address 'a.example'", "smtp_domain 'gitlab.example.org'"))
      ]),
    gitlab(
      125, "words of examples are left in",
      [
        .finds("APP-PLACEHOLDER", .high, .gitlab, block("smtp_address '<your-host>.netcup.net'"), "smtp_address"),
        .finds("APP-PLACEHOLDER", .high, .gitlab, block("smtp_address \"smtp.server\""), "smtp_address"),
        .finds(
          "APP-PLACEHOLDER", .high, .gitlab, block("smtp_address 'email-smtp.region-1.amazonaws.com'"), "smtp_address"),
        .finds(
          "APP-PLACEHOLDER", .high, .gitlab, block("smtp_address 'a.example'", "smtp_user_name 'username@your domain'"),
          "smtp_user_name"),
        .finds("APP-PLACEHOLDER", .high, .gitlab, block("smtp_address 'sXX.goserver.host'"), "smtp_address")
      ]),
    gitlab(
      126, "Gmail is for little mail",
      [
        .output(
          "providers gmail", "Two-step verification must be on", "take a service for applications",
          "500 messages per day")
      ]),
    gitlab(
      127, "rules for outgoing connections of a cloud",
      [
        .probe(
          "SUBMIT-CONNECT", .unknown, on: [587: .submission { $0.refusal = .timedOut }], "to port 587",
          "security group", "access list"),
        .output("providers aws-ses", "Security groups and network ACLs must allow 587 or 465 outbound")
      ]),
    gitlab(
      128, "SMTP.com serves 2525 and 2082 where 25 is blocked",
      [
        .probe(
          "SUBMIT-PORTS", .warn, on: [2525: .submission()],
          zone: "app A 192.0.2.80\n$ORIGIN com.\nsend.smtp A 192.0.2.25", "2525"
        ) {
          ($0.target.host, $0.target.port, $0.scansPorts) = (.name("send.smtp.com"), 25, true)
        },
        .output("providers smtp-com", "2525", "2082", "include:_spf.smtp.com", "From and Reply-To must use the domain")
      ]),
    gitlab(
      129, "Prolateral on 465: two lines change, and a third has to",
      [
        .finds(
          "APP-TLS-PORT", .high, .gitlab,
          block(
            "smtp_address 'mx123456.smtp-engine.com'", "smtp_port 465", "smtp_tls true",
            "smtp_enable_starttls_auto true"),
          "both switched on"),
        .output("providers prolateral-outmail", "2525", "8025", "switch STARTTLS off")
      ]),
    gitlab(
      130, "SendGrid's user name is the word apikey",
      [
        .probe("SUBMIT-PROVIDER", .fail, zone: "app A 192.0.2.80", "apikey") {
          ($0.target.host, $0.userName) = (.name("smtp.sendgrid.net"), "my_key_name")
        },
        .explains("550 The from address does not match a verified Sender Identity.", "sendgrid-identity", "verified")
      ])
  ]
}
