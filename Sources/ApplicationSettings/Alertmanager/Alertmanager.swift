extension Application {
  /// Alertmanager of Prometheus.
  public static let alertmanager = Application(
    name: "alertmanager", title: "Alertmanager", files: ["alertmanager.yml", "alertmanager.yaml"],
    exampleFile: "alertmanager.yml", marks: ["smtp_smarthost", "email_configs"], conduct: AlertmanagerConduct(),
    read: AlertmanagerReader.read, format: YAMLScript.read,
    writer: KeyedWriter.alertmanager)
}

/// Alertmanager and the SMTP client of Go where `alertmanager.yml` is silent.
struct AlertmanagerConduct: ApplicationConduct {
  var implicitTLS: String? { "port 465 behind the server in smarthost" }

  func transport(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(MailTransport.disabled.rawValue, why + ", and no receiver has email_configs", settings.transport.place)
  }

  func host(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, why + ": Alertmanager does not start without it", settings.host.place)
  }

  func port(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, why + ": Alertmanager does not start without it", settings.port.place)
  }

  func security(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(
      ConnectionSecurity.startTLS.rawValue, "smtp_require_tls is not set, and its default is true",
      settings.security.place)
  }

  func greetingName(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("localhost", why, settings.greetingName.place)
  }

  func from(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, why + ": Alertmanager does not start without it", settings.from.place)
  }

  func messageIDHost(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, "Alertmanager takes the host name of its machine, in a container the name of that")
  }
}
