/// Symfony Mailer where an application tells it nothing: TLS from the first octet on port 465, and otherwise STARTTLS when
/// it is offered.
protocol SymfonyConduct: ApplicationConduct {}

extension SymfonyConduct {
  func security(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    let port = settings.predictedPort
    guard let number = port.value else { return Prediction(nil, port.reason, port.place) }
    if number == "465" {
      return Prediction(
        ConnectionSecurity.implicitTLS.rawValue, why + ", and Symfony begins with TLS on port 465", port.place)
    }
    return Prediction(
      ConnectionSecurity.startTLSIfOffered.rawValue, why + ", and Symfony takes STARTTLS when it is offered",
      settings.security.place)
  }

  /// What follows the `@` of the sender.
  func messageIDHost(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    let author = settings.predictedFrom
    guard let text = author.value else { return author }
    return Prediction(SenderText.domain(text), "Symfony takes the domain of From", author.place)
  }
}

/// The name in EHLO as Symfony writes it, RFC 5321 §4.1.3: addresses in brackets.
enum SymfonyGreeting {
  static func name(_ host: String) -> String {
    let isNumber = host.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
    return isNumber ? "[\(host)]" : host
  }
}
