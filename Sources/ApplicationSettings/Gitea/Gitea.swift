extension Application {
  /// Gitea.
  public static let gitea: Application = Application(
    name: "gitea", title: "Gitea", files: ["app.ini", "conf/app.ini", "custom/conf/app.ini"], exampleFile: "app.ini",
    marks: ["[mailer]", "[repository]", "Gitea: Git", "GITEA__"], conduct: GiteaConduct(),
    read: { GiteaReader.read($0, of: .gitea) }, format: GiteaReader.script, writer: KeyedWriter.gitea)

  /// Forgejo, which reads the file of Gitea.
  public static let forgejo: Application = Application(
    name: "forgejo", title: "Forgejo", files: ["app.ini", "conf/app.ini", "custom/conf/app.ini"],
    exampleFile: "app.ini", marks: ["Forgejo", "forgejo", "FORGEJO__"], conduct: GiteaConduct(),
    read: { GiteaReader.read($0, of: .forgejo) }, format: GiteaReader.script, writer: KeyedWriter.gitea)
}

/// Gitea and Forgejo where `app.ini` is silent.
struct GiteaConduct: ApplicationConduct {
  var implicitTLS: String? { "[mailer] PROTOCOL = smtps and [mailer] SMTP_PORT = 465" }

  func transport(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(MailTransport.disabled.rawValue, why, settings.transport.place)
  }

  /// There is no default: nothing is sent.
  func host(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, why, settings.host.place)
  }

  /// The port follows the protocol; without both there is none.
  func port(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    let port: String? =
      switch settings.security.value {
      case .implicitTLS: "465"
      case .startTLS, .startTLSIfOffered: "587"
      case .some(.none): "25"
      case nil: nil
      }
    let reason = port == nil ? why : why + ", so it follows " + settings.security.name
    return Prediction(port, reason, settings.security.place)
  }

  /// A port that tells no protocol is taken for one of implicit TLS.
  func security(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(
      ConnectionSecurity.implicitTLS.rawValue, "neither PROTOCOL nor SMTP_PORT is set", settings.security.place)
  }

  func from(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    .of(settings.userName, text: { $0 }) { other in Prediction(nil, why + ", and " + other, settings.from.place) }
  }

  func replyTo(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("", "there is one only in notices that can be answered by mail")
  }

  func messageIDHost(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("localhost", "neither ROOT_URL nor DOMAIN is set", settings.messageIDHost.place)
  }
}
