extension Application {
  /// Keycloak, by the export of a realm.
  public static let keycloak = Application(
    name: "keycloak", title: "Keycloak", files: ["realm-export.json", "realm.json"], exampleFile: "realm-export.json",
    marks: ["\"smtpServer\""], conduct: KeycloakConduct(), read: KeycloakReader.read,
    format: { JSONScript.read($0, keeping: ["smtpServer"]) },
    unwritten: "the export of a realm is a copy: change Realm settings, Email in the console, or smtpServer by kcadm.sh"
  )
}

/// Keycloak and Jakarta Mail where `smtpServer` is silent.
struct KeycloakConduct: ApplicationConduct {
  var implicitTLS: String? { "smtpServer.ssl = true and smtpServer.port = 465" }

  var database: SettingsDatabase? {
    SettingsDatabase(
      settings: "What counts for a realm that runs", place: "table realm_smtp_config",
      command: "kcadm.sh get realms/NAME --fields smtpServer")
  }

  func transport(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(MailTransport.disabled.rawValue, why + ", and Keycloak cannot mail without it", settings.transport.place)
  }

  func greetingName(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(
      nil, "Keycloak has no setting for it: the host name of its machine is taken, in a container the name of that")
  }

  func replyTo(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    let author = settings.addressOfFrom
    return Prediction(author.value, why + ", so it is the address in From", author.place)
  }

  func messageIDHost(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    let author = settings.addressOfFrom
    return Prediction(
      author.value.flatMap(SenderText.domain), author.value == nil ? author.reason : "it is the domain of From",
      author.place)
  }
}
