extension Application {
  /// Django, and what is built with it.
  public static let django = Application(
    name: "django", title: "Django", files: ["settings.py", "local_settings.py"], exampleFile: "settings.py",
    marks: ["EMAIL_HOST", "EMAIL_BACKEND", "MAILERS =", "DEFAULT_FROM_EMAIL", "DJANGO_SETTINGS_MODULE"],
    conduct: DjangoConduct(),
    read: DjangoReader.read, format: PythonScript.read, writer: KeyedWriter.django)
}

/// Django and Python's smtplib where `settings.py` is silent.
struct DjangoConduct: ApplicationConduct {
  var implicitTLS: String? {
    "EMAIL_USE_SSL = True and EMAIL_PORT = 465, or use_ssl and port in the options of MAILERS['default']"
  }

  /// A mailer of `MAILERS` has to name its server.
  func host(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(
      Self.isMailer(settings) ? nil : "localhost", Self.isMailer(settings) ? why + ", and there is no default" : why,
      settings.host.place)
  }

  /// The port of a mailer of `MAILERS` follows its mode of TLS.
  func port(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    guard Self.isMailer(settings), !settings.security.isAbsent else {
      return Prediction("25", why, settings.port.place)
    }
    let port: String? =
      switch settings.security.value {
      case .implicitTLS?: "465"
      case .startTLS?, .startTLSIfOffered?: "587"
      case ConnectionSecurity.none?: "25"
      case nil: nil
      }
    return Prediction(port, why + ", so it follows " + settings.security.name, settings.security.place)
  }

  private static func isMailer(_ settings: SubmissionSettings) -> Bool { settings.host.name.hasPrefix("MAILERS") }

  /// There is no setting for it.
  func verification(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(
      CertificateVerification.full.rawValue, "Django verifies, though old releases did not",
      settings.verification.place)
  }

  func greetingName(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, "Django takes the full host name of the machine; in a container that is a random name")
  }

  func from(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("webmaster@localhost", why, settings.from.place)
  }

  func replyTo(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("", "Django has no setting for it")
  }

  func messageIDHost(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, "Django takes the full host name of the machine; in a container that is a random name")
  }
}
