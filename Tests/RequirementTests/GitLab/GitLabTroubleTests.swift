import ApplicationSettings
import AuditModel
import Checks
import DNS
import SMTPSubmission
import Survey
import TLSTransport
import Testing

/// What GitLab's page says of trials, records and troubles.
@Suite struct GitLabTroubleTests: RequirementTable {
  @Test(arguments: rows) func isMet(row: Requirement) async { await Coverage.expectMet(row) }

  static let rows = around + troubles

  private static func gitlab(_ number: Int, _ behaviour: String, _ showings: [Showing]) -> Requirement {
    Requirement(number, "GitLab", behaviour, showings)
  }

  private static let page = "settings --app gitlab -"
  private static let site = "external_url 'https://gitlab.example.org'"

  private static let around: [Requirement] = [
    gitlab(
      143, "a mail for a trial, from the Rails console",
      [.output(page, input: site, "Notify.test_email(", ".deliver_now", "goes past Sidekiq")]),
    gitlab(
      144, "SPF, DKIM and DMARC come after SMTP",
      [
        .probe("SUBMIT-SPF", .warn, zone: SubmissionExample.host + "\n@ TXT \"v=spf1 mx -all\"", "include:sendgrid.net")
        {
          $0.target.host = .name("smtp.sendgrid.net")
          $0.envelope = SMTPEnvelope(sender: "gitlab@example.org")
        },
        .output("providers sendgrid --domain example.org", "SPF", "s1._domainkey.example.org", "DKIM")
      ]),
    gitlab(
      145, "clouds block port 25, each in its own way",
      [
        .probe(
          "SUBMIT-CONNECT", .unknown, on: [25: .submission { $0.refusal = .timedOut }],
          "AWS lifts the block on request",
          "Azure for some subscriptions only", "Google Cloud never"
        ) { $0.target.port = 25 },
        .explains("Net::OpenTimeout: execution expired", "rb-open-timeout", "587/465/2525")
      ]),
    gitlab(
      155, "every change needs a reconfigure",
      [
        .output(page, input: site, "gitlab-ctl reconfigure, on each node"),
        .explains(wrongVersion, "rb-wrong-version", "Then run gitlab-ctl reconfigure")
      ]),
    gitlab(
      156, "commands of the console may change data",
      [.output(page, input: site, "smtp_settings only show; other commands of the console change data")]),
    gitlab(
      157, "where the credentials of a provider are found",
      [.output("providers aws-ses", "the SMTP user name of the console"), .output("providers gmail", "app password")]),
    gitlab(
      158, "the host of the DNS decides which records can be set",
      [
        .output("providers sendgrid --domain example.org", "s1._domainkey.example.org CNAME"),
        .example("DNS-NS-COUNT", "a service that is known", .info, "Cloudflare hosts the zone")
      ]),
    gitlab(
      159, "without SMTP settings, mail goes through sendmail",
      [
        .predicts(\.transport, "sendmail", .gitlab, site, "smtp_enable"),
        .finds("APP-LOCAL-MAIL", .info, .gitlab, site)
      ])
  ]

  private static let wrongVersion =
    "OpenSSL::SSL::SSLError (SSL_connect returned=1 errno=0 state=error: wrong version number)"

