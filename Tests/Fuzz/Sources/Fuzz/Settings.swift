import ApplicationSettings
import Syntax

extension FuzzTarget {
  /// Files of settings, which come from strangers as soon as somebody asks for help.
  static let settings = [
    target(
      "settings-php", .mediawiki, "<?php $wgSMTP = array('host' => \"ssl://a\", 'port' => '465', 'auth' => true);"),
    target("settings-dokuwiki", .dokuwiki, "<?php $conf['plugin']['smtp']['smtp_host'] = <<<X\na\nX . 'b';"),
    target("settings-ruby", .gitlab, "external_url 'http://a'\ngitlab_rails['smtp_tls'] = true if x # a"),
    target(
      "settings-yaml", .alertmanager, "global: &g\n  smtp_smarthost: 'a:465'\nreceivers:\n- email_configs: [{<<: *g}]\n"
    ),
    target(
      "settings-redmine", .redmine,
      "production:\n  email_delivery:\n    smtp_settings: {ssl: false, address: <%= a %>}\n"),
    target("settings-json", .keycloak, "[{\"smtpServer\": {\"host\": \"a\\u00fc\", \"port\": 25, \"ssl\": true}}]"),
    target("settings-zammad", .zammad, "{\"Channels\":[{\"options\":{\"outbound\":{\"adapter\":\"smtp\"}}}]}")
  ]

  private static func target(_ name: String, _ application: Application, _ seed: String) -> FuzzTarget {
    FuzzTarget(
      name: name, seeds: { [Array(seed.utf8)] },
      run: { input in
        let settings = SubmissionSettings.read([SettingsFile(name: "f", octets: input)], of: application)
        for remark in settings.faults + settings.remarks {
          promise(remark.place.position.line >= 1 && remark.place.position.column >= 1, "a place is counted from 1")
        }
        for entry in settings.entries {
          promise(entry.place.position.column <= input.count + 1, "a place lies in the file")
        }
        promise(!settings.prediction.transport.reason.isEmpty, "every prediction has a reason")
      })
  }
}
