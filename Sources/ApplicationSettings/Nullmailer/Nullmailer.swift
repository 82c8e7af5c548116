extension Application {
  /// nullmailer, whose folder has a file for every setting.
  public static let nullmailer = Application(
    name: "nullmailer", title: "nullmailer",
    files: ["defaultdomain", "defaulthost", "helohost", "idhost", "me", "remotes"], exampleFile: "remotes",
    marks: [" smtp --", " smtp port=", " smtp user=", " smtp auth-login", " smtp starttls"],
    conduct: NullmailerConduct(), read: NullmailerReader.read,
    writer: NullmailerWriter())
}

/// nullmailer where its files are silent.
struct NullmailerConduct: RelayConduct {
  var implicitTLS: String? { "ssl and port=465 behind the server in remotes" }

  /// There is no default: mail stays in the queue.
  func host(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, why, settings.host.place)
  }

  func port(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    guard settings.security.value == .implicitTLS else { return Prediction("25", why, settings.port.place) }
    return Prediction("465", why + ", and " + settings.security.name + " is", settings.security.place)
  }

  func greetingName(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, why + ": Debian takes /etc/mailname", settings.greetingName.place)
  }

  /// Only where the mail has no Message-ID.
  func messageIDHost(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, why + ": Debian takes /etc/mailname", settings.messageIDHost.place)
  }
}
