extension Application {
  /// msmtp, a sendmail that hands every message to a submission server at once.
  public static let msmtp = Application(
    name: "msmtp", title: "msmtp", files: ["msmtprc", ".msmtprc"], exampleFile: "msmtprc",
    marks: ["tls_starttls", "tls_trust_file", "tls_certcheck", "passwordeval", "account default"],
    conduct: MsmtpConduct(), read: MsmtpReader.read, format: MsmtpScript.read,
    writer: KeyedWriter.msmtp)
}

/// msmtp where its file is silent.
struct MsmtpConduct: RelayConduct {
  var implicitTLS: String? { "tls on, tls_starttls off and port 465" }

  /// There is no default: the program stops.
  func host(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, why, settings.host.place)
  }

  func port(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    guard settings.security.value == .implicitTLS else { return Prediction("25", why, settings.port.place) }
    return Prediction("465", why + ", and " + settings.security.name + " is off", settings.security.place)
  }

  func greetingName(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("localhost", why, settings.greetingName.place)
  }
}
