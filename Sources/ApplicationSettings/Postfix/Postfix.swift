extension Application {
  /// Postfix as a sender: how `main.cf` lets mail leave.
  public static let postfix = Application(
    name: "postfix", title: "Postfix", files: ["main.cf", "sasl_passwd"], exampleFile: "main.cf",
    marks: [
      "smtp_tls_security_level", "smtp_sasl_", "smtpd_relay_restrictions", "smtpd_recipient_restrictions",
      "mydestination", "relayhost ="
    ], conduct: PostfixConduct(), read: PostfixReader.read, format: PostfixTable.read,
    writer: KeyedWriter.postfix)
}

/// Postfix where `main.cf` is silent.
struct PostfixConduct: RelayConduct {
  var implicitTLS: String? {
    "smtp_tls_wrappermode = yes, smtp_tls_security_level = secure, and port 465 in relayhost"
  }

  func transport(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(MailTransport.direct.rawValue, why, settings.transport.place)
  }

  func security(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, why + ": no TLS before Postfix 3.11, since then where it is offered", settings.security.place)
  }

  /// Levels below `verify` take every certificate.
  func verification(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    let level = settings.security
    let name = settings.verification.name
    return Prediction(CertificateVerification.none.rawValue, "no level of \(name) is set that verifies", level.place)
  }

  func greetingName(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, why + ": the host name of the machine is taken", settings.greetingName.place)
  }

  func from(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(
      nil, "the program that hands the mail over chooses it; one without a domain gets @myorigin", settings.from.place)
  }

  /// Postfix makes one where the mail has none.
  func messageIDHost(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, why + ": the host name of the machine is taken", settings.messageIDHost.place)
  }
}
