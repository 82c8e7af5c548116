extension Application {
  /// Symfony: `MAILER_DSN` in `.env`.
  public static let symfony = Application(
    name: "symfony", title: "Symfony", files: [".env", ".env.local", ".env.prod", ".env.prod.local"],
    exampleFile: ".env",
    marks: ["MAILER_DSN="], conduct: SymfonyFileConduct(), read: SymfonyReader.read,
    writer: SymfonyWriter())
}

/// Symfony Mailer where `MAILER_DSN` is silent.
struct SymfonyFileConduct: SymfonyConduct {
  var implicitTLS: String? { "smtps:// and port 465 in MAILER_DSN" }

  func transport(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, why + ": the environment of the process may set it", settings.transport.place)
  }

  func greetingName(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("[127.0.0.1]", why, settings.greetingName.place)
  }

  func from(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, "the code of the application sets it", settings.from.place)
  }

  func replyTo(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, "the code of the application sets it")
  }
}
