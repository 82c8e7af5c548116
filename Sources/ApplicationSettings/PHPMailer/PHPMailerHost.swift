/// The server as PHPMailer takes it: `tls://smtp.example.org:587`, and further ones behind `;`.
struct PHPMailerHost {
  /// `ssl` or `tls`; nil without one.
  let scheme: String?
  /// The name of the first server.
  let name: String
  /// Its port; nil without one.
  let port: Int?
  /// Whether other servers follow.
  let hasOthers: Bool

  init(_ text: String) {
    let servers = text.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
    let (scheme, rest) = WebAddress.splitScheme(servers.first ?? "")
    self.scheme = scheme
    hasOthers = servers.count > 1
    let colon =
      rest.hasPrefix("[")
      ? rest.lastIndex(of: "]").flatMap { rest[$0...].firstIndex(of: ":") } : rest.lastIndex(of: ":")
    if let colon, let port = Int(rest[rest.index(after: colon)...]) {
      name = String(rest[..<colon])
      self.port = port
    } else {
      name = rest
      port = nil
    }
  }
}

extension SubmissionSettings {
  /// Takes the server as PHPMailer does: its scheme goes before `SMTPSecure`, its port before `Port`.
  mutating func takePHPMailerHost(_ setting: Setting<String>) {
    host = setting.map { .read(PHPMailerHost($0).name) }
    guard let parts = setting.value.map(PHPMailerHost.init) else { return }
    scheme = parts.scheme
    if let number = parts.port { port = Setting(setting.name, .read(number), setting.place) }
    if parts.scheme == "ssl" { security = Setting(setting.name, .read(.implicitTLS), setting.place) }
    if parts.scheme == "tls" { security = Setting(setting.name, .read(.startTLS), setting.place) }
    if parts.hasOthers, let place = setting.place {
      remarks.append(SettingRemark(place: place, message: "other servers follow; only the first one is judged"))
    }
  }
}

/// PHPMailer where an application tells it nothing.
protocol PHPMailerConduct: ApplicationConduct {}

extension PHPMailerConduct {
  func transport(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(MailTransport.phpMail.rawValue, why, settings.transport.place)
  }

  func security(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(
      ConnectionSecurity.startTLSIfOffered.rawValue, why + ", and PHPMailer takes STARTTLS when it is offered",
      settings.security.place)
  }

  func greetingName(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(
      nil, why + ": PHPMailer takes the name of the web server, or of the machine", settings.greetingName.place)
  }

  /// An envelope of its own, or the address in From; with `mail()` the account of the web server.
  func envelopeSender(_ settings: SubmissionSettings) -> Prediction {
    let own = settings.envelopeSender
    if own.isAbsent, settings.usedTransport != .smtp {
      return Prediction(nil, "no sender is set: the mail server of the machine may take the account of the web server")
    }
    if own.value == "" { return settings.addressOfFrom }
    return .of(own, text: SenderText.address) { _ in settings.addressOfFrom }
  }

  func messageIDHost(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, "PHPMailer takes the name of the web server, or of the machine", settings.messageIDHost.place)
  }
}
