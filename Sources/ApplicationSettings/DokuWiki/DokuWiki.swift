extension Application {
  /// DokuWiki, with or without its plugin `smtp`.
  public static let dokuwiki = Application(
    name: "dokuwiki", title: "DokuWiki",
    files: [
      "dokuwiki.php", "local.php", "local.protected.php", "conf/dokuwiki.php", "conf/local.php",
      "conf/local.protected.php", "conf/plugins.local.php", "conf/plugins.protected.php"
    ], exampleFile: "local.php", marks: ["$conf[", "$plugins["], conduct: DokuWikiConduct(), read: DokuWikiReader.read,
    format: PHPScript.read, writer: DokuWikiWriter(), order: DokuWikiReader.inOrder)
}

/// DokuWiki's mailer and its plugin where the files are silent.
struct DokuWikiConduct: ApplicationConduct {
  var implicitTLS: String? { "smtp_ssl = ssl and smtp_port = 465 of the plugin smtp" }

  func transport(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(MailTransport.phpMail.rawValue, why)
  }

  func greetingName(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction(nil, why + ": the plugin sends the address of the web server", settings.greetingName.place)
  }

  func from(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    settings.addressAtSite("noreply", why, settings.from)
  }

  /// The plugin does not look at `mailreturnpath`.
  func envelopeSender(_ settings: SubmissionSettings) -> Prediction {
    let (author, own) = (settings.addressOfFrom, settings.envelopeSender)
    if settings.transport.value == .smtp {
      return Prediction(author.value, "the smtp plugin takes the address in From", author.place)
    }
    return .of(own, text: SenderText.address) { why in
      Prediction(nil, why + ": the mail server of the machine takes the account of the web server", own.place)
    }
  }

  func replyTo(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    Prediction("", "DokuWiki has no setting for it")
  }

  func messageIDHost(_ why: String, _ settings: SubmissionSettings) -> Prediction {
    let host = settings.siteHost("")
    guard let name = host.value, !name.contains(".") else { return host }
    return Prediction(name + ".localhost", host.reason + ", and a name without a dot gets .localhost", host.place)
  }

  var mailsForUsers: Bool { true }

  var habits: ApplicationHabits {
    var habits = ApplicationHabits()
    habits.defaultSender = "noreply@ the host of the wiki"
    habits.greetsWithAddress = true
    habits.defaultMechanism = "LOGIN"
    habits.otherCredentials = "local.protected.php"
    habits.unsubscription = "DokuWiki points List-Unsubscribe to a page of the wiki, which asks for a login"
    return habits
  }
}
