extension Application {
  /// WordPress: the constants of the plugin WP Mail SMTP in `wp-config.php`, or a hook `phpmailer_init`.
  public static let wordpress = Application(
    name: "wordpress", title: "WordPress", files: ["wp-config.php"], exampleFile: "wp-config.php",
    marks: ["WPMS_", "phpmailer_init", "wp-settings.php", "from_email_force"], conduct: WordPressConduct(),
    read: WordPressReader.read, format: PHPScript.read,
    writer: KeyedWriter.wordpress)
}

/// WordPress where its files are silent: most settings may stand in its database.
struct WordPressConduct: PHPMailerConduct {
  var implicitTLS: String? { "WPMS_SSL = ssl and WPMS_SMTP_PORT = 465" }

  var database: SettingsDatabase? {
    SettingsDatabase(
      settings: "What the plugin WP Mail SMTP was told on its page", place: "table wp_options, row wp_mail_smtp",
      command: "wp option get wp_mail_smtp --format=json")
  }

  /// `mail()` where code sets properties of PHPMailer, and forgets `isSMTP()`.
  func transport(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    if settings.transport.name.hasPrefix("$") {
      return Prediction(MailTransport.phpMail.rawValue, why, settings.transport.place)
    }
    return Prediction(nil, why + ": the options in the database decide", settings.transport.place)
  }

  func from(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    let host = settings.siteHost("")
    let name = host.value.map { $0.hasPrefix("www.") ? String($0.dropFirst(4)) : $0 }
    let plain = name.map { ", without a plugin wordpress@\($0)" } ?? ""
    return Prediction(nil, "\(why): the options in the database decide\(plain)", settings.from.place)
  }

  func replyTo(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("", "WordPress sets none by itself")
  }
}
