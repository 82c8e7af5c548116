extension Application {
  /// Zammad: its settings are in its database, and in files only when it is set up by one or asked by its interface.
  public static let zammad = Application(
    name: "zammad", title: "Zammad", files: ["auto_wizard.json", "channels_email.json"],
    exampleFile: "auto_wizard.json",
    marks: ["\"Email::Notification\"", "\"Email::Account\""], conduct: ZammadConduct(), read: ZammadReader.read,
    format: { JSONScript.read($0, keeping: ["Channels", "assets"]) },
    unwritten: "Zammad keeps its settings in its database: change Channels, Email there")
}

/// Zammad and the gem `mail` where a channel is silent.
struct ZammadConduct: ApplicationConduct {
  var implicitTLS: String? { "ssl = true and port = 465 in the options of the channel" }

  var database: SettingsDatabase? {
    SettingsDatabase(
      settings: "What counts once Zammad was set up", place: "tables channels and settings",
      command:
        #"zammad run rails r 'puts Setting.get("fqdn"), Channel.where(area: "Email::Notification", active: true).map { |c| c.options[:outbound][:adapter] }'"#
    )
  }

  func transport(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(
      MailTransport.sendmail.rawValue, why + ": Zammad begins with the mail server of its machine",
      settings.transport.place)
  }

  func security(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    if settings.port.value == 465 {
      return Prediction(
        ConnectionSecurity.implicitTLS.rawValue, "the port is 465, and ssl is not set", settings.port.place)
    }
    return Prediction(
      ConnectionSecurity.startTLSIfOffered.rawValue, "ssl is not set, and STARTTLS is used when it is offered",
      settings.security.place)
  }

  func verification(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, why + ": older versions of Zammad verify nothing, later ones do", settings.verification.place)
  }

  func greetingName(_ why: String, _ settings: SubmissionSettings) -> Prediction { host(of: settings, why) }

  func from(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    let host = host(of: settings, why)
    return Prediction(host.value.map { "noreply@\($0)" }, host.reason, host.place)
  }

  func replyTo(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("", "Zammad has no setting for it")
  }

  func messageIDHost(_ why: String, _ settings: SubmissionSettings) -> Prediction { host(of: settings, "") }

  /// The setting fqdn, which most files do not carry.
  private func host(of settings: SubmissionSettings, _ why: String) -> Prediction {
    if !settings.site.isAbsent { return settings.siteHost(why) }
    return Prediction(
      nil, (why.isEmpty ? "" : why + ", and ") + "fqdn is not in the file: Zammad keeps it in its database")
  }
}
