/// The gem `mail` where settings are silent, for the applications that hand it nothing instead.
protocol RubyMailConduct: ApplicationConduct {}

extension RubyMailConduct {
  func security(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(
      ConnectionSecurity.startTLSIfOffered.rawValue,
      "nothing is said of TLS, and the gem mail takes STARTTLS when it is offered",
      settings.security.place)
  }

  func greetingName(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("localhost.localdomain", why, settings.greetingName.place)
  }
}
