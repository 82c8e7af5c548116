extension Application {
  /// Discourse in its container.
  public static let discourse = Application(
    name: "discourse", title: "Discourse",
    files: [
      "app.yml", "containers/app.yml", "web_only.yml", "containers/web_only.yml", "discourse.conf",
      "config/discourse.conf"
    ],
    exampleFile: "app.yml", marks: ["DISCOURSE_", "smtp_enable_start_tls", "smtp_address ="],
    conduct: DiscourseConduct(), read: DiscourseReader.read,
    hasCommonName: true,
    format: {
      let script = YAMLScript.read($0)
      return script.assignments.isEmpty ? DiscourseConf.read($0) : script
    },
    writer: KeyedWriter.discourse)
}

/// Discourse where the environment of its container is silent.
struct DiscourseConduct: ApplicationConduct {
  var implicitTLS: String? { "DISCOURSE_SMTP_FORCE_TLS = true and DISCOURSE_SMTP_PORT = 465" }

  var database: SettingsDatabase? {
    SettingsDatabase(
      settings: "The address in From and in Reply-To",
      place: "table site_settings, rows notification_email and reply_by_email_address",
      command: "rails runner 'puts SiteSetting.notification_email, SiteSetting.reply_by_email_address'")
  }

  func transport(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(
      MailTransport.sendmail.rawValue, why + ", and the container has no mail server", settings.transport.place)
  }

  func security(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(
      ConnectionSecurity.startTLSIfOffered.rawValue,
      "\(settings.security.name) is not set, and its default is true",
      settings.security.place)
  }

  func greetingName(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("localhost", why, settings.greetingName.place)
  }

  func from(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    let host = settings.siteHost(why)
    return Prediction(
      host.value.map { "noreply@\($0)" },
      host.reason + ": set when Discourse is installed, and kept in its database after that", host.place)
  }

  func replyTo(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, "Discourse keeps reply_by_email_address in its database")
  }
}
