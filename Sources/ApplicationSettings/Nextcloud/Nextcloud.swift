extension Application {
  /// Nextcloud: `$CONFIG` in `config/config.php`, handed to Symfony Mailer.
  public static let nextcloud = Application(
    name: "nextcloud", title: "Nextcloud", files: ["config/config.php", "config.php"], exampleFile: "config.php",
    marks: ["$CONFIG"], conduct: NextcloudConduct(), read: NextcloudReader.read, format: PHPScript.read,
    writer: KeyedWriter.nextcloud)
}

/// Nextcloud and Symfony Mailer where `config.php` is silent.
struct NextcloudConduct: SymfonyConduct {
  var implicitTLS: String? { "mail_smtpsecure = ssl and mail_smtpport = 465" }

  func host(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("127.0.0.1", why, settings.host.place)
  }

  /// Without a host in `overwrite.cli.url` Symfony's own default stays.
  func greetingName(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("[127.0.0.1]", why, settings.greetingName.place)
  }

  func from(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, why + ": the name of the request is taken", settings.from.place)
  }

  func replyTo(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("", "Nextcloud has no setting for it; mail about shares has the user who shares")
  }
}
