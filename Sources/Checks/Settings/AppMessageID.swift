import ApplicationSettings
import AuditModel

extension SettingsCheck {
  static let appMessageID = SettingsCheck(
    CheckDescription(
      id: "APP-MESSAGE-ID",
      area: .appConfig,
      title: "Message-IDs of the application hold a public name",
      severity: .low,
      severityReason: "filters count a Message-ID at localhost",
      appliesWhen: "the application sends mail",
      rule: """
        Warn when the right side of Message-ID, set or taken from the address of the site, has no dot, is no host name, or \
        ends in a name of the inside. Info when it is set to an empty text, which counts as none. Unknown when it cannot be \
        told from the files.
        """,
      whyItMatters: "The Message-ID tells a server behind a web page from a careless script.",
      remedy: """
        Set the public host: IDHost in $wgSMTP or $wgServer, baseurl of DokuWiki, external_url of GitLab. IDHost changes \
        Message-ID alone: not EHLO, not the connection, not the login. It is needed where $wgServer is no public name.
        """,
      standards: ["RFC 5322 §3.6.4"]
    ),
    remedy: { $0.identifierRemedy },
    examples: [
      SettingsExample(.pass, "the site", "<?php $wgServer = 'https://wiki.example.org';"),
      SettingsExample(.warn, "localhost", "<?php $wgServer = 'http://localhost:8080';"),
      SettingsExample(.info, "empty", "<?php $wgServer = 'https://wiki.example.org'; $wgSMTP = ['IDHost' => ''];"),
      SettingsExample(.warn, "a URL in IDHost", "<?php $wgSMTP = ['IDHost' => 'https://wiki.example.org'];"),
      SettingsExample(.unknown, "no address of the site", "<?php $conf['title'] = 'Wiki';", of: .dokuwiki),
      SettingsExample(.notApplicable, "mail switched off", "<?php $wgEnableEmail = false;")
    ],
    repair: { settings, hints in hints.hostName(for: settings).map { [.messageIDHost($0)] } ?? [] }
  ) { settings in
    if settings.usedTransport == .disabled { return .notApplicable("mail is switched off") }
    let host = settings.prediction.messageIDHost
    if host.value == nil, !settings.application.writesMail {
      return .notApplicable("who hands the mail over makes it")
    }
    return .findings([empty(settings), finding(host)].compactMap(\.self))
  }

  private static func finding(_ host: Prediction) -> Finding? {
    guard let name = host.value else {
      return Finding(
        .unknown, "The right side of Message-ID cannot be told from the settings: \(host.reason).",
        evidence: [host.evidence])
    }
    guard let fault = InnerName.fault(name) else { return nil }
    return Finding(.warn, "The right side of Message-ID, \(name), \(fault).", evidence: [host.evidence])
  }

  private static func empty(_ settings: SubmissionSettings) -> Finding? {
    guard settings.messageIDHost.value == "" else { return nil }
    return Finding(
      .info, "\(settings.messageIDHost.name) is empty, and counts as not set: \(settings.site.name) decides.",
      evidence: [settings.messageIDHost.evidence("an empty text")], remedy: "Take the line out, or set the public host."
    )
  }
}
