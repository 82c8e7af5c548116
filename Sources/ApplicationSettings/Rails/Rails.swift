extension Application {
  /// Rails: `smtp_settings` of ActionMailer in `config/environments/production.rb`, and `SMTP_…` in `.env`.
  public static let rails = Application(
    name: "rails", title: "Rails",
    files: [".env", ".env.production", "config/application.rb", "config/environments/production.rb"],
    exampleFile: "production.rb", marks: ["action_mailer", "ActionMailer", "SMTP_ADDRESS="], conduct: RailsConduct(),
    read: RailsReader.read,
    writer: KeyedWriter.rails)
}

/// ActionMailer and the gem mail where the files are silent.
struct RailsConduct: ApplicationConduct {
  var implicitTLS: String? { "tls: true and port: 465 in smtp_settings, without enable_starttls_auto" }

  func security(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(
      ConnectionSecurity.startTLSIfOffered.rawValue, "nothing is said of TLS, and STARTTLS is used when it is offered",
      settings.security.place)
  }

  func greetingName(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("localhost.localdomain", why, settings.greetingName.place)
  }

  func from(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, why + ": the mailers of the application set it", settings.from.place)
  }

  func messageIDHost(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, "the gem mail takes the host name of the machine, followed by .mail")
  }
}
