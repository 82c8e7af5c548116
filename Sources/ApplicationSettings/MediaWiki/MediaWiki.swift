extension Application {
  /// MediaWiki: `$wgSMTP` is handed to PEAR Mail.
  public static let mediawiki = Application(
    name: "mediawiki", title: "MediaWiki", files: ["LocalSettings.php"], exampleFile: "LocalSettings.php",
    marks: ["$wg"], conduct: MediaWikiConduct(),
    read: MediaWikiReader.read, format: PHPScript.read, writer: MediaWikiWriter())
}

/// MediaWiki, UserMailer and PEAR Mail where `LocalSettings.php` is silent.
struct MediaWikiConduct: ApplicationConduct {
  var implicitTLS: String? { "ssl:// in front of $wgSMTP['host'], and $wgSMTP['port'] = 465" }

  func transport(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(MailTransport.phpMail.rawValue, why)
  }

  func greetingName(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("localhost", why, settings.greetingName.place)
  }

  /// PEAR sends EHLO with nothing, which RFC 5321 §4.1.1.1 does not allow.
  func emptyGreetingName(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("", why, settings.greetingName.place)
  }

  func from(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    settings.addressAtSite("apache", why, settings.from)
  }

  func messageIDHost(_ why: String, _ settings: SubmissionSettings) -> Prediction { settings.siteHost(why) }

  var mailsForUsers: Bool { true }

  var habits: ApplicationHabits {
    var habits = ApplicationHabits()
    habits.defaultSender = "apache@ the host of $wgServer"
    habits.dialogueReaders = .visitors
    habits.unsubscription = "MediaWiki points List-Unsubscribe to the preferences, which ask for a login"
    return habits
  }
}
