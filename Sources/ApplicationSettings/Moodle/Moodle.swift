extension Application {
  /// Moodle: `$CFG` in `config.php`, handed to PHPMailer.
  public static let moodle = Application(
    name: "moodle", title: "Moodle", files: ["config.php"], exampleFile: "config.php", marks: ["$CFG->"],
    conduct: MoodleConduct(), read: MoodleReader.read, format: PHPScript.read,
    writer: KeyedWriter.moodle)
}

/// Moodle and PHPMailer where `config.php` is silent: the admin pages keep their settings in the database.
struct MoodleConduct: PHPMailerConduct {
  var implicitTLS: String? { "smtpsecure = ssl, and port 465 behind the server in smtphosts" }

  var database: SettingsDatabase? {
    SettingsDatabase(
      settings: "What was set on the pages of administration", place: "table mdl_config",
      command: "php admin/cli/cfg.php")
  }

  func transport(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, why + ": the admin pages decide", settings.transport.place)
  }

  /// Moodle switches PHPMailer's own STARTTLS off.
  func security(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, "\(why): the admin pages decide", settings.security.place)
  }

  func from(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    let host = settings.siteHost("")
    let usual = host.value.map { ", at first noreply@\($0)" } ?? ""
    return Prediction(nil, "\(why): the admin pages decide\(usual)", settings.from.place)
  }

  /// The address for bounces is that in `noreplyaddress`, unless each recipient gets one of its own.
  func envelopeSender(_ settings: SubmissionSettings) -> Prediction {
    if !settings.envelopeSender.isAbsent { return .of(settings.envelopeSender, text: { $0 }) { Prediction(nil, $0) } }
    return settings.addressOfFrom
  }

  func replyTo(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, "Moodle takes the user who writes, or noreplyaddress")
  }

  func messageIDHost(_ why: String, _ settings: SubmissionSettings) -> Prediction { settings.siteHost("") }

  var mailsForUsers: Bool { true }
}
