/// What an application does where its files are silent. `why` tells that they are, a clause such as
/// `smtp_domain is not set`; each answer begins with it or takes its place.
protocol ApplicationConduct: Sendable {
  /// How mail is handed over when no transport is set.
  func transport(_ why: String, _ settings: SubmissionSettings) -> Prediction
  /// The server when none is set.
  func host(_ why: String, _ settings: SubmissionSettings) -> Prediction
  /// The port when none is set.
  func port(_ why: String, _ settings: SubmissionSettings) -> Prediction
  /// How the connection is secured when nothing is said of it.
  func security(_ why: String, _ settings: SubmissionSettings) -> Prediction
  /// How the certificate is verified when nothing is said of it.
  func verification(_ why: String, _ settings: SubmissionSettings) -> Prediction
  /// The name in EHLO when none is set.
  func greetingName(_ why: String, _ settings: SubmissionSettings) -> Prediction
  /// The name in EHLO when an empty one is set.
  func emptyGreetingName(_ why: String, _ settings: SubmissionSettings) -> Prediction
  /// The address in From when none is set.
  func from(_ why: String, _ settings: SubmissionSettings) -> Prediction
  /// The address in MAIL FROM.
  func envelopeSender(_ settings: SubmissionSettings) -> Prediction
  /// The address in Reply-To when none is set; an empty one is no field.
  func replyTo(_ why: String, _ settings: SubmissionSettings) -> Prediction
  /// The right side of Message-ID when none is set.
  func messageIDHost(_ why: String, _ settings: SubmissionSettings) -> Prediction
  /// Whether the application mails in the name of its users at all.
  var mailsForUsers: Bool { get }
  /// Whether it writes mail itself; a relay only hands over what others write.
  var writesMail: Bool { get }
  /// What to do around the settings.
  var guide: ApplicationGuide? { get }
  /// What is peculiar to it.
  var habits: ApplicationHabits { get }
  /// How TLS from the first octet is asked for, the settings in its own words; nil where that is not known here.
  var implicitTLS: String? { get }
  /// The settings of mail that are in its database; nil where none are.
  var database: SettingsDatabase? { get }
}

/// What most applications do.
extension ApplicationConduct {
  func transport(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(MailTransport.smtp.rawValue, why, settings.transport.place)
  }

  func host(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("localhost", why, settings.host.place)
  }

  func port(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("25", why, settings.port.place)
  }

  func security(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(ConnectionSecurity.none.rawValue, why, settings.security.place)
  }

  func verification(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(
      CertificateVerification.full.rawValue, why + ", and the default is to verify", settings.verification.place)
  }

  func greetingName(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, why + ": the host name of the machine is taken", settings.greetingName.place)
  }

  func emptyGreetingName(_ why: String, _ settings: SubmissionSettings) -> Prediction { greetingName(why, settings) }

  func from(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, why, settings.from.place)
  }

  /// The one that is set, or the address in From.
  func envelopeSender(_ settings: SubmissionSettings) -> Prediction {
    if settings.envelopeSender.value == "" { return settings.addressOfFrom }
    return .of(settings.envelopeSender, text: SenderText.address) { _ in settings.addressOfFrom }
  }

  func replyTo(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("", why, settings.replyTo.place)
  }

  func messageIDHost(_ why: String, _ settings: SubmissionSettings) -> Prediction { settings.siteHost("") }

  var mailsForUsers: Bool { false }

  var writesMail: Bool { true }
  var guide: ApplicationGuide? { nil }

  var habits: ApplicationHabits { ApplicationHabits() }
  var implicitTLS: String? { nil }
  var database: SettingsDatabase? { nil }
}

extension SubmissionSettings {
  /// The address in From, for applications that repeat it in MAIL FROM.
  var addressOfFrom: Prediction {
    let author = predictedFrom
    return Prediction(author.value.map(SenderText.address), author.reason, author.place)
  }

  /// The host of the application's own URL, and why it is taken: `why` may be empty.
  func siteHost(_ why: String) -> Prediction {
    let start = why.isEmpty ? "" : why + ", and "
    if site.isAbsent { return Prediction(nil, "\(start)\(site.name) is not set: the web server tells", site.place) }
    guard let url = site.value, let host = WebAddress.host(url) else {
      return Prediction(nil, "\(start)\(site.name) is computed, or is no URL", site.place)
    }
    return Prediction(host, (why.isEmpty ? "it follows " : why + ", so it follows ") + site.name, site.place)
  }

  /// The host of the application's own URL, when it can be read.
  public var siteHostName: String? { siteHost("").value }

  /// `localPart` at the host of the application's own URL.
  func addressAtSite(_ localPart: String, _ why: String, _ setting: Setting<String>) -> Prediction {
    let host = siteHost(why)
    return Prediction(host.value.map { "\(localPart)@\($0)" }, host.reason, host.place ?? setting.place)
  }
}
