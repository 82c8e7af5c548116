import ApplicationSettings
import AuditModel
import Checks

extension FuzzTarget {
  /// Files of settings, which come from strangers as soon as somebody asks for help.
  static let settings = [
    target(
      "settings-php", .mediawiki, "<?php $wgSMTP = array('host' => \"ssl://a\", 'port' => '465', 'auth' => true);"),
    target("settings-dokuwiki", .dokuwiki, "<?php $conf['plugin']['smtp']['smtp_host'] = <<<X\na\nX . 'b';"),
    target(
      "settings-wordpress", .wordpress,
      "<?php define('WPMS_ON', true); add_action('a', function ($mail): void { $mail->Host = A; $mail->isSMTP(); });"),
    target("settings-nextcloud", .nextcloud, "<?php $CONFIG = array ('mail_smtphost' => 'a', 'mail_domain' => 'b');"),
    target("settings-moodle", .moodle, "<?php $CFG = new stdClass(); $CFG->smtphosts = 'ssl://[::1]:465;b';"),
    target("settings-env", .laravel, "A=b\nMAIL_HOST=\"a.${A:-c}\" # d\nMAIL_URL=smtp://a:b%40@c:25/?d"),
    target("settings-symfony", .symfony, "MAILER_DSN=smtp://a:b%3@[::1]:0?require_tls=1&local_domain=d"),
    target("settings-mastodon", .mastodon, "export SMTP_SERVER = '$A'\nSMTP_PORT=$(a)\nA"),
    target("settings-rails", .rails, "config.action_mailer.smtp_settings = { address: ENV.fetch(\"A\"), :port => 25 }"),
    target("settings-discourse", .discourse, "env:\n  DISCOURSE_SMTP_ADDRESS: a\n  DISCOURSE_HOSTNAME: 'b'\nrun: []\n"),
    target("settings-discourse-conf", .discourse, "smtp_address = a # b\nhostname = \"c\"", name: "discourse.conf"),
    target(
      "settings-gitlab-chart", .gitlabChart, "global:\n  smtp: {enabled: true, address: a, tls: false}\n  email: {}"),
    target("settings-ruby", .gitlab, "external_url 'http://a'\ngitlab_rails['smtp_tls'] = true if x # a"),
    target(
      "settings-yaml", .alertmanager, "global: &g\n  smtp_smarthost: 'a:465'\nreceivers:\n- email_configs: [{<<: *g}]\n"
    ),
    target(
      "settings-redmine", .redmine,
      "production:\n  email_delivery:\n    smtp_settings: {ssl: false, address: <%= a %>}\n"),
    target("settings-json", .keycloak, "[{\"smtpServer\": {\"host\": \"a\\u00fc\", \"port\": 25, \"ssl\": true}}]"),
    target("settings-zammad", .zammad, "{\"Channels\":[{\"options\":{\"outbound\":{\"adapter\":\"smtp\"}}}]}"),
    target("settings-ini", .gitea, "[mailer]\nHOST = `a\nb`:465 ; c\n[server]\nROOT_URL = %(A)s"),
    target("settings-grafana", .grafana, "[smtp]\nhost = a:25\npassword = \"\"\"b;c\"\"\"\nfrom_address=$__env{A}"),
    target("settings-forgejo", .forgejo, "APP_NAME = Forgejo\n[mailer]\nPROTOCOL = smtps\nSMTP_ADDR = a\n"),
    target(
      "settings-environment", .forgejo,
      "services:\n  a:\n    environment:\n      - FORGEJO__mailer__SMTP_ADDR=b\n      - GITEA__LOG_0x2E_A__B=c\n"),
    target("settings-grafana-environment", .grafana, "GF_SMTP_HOST=a:465\nGF_SMTP_PASSWORD__FILE=\"/b\"\n"),
    target("settings-phpini", .php, "SMTP = \"a\"b'c'${d}\nsendmail_path = sendmail -t -i -f a@b"),
    target("settings-msmtp", .msmtp, "defaults\ntls on\naccount a\nhost b\naccount default : a\nport 465"),
    target("settings-ssmtp", .ssmtp, "mailhub=[a]:465\nAuthPass=b#c"),
    target("settings-nullmailer", .nullmailer, "a smtp --port=465 ssl user='b c' \\d"),
    target("settings-postfix", .postfix, "a = $b\n c\nb = ${a}$$\nrelayhost = [$a]:587"),
    target("settings-python", .django, "import a\nEMAIL_HOST = r'a' + f\"{b}\"\nif a:\n  EMAIL_PORT = '''b'''")
  ]

  private static func target(
    _ name: String, _ application: Application, _ seed: String, name file: String = "f"
  ) -> FuzzTarget {
    FuzzTarget(
      name: name, seeds: { [Array(seed.utf8)] + examples(of: application) },
      run: { input in
        let file = SettingsFile(name: file, octets: input)
        let settings = SubmissionSettings.read([file], of: application)
        checkPlaces(settings, input)
        promise(!settings.prediction.transport.reason.isEmpty, "every prediction has a reason")
        for check in Catalogue.settingsChecks { checkOutcome(check.outcome(settings)) }
        promise(!settings.secret.isAbsent || settings.password(in: [file]) == nil, "no password is found without one")
        if let version = input.last, application.dependsOnVersion {
          _ = SubmissionSettings.read([file], of: application, version: "\(version / 8).\(version % 8).0")
        }
        if let owner = Application.recognised(SettingsFile(name: "copy", octets: input)) {
          _ = SubmissionSettings.read([file], of: owner)
        }
      })
  }

  /// The files of an application in the examples of all checks.
  static func examples(of application: Application) -> [[UInt8]] {
    Catalogue.settingsChecks.flatMap(\.examples).filter { $0.application == application }.map { Array($0.text.utf8) }
  }

  private static func checkPlaces(_ settings: SubmissionSettings, _ input: [UInt8]) {
    for remark in settings.faults + settings.remarks {
      promise(remark.place.position.line >= 1 && remark.place.position.column >= 1, "a place is counted from 1")
    }
    for entry in settings.entries {
      promise(entry.place.position.column <= input.count + 1, "a place lies in the file")
    }
  }

  private static func checkOutcome(_ outcome: CheckOutcome) {
    for finding in outcome.findings {
      promise(!finding.statement.isEmpty, "a finding says something")
      promise(finding.verdict != .fail || !finding.evidence.isEmpty, "every defect has evidence")
    }
  }
}
