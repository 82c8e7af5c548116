extension Application {
  /// Redmine.
  public static let redmine = Application(
    name: "redmine", title: "Redmine", files: ["configuration.yml", "config/configuration.yml"],
    exampleFile: "configuration.yml", marks: ["email_delivery:"], conduct: RedmineConduct(), read: RedmineReader.read,
    hasCommonName: true, format: YAMLScript.read,
    writer: KeyedWriter.redmine)
}

/// Redmine and the gem `mail` where `configuration.yml` is silent; addresses and the host name are in its database.
struct RedmineConduct: RubyMailConduct {
  var implicitTLS: String? { "ssl: true, enable_starttls_auto: false and port: 465 in smtp_settings" }

  var database: SettingsDatabase? {
    SettingsDatabase(
      settings: "The address in From and the host name", place: "table settings, rows mail_from and host_name",
      command: "bundle exec rails runner -e production 'puts Setting.mail_from, Setting.host_name'")
  }

  func transport(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(
      MailTransport.disabled.rawValue, why + ", and Redmine sends nothing without it", settings.transport.place)
  }

  func from(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, "Redmine keeps it in its database: Administration, Settings, Email notifications")
  }

  func replyTo(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("", "Redmine has no setting for it")
  }

  func messageIDHost(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, "it is the domain of the address in From, which Redmine keeps in its database")
  }
}
