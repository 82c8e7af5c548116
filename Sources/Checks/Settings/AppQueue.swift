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
        Another node may work through it. Unknown when they are computed, or selected by a query.
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
    let setting = settings.worksQueue
    if setting.isAbsent { return .notApplicable("the settings name no queues") }
    guard let isWorked = setting.value else {
      return .unknown("Which queues are worked through cannot be told.", evidence: [setting.evidence("computed")])
    }
    if isWorked || settings.transport.value == .disabled { return .pass }
    return .fail(
      "No process of these settings works through the queue with the mail.", evidence: [setting.evidence("without it")])
  }
}
