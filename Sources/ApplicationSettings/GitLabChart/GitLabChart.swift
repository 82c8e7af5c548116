extension Application {
  /// GitLab's chart for Kubernetes.
  public static let gitlabChart = Application(
    name: "gitlab-chart", title: "GitLab chart", files: ["values.yaml", "values.yml"], exampleFile: "values.yaml",
    marks: ["starttls_auto:", "gitlab:", "gitlab-"], conduct: GitLabChartConduct(), read: GitLabChartReader.read,
    hasCommonName: true,
    writer: KeyedWriter.gitlabChart)
}

/// The values that the chart has by itself, and the gem `mail` below them.
struct GitLabChartConduct: ApplicationConduct {
  var implicitTLS: String? { "global.smtp.tls = true and global.smtp.port = 465, and starttls_auto = false" }

  func transport(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(
      MailTransport.sendmail.rawValue, why + ", and the container has no mail server", settings.transport.place)
  }

  func host(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("smtp.mailgun.org", why, settings.host.place)
  }

  func port(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("2525", why, settings.port.place)
  }

  func security(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(
      ConnectionSecurity.none.rawValue, "global.smtp.starttls_auto is not set, and the chart has false for it",
      settings.security.place)
  }

  func greetingName(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("localhost.localdomain", why, settings.greetingName.place)
  }

  func from(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, why + ", and global.hosts.domain is not set either", settings.from.place)
  }

  func replyTo(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, why + ", and global.hosts.domain is not set either", settings.replyTo.place)
  }
}
