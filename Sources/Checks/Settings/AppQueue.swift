import ApplicationSettings
import AuditModel

extension SettingsCheck {
  static let appQueue = SettingsCheck(
    CheckDescription(
      id: "APP-QUEUE",
      area: .appConfig,
      title: "A process works through the queue that holds the mail",
      severity: .high,
      severityReason: "mail waits in the queue for ever, and no error is seen",
      appliesWhen: "the settings tell which queues are worked through",
      rule: """
        Fail when queues are named and the one with the mail is not among them: mailers in sidekiq['queue_groups'] of GitLab. \
        Another node may work through it. Fail when of several files of nodes one says how mail leaves, and another, whose \
        node runs Sidekiq, does not. Unknown when they are computed, or selected by a query.
        """,
      whyItMatters:
        "A mail that is sent from the console arrives, for it goes past the queue, and notifications never do.",
      remedy: "Add the queue mailers to a group, or a group '*' for all; and run gitlab-ctl reconfigure.",
      standards: ["RFC 5321 §4.5.4"]
    ),
    examples: [
      SettingsExample(.pass, "all queues", "sidekiq['queue_groups'] = ['*']", of: .gitlab),
      SettingsExample(.fail, "mailers is missing", "sidekiq['queue_groups'] = ['urgent,default']", of: .gitlab),
      SettingsExample(.unknown, "computed", "sidekiq['queue_groups'] = groups", of: .gitlab),
      SettingsExample(.notApplicable, "nothing is said", "external_url 'https://gitlab.example.org'", of: .gitlab)
    ]
  ) { settings in
    if !settings.silentNodes.isEmpty { return .findings(silent(settings)) }
    let setting = settings.worksQueue
    if setting.isAbsent { return .notApplicable("the settings name no queues") }
    guard let isWorked = setting.value else {
      return .unknown("Which queues are worked through cannot be told.", evidence: [setting.evidence("computed")])
    }
    if isWorked || settings.usedTransport == .disabled { return .pass }
    return .fail(
      "No process of these settings works through the queue with the mail.", evidence: [setting.evidence("without it")])
  }

  /// Each node whose Sidekiq takes mail out of the queue and has no server for it.
  private static func silent(_ settings: SubmissionSettings) -> [Finding] {
    settings.silentNodes.map { node in
      Finding(
        .fail, subject: node.file,
        "\(node.file) has no smtp_enable, and another node has: mail that Sidekiq of this node takes fails with "
          + "\"Connection refused\" at localhost port 25.",
        evidence: [
          Evidence(source: node.description, excerpt: "\(settings.transport.name) is not set"),
          settings.transport.evidence("true")
        ],
        remedy: "Write the settings of SMTP into \(node.file) too, and run gitlab-ctl reconfigure on that node; or set "
          + "sidekiq['enable'] = false there.")
    }
  }
}
