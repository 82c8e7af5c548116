import ApplicationSettings
import AuditModel
import Checks
import DNS
import SMTPSubmission
import Survey
import Testing

/// Rules of single providers that GitLab's page names.
@Suite struct GitLabProviderRuleTests: RequirementTable {
  @Test(arguments: rows) func isMet(row: Requirement) async { await Coverage.expectMet(row) }

  private static func gitlab(_ number: Int, _ behaviour: String, _ showings: [Showing]) -> Requirement {
    Requirement(number, "GitLab", behaviour, showings)
  }

  static let rows: [Requirement] = [
    gitlab(131, "Fastmail wants an app password always", [.output("providers fastmail", "Always an app password")]),
    gitlab(
      132, "Sina, Feishu, QQ and 163 want SMTP switched on, and their own code",
      [
        .output("providers sina", "SMTP must first be switched on in webmail", "authentication code"),
        .output("providers feishu", "has to be allowed by the administrator", "a dedicated code"),
        .output("providers qq-exmail", "a client-specific password must be generated"),
        .output("providers smtp.163.com", "authorization code")
      ]),
    gitlab(
      133, "NIFCLOUD takes authenticated senders only, in Reply-To too",
      [
        .output("providers nifcloud-ess", "From and Reply-To must be authenticated senders"),
        .finds(
          "APP-REPLY-TO", .medium, .gitlab,
          settings("smtp.ess.nifcloud.com", from: "a@example.org", reply: "b@example.net"), "Reply-To")
      ]),
    gitlab(
      134, "netcup wants From in the registered domain, not below it",
      [
        .output("providers netcup", "An address of a subdomain is not enough"),
        .finds(
          "APP-SENDER", .high, .gitlab, settings("mx1234.netcup.net", from: "gitlab@gitlab.example.org"),
          "example.org")
      ]),
    gitlab(
      135, "Proton wants the address of the token in From and Reply-To",
      [
        .output("providers proton", "From and Reply-To must be the token address"),
        .finds(
          "APP-SENDER", .high, .gitlab,
          settings("smtp.protonmail.ch", user: "gitlab@example.org", from: "git@example.org"), "gitlab@example.org")
      ]),
    gitlab(
      136, "Sendamatic wants EHLO and From in the domain of the identity",
      [
        .output("providers sendamatic", "the domain of the mail identity"),
        .finds(
          "APP-HELO", .high, .gitlab,
          settings("in.smtp.sendamatic.net", user: "u", from: "git@example.org")
            + "\ngitlab_rails['smtp_domain'] = 'b.example'")
      ]),
    gitlab(
      137, "GoDaddy has a host in each region",
      [.host("smtpout.asia.secureserver.net", "godaddy"), .host("smtpout.europe.secureserver.net", "godaddy")]),
    gitlab(
      138, "hosts with a part of the customer's own are recognised",
      [
        .host("w01234ab.kasserver.com", "all-inkl"), .host("mail.ud12.udmedia.de", "ud-media"),
        .host("mx2f1a.netcup.net", "netcup"), .host("example.uberspace.de", "uberspace6"),
        .host("mx123456.smtp-engine.com", "prolateral-outmail"), .host("s12.goserver.host", "webgo"),
        .host("example-com.correoseguro.dinaserver.com", "dinahosting"),
        .host("smtpdm-ap-southeast-1.aliyun.com", "alibaba-directmail-intl")
      ]),
    gitlab(
      139, "user names that are no addresses",
      [
        .output("providers w01234ab.kasserver.com", "user name"),
        .finds(
          "APP-PROVIDER", .medium, .gitlab,
          settings("example-org.correoseguro.dinaserver.com", user: "git@example.org", from: "git@example.org"))
      ]),
    gitlab(
      140, "a token is user name and password",
      [
        .output("providers postmark", "token"),
        .finds(
          "APP-PROVIDER", .medium, .gitlab,
          settings("smtp.postmarkapp.com", user: "git@example.org", from: "git@example.org"))
      ]),
    gitlab(
      141, "SparkPost's user name is SMTP_Injection",
      [
        .probe("SUBMIT-PROVIDER", .fail, zone: "app A 192.0.2.80", "SMTP_Injection") {
          ($0.target.host, $0.userName) = (.name("smtp.sparkpostmail.com"), "git@example.org")
        },
        .output("providers mandrill", "any text")
      ]),
    gitlab(
      142, "port 80 is submission without TLS",
      [
        .finds(
          "APP-RELAY-TLS", .high, .gitlab,
          GitLabSettingsTests.block(
            "smtp_address 'smtpout.secureserver.net'", "smtp_port 80", "smtp_user_name 'git@example.org'",
            "smtp_tls false",
            "smtp_enable_starttls_auto false"), "clear text"),
        .finds(
          "APP-TLS-PORT", .info, .gitlab,
          GitLabSettingsTests.block("smtp_address 'smtpout.secureserver.net'", "smtp_port 80"), "80")
      ])
  ]

  private static func settings(_ host: String, user: String = "git@example.org", from: String, reply: String = "")
    -> String
  {
    GitLabSettingsTests.block(
      "smtp_address '\(host)'", "smtp_port 587", "smtp_user_name '\(user)'", "smtp_password 'p'",
      "gitlab_email_from '\(from)'", "gitlab_email_reply_to '\(reply.isEmpty ? from : reply)'")
  }
}

extension Showing {
  /// A provider is recognised from the name of its server.
  fileprivate static func host(_ name: String, _ provider: String) -> Showing {
    .output("providers \(name)", provider)
  }
}
