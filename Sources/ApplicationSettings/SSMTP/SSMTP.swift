extension Application {
  /// sSMTP, which nobody maintains any more.
  public static let ssmtp = Application(
    name: "ssmtp", title: "sSMTP", files: ["ssmtp.conf"], exampleFile: "ssmtp.conf",
    marks: ["FromLineOverride", "UseSTARTTLS", "mailhub=", "rewriteDomain"], conduct: SSMTPConduct(),
    read: SSMTPReader.read, format: SSMTPReader.script,
    writer: KeyedWriter.ssmtp)
}

/// sSMTP where `ssmtp.conf` is silent.
struct SSMTPConduct: RelayConduct {
  var implicitTLS: String? { "UseTLS=YES without UseSTARTTLS, and port 465 in mailhub" }

  /// The name was set when it was built: `mail`, or `mailhub`.
  func host(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, why + ": a name such as mail, chosen when it was built, is looked up", settings.host.place)
  }

  func verification(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(CertificateVerification.none.rawValue, "sSMTP verifies no certificate", settings.security.place)
  }
}
