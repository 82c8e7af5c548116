/// What programs have in common that only hand mail over, such as msmtp: the fields come from whoever writes the mail.
protocol RelayConduct: ApplicationConduct {}

extension RelayConduct {
  func from(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, "the program that hands the mail over chooses the address", settings.from.place)
  }

  func envelopeSender(_ settings: SubmissionSettings) -> Prediction {
    .of(settings.envelopeSender, text: SenderText.address) { _ in
      Prediction(nil, "the program that hands the mail over gives one, or its account is taken")
    }
  }

  func replyTo(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, "the program that hands the mail over chooses it")
  }

  func messageIDHost(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, "the program that hands the mail over makes it")
  }

  var writesMail: Bool { false }
}
