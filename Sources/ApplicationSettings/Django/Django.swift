extension Application {
  /// Django, and what is built with it.
  public static let django = Application(
    name: "django", title: "Django", files: ["settings.py", "local_settings.py"], exampleFile: "settings.py",
    marks: ["EMAIL_HOST", "EMAIL_BACKEND", "DEFAULT_FROM_EMAIL", "DJANGO_SETTINGS_MODULE"], conduct: DjangoConduct(),
    read: DjangoReader.read, format: PythonScript.read,
    writer: KeyedWriter.django)
}

/// Django and Python's smtplib where `settings.py` is silent.
struct DjangoConduct: ApplicationConduct {
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
