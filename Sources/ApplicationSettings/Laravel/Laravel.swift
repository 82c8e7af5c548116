extension Application {
  /// Laravel: `MAIL_…` in `.env`, handed to Symfony Mailer.
  public static let laravel = Application(
    name: "laravel", title: "Laravel", files: [".env"], exampleFile: ".env",
    marks: ["MAIL_MAILER=", "MAIL_DRIVER=", "MAIL_HOST=", "APP_KEY="], conduct: LaravelConduct(),
    read: LaravelReader.read, format: { DotenvScript.read($0, .php) },
    writer: KeyedWriter.laravel)
}

/// `config/mail.php` as Laravel brings it, and Symfony Mailer, where `.env` is silent.
struct LaravelConduct: SymfonyConduct {
  var implicitTLS: String? { "MAIL_SCHEME = smtps and MAIL_PORT = 465" }

  func transport(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(
      nil, why + ": mail goes to the log since Laravel 11, and by SMTP before", settings.transport.place)
  }

  func host(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("127.0.0.1", why, settings.host.place)
  }

  func port(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("2525", why, settings.port.place)
  }

  /// The host of `APP_URL` since Laravel 11.
  func greetingName(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    if settings.site.isAbsent { return Prediction("localhost", why + ", nor APP_URL", settings.greetingName.place) }
    let host = settings.siteHost(why)
    return Prediction(host.value.map(SymfonyGreeting.name), host.reason, host.place)
  }

  func from(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("hello@example.com", why, settings.from.place)
  }

  func replyTo(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("", "Laravel sets none by itself")
  }
}
