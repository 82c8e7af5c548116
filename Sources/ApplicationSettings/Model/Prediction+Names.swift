extension SubmissionSettings {
  var predictedGreeting: Prediction {
    if let name = greetingName.value, name.isEmpty { return emptyGreeting }
    return .of(greetingName, text: { $0 }) { why in
      switch application {
      case .mediawiki: Prediction("localhost", why, greetingName.place)
      case .dokuwiki: Prediction(nil, why + ": the plugin sends the address of the web server", greetingName.place)
      case .gitlab: Prediction("localhost.localdomain", why, greetingName.place)
      }
    }
  }

  /// What an empty name does: PEAR sends EHLO with nothing, which RFC 5321 §4.1.1.1 does not allow.
  private var emptyGreeting: Prediction {
    switch application {
    case .mediawiki: Prediction("", "\(greetingName.name) is empty", greetingName.place)
    case .dokuwiki:
      Prediction(
        nil, "\(greetingName.name) is empty: the plugin sends the address of the web server", greetingName.place)
    case .gitlab: Prediction("localhost.localdomain", "\(greetingName.name) is empty", greetingName.place)
    }
  }

  /// The host of the application's own URL, and why it is taken.
  private func siteHost(_ why: String) -> Prediction {
    let start = why.isEmpty ? "" : why + ", and "
    if site.isAbsent { return Prediction(nil, "\(start)\(site.name) is not set: the web server tells", site.place) }
    guard let url = site.value, let host = WebAddress.host(url) else {
      return Prediction(nil, "\(start)\(site.name) is computed, or is no URL", site.place)
    }
    return Prediction(host, (why.isEmpty ? "it follows " : why + ", so it follows ") + site.name, site.place)
  }

  var predictedFrom: Prediction {
    if from.value == "" { return defaultFrom("\(from.name) is empty") }
    return .of(from, text: { $0 }, otherwise: defaultFrom)
  }

  private func defaultFrom(_ why: String) -> Prediction {
    let localPart = [Application.mediawiki: "apache", .dokuwiki: "noreply", .gitlab: "gitlab"][application] ?? ""
    let host = siteHost(why)
    return Prediction(host.value.map { "\(localPart)@\($0)" }, host.reason, host.place ?? from.place)
  }

  var predictedEnvelope: Prediction {
    switch (application, transport.value ?? .phpMail) {
    case (.dokuwiki, .smtp):
      let author = predictedFrom
      return Prediction(
        author.value.map(SenderText.address), "the smtp plugin takes the address in From", author.place)
    case (.dokuwiki, _):
      return .of(envelopeSender, text: SenderText.address) { why in
        Prediction(
          nil, why + ": the mail server of the machine takes the account of the web server", envelopeSender.place)
      }
    default:
      let author = predictedFrom
      return Prediction(author.value.map(SenderText.address), author.reason, author.place)
    }
  }

  var predictedReplyTo: Prediction {
    if application == .dokuwiki { return Prediction("", "DokuWiki has no setting for it") }
    return .of(replyTo, text: { $0 }) { why in
      guard application == .gitlab else { return Prediction("", why, replyTo.place) }
      let host = siteHost(why)
      return Prediction(host.value.map { "noreply@\($0)" }, host.reason, host.place)
    }
  }

  var predictedMessageIDHost: Prediction {
    if application == .mediawiki, !messageIDHost.isAbsent, messageIDHost.value != "" {
      return .of(messageIDHost, text: { $0 }) { why in Prediction(nil, why) }
    }
    let host = siteHost(application == .mediawiki ? "\(messageIDHost.name) is not set" : "")
    guard application == .dokuwiki, let name = host.value, !name.contains(".") else { return host }
    return Prediction(name + ".localhost", host.reason + ", and a name without a dot gets .localhost", host.place)
  }
}
