extension Application {
  /// Grafana.
  public static let grafana = Application(
    name: "grafana", title: "Grafana",
    files: ["grafana.ini", "custom.ini", "conf/custom.ini"],
    exampleFile: "grafana.ini",
    marks: [
      "ehlo_identity", "startTLS_policy", "Grafana Configuration", "[auth.anonymous]", "from_name = Grafana",
      "GF_SMTP_"
    ],
    conduct: GrafanaConduct(), read: GrafanaReader.read, format: GrafanaReader.script, writer: KeyedWriter.grafana)
}

/// Grafana where its file is silent.
struct GrafanaConduct: ApplicationConduct {
  var implicitTLS: String? { "port 465 behind the server in [smtp] host" }

  func transport(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(MailTransport.disabled.rawValue, why, settings.transport.place)
  }

  func security(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(ConnectionSecurity.startTLSIfOffered.rawValue, why, settings.security.place)
  }

  func greetingName(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(
      nil, why + ": instance_name is taken, which is the host name of the machine", settings.greetingName.place)
  }

  func from(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("admin@grafana.localhost", why, settings.from.place)
  }

  func replyTo(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("", "Grafana has no setting for it")
  }

  func messageIDHost(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    let author = settings.predictedFrom
    return Prediction(
      author.value.flatMap { SenderText.domain($0) }, "it follows the domain of From: " + author.reason, author.place)
  }
}