  private static let troubles: [Requirement] = [
    gitlab(
      146, "TLS begins on a port that speaks clear text first",
      [
        .explains(
          wrongVersion, "rb-wrong-version", "Ports 25 and 587: smtp_enable_starttls_auto=true, smtp_tls=false",
          "Port 465: smtp_tls=true"),
        .finds("APP-TLS-PORT", .high, .gitlab, GitLabSettingsTests.block("smtp_port 587", "smtp_tls true"), "Port 587")
      ]),
    gitlab(
      147, "an explicit false is more than the default",
      [
        .remarks(
          .gitlab, GitLabSettingsTests.block("smtp_tls false", "smtp_openssl_verify_mode 'none'"), "mail gem 2.8",
          "take the line out")
      ]),
    gitlab(
      148, "a node with Sidekiq lacks the settings",
      [
        .nodes(
          "gitlab_rails['gitlab_email_from'] = 'a@example.org'", finds: "node1/gitlab.rb has no smtp_enable",
          "node0/gitlab.rb:", "localhost port 25", "Write the settings of SMTP into node1/gitlab.rb too"),
        .nodes("gitlab_rails['gitlab_email_from'] = 'a@example.org'\nsidekiq['enable'] = false"),
        .explains(
          "Errno::ECONNREFUSED: Connection refused - connect(2) for \"localhost\" port 25", "rb-econnrefused",
          "Put the SMTP block on every node")
      ]),
    gitlab(
      149, "the queue of mail is served by nobody",
      [
        .finds(
          "APP-QUEUE", .high, .gitlab,
          "sidekiq['routing_rules'] = [['*', 'default']]\nsidekiq['queue_groups'] = ['urgent']\n"
            + GitLabSettingsTests.block())
      ]),
    gitlab(
      150, "the delivery method is sendmail, or a test",
      [.explains("ActionMailer::Base.delivery_method => :sendmail", "gl-delivery-method", ":smtp")]),
    gitlab(
      151, "the settings of the console are the defaults",
      [
        .explains(
          "{:address=>\"localhost\", :port=>25, :domain=>\"localhost.localdomain\", :user_name=>nil, :password=>nil, "
            + ":authentication=>nil, :enable_starttls_auto=>true}", "gl-settings-localhost", "smtp_enable"),
        .explains(
          "{address: \"localhost\", port: 25, domain: \"localhost.localdomain\", user_name: nil, password: nil, "
            + "authentication: nil, enable_starttls_auto: true}", "gl-settings-localhost", "smtp_enable")
      ]),
    gitlab(
      152, "where the log of the local mail server lies",
      [.output(page, input: site, "/var/log/mail.log (Debian)", "/var/log/maillog (Red Hat)", "journalctl")]),
    gitlab(
      153, "TLS from the start and STARTTLS at once",
      [
        .explains(
          ":enable_starttls and :tls are mutually exclusive. Set :tls if you're on an SMTPS connection.",
          "rb-mutually-exclusive", "SMTPS (465): smtp_enable_starttls_auto=false"),
        .finds(
          "APP-TLS-PORT", .high, .gitlab,
          GitLabSettingsTests.block("smtp_port 465", "smtp_tls true", "smtp_enable_starttls_auto true"))
      ]),
    gitlab(
      154, "gitlab_email_enabled is false: no mail at all",
      [
        .predicts(\.transport, "disabled", .gitlab, "gitlab_rails['gitlab_email_enabled'] = false"),
        .says("APP-FROM-DOMAIN", .notApplicable, .gitlab, "gitlab_rails['gitlab_email_enabled'] = false"),
        .finds("APP-MAIL-DISABLED", .high, .gitlab, "gitlab_rails['gitlab_email_enabled'] = false")
      ])
  ]
}

extension Showing {
  /// Of several files of nodes one lacks the settings: a finding of a check, or none where that node runs no Sidekiq.
  fileprivate static func nodes(_ other: String, finds words: String...) -> Showing {
    Showing("APP-QUEUE") {
      let texts = [GitLabSettingsTests.block("smtp_address 'a.example'"), other]
      let files = texts.enumerated().map {
        SettingsFile(name: "node\($0.offset)/gitlab.rb", octets: Array($0.element.utf8))
      }
      let settings = SubmissionSettings.read(files, of: .gitlab)
      guard let check = Catalogue.settingsChecks.first(where: { $0.description.id == "APP-QUEUE" }) else {
        return "no such check of settings"
      }
      let judgement = check.judge(settings)
      guard case .findings(let findings) = judgement, let finding = findings.first else {
        return words.isEmpty ? nil : "found nothing: \(judgement)"
      }
      guard finding.verdict == .fail, check.description.severity == .high else { return "\(finding)" }
      return words.isEmpty ? "\(finding)" : lacking(words, in: finding.texts.joined(separator: "\n"))
    }
  }
}
