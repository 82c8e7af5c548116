extension Application {
  /// PHP itself: what its function `mail()` does, which applications without a mailer of their own use.
  public static let php = Application(
    name: "php", title: "PHP", files: ["php.ini"], exampleFile: "php.ini",
    marks: ["sendmail_path", "[mail function]", "mail.add_x_header"], conduct: PHPConduct(), read: PHPReader.read,
    writer: KeyedWriter.php,
    unwritten: "php.ini names no server: mail() of PHP runs sendmail_path; write the file of a program such as msmtp")
}

/// `mail()` where `php.ini` is silent.
struct PHPConduct: ApplicationConduct {
  func transport(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(
      MailTransport.sendmail.rawValue, why + ": the program sendmail of the machine is run with -t -i",
      settings.transport.place)
  }

  func from(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, "the application that calls mail() chooses the address", settings.from.place)
  }

  func envelopeSender(_ settings: SubmissionSettings) -> Prediction {
    .of(settings.envelopeSender, text: SenderText.address) { _ in
      Prediction(
        nil, "no -f is set: the application gives one, or the account of the web server is taken",
        settings.envelopeSender.place)
    }
  }

  func replyTo(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, "the application that calls mail() chooses it")
  }

  func messageIDHost(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, "PHP makes none: the application or the mail server does")
  }

  var writesMail: Bool { false }
}
