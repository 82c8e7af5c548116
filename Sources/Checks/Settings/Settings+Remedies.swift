import ApplicationSettings

/// What to do in the words of the application at hand: its own settings, and the file that they stand or belong in.
extension SubmissionSettings {
  /// The file that a setting belongs in: the one that it stands in, or the last one that was read.
  private func file(_ place: SettingPlace?) -> String {
    (place ?? entries.last?.place)?.file ?? application.exampleFile
  }

  /// `$wgPasswordSender in LocalSettings.php`; nil when the application has no setting of the kind.
  func title<Value>(_ setting: Setting<Value>) -> String? {
    setting.name.isEmpty ? nil : "\(setting.name) in \(file(setting.place))"
  }

  /// Several settings and their file; nil when the application has none of them.
  private func titles(_ names: [String], in place: SettingPlace?) -> String? {
    var seen: Set<String> = [""]
    let own = names.filter { seen.insert($0).inserted }
    return own.isEmpty ? nil : "\(own.joined(separator: ", ")) in \(file(place))"
  }

  /// For an address in From that nobody can answer.
  var senderRemedy: String? { title(from).map { "Set \($0) to an address in a domain of yours." } }

  /// For a sender that the server refuses. Old releases of MediaWiki send some mail from a second address.
  var loginSenderRemedy: String? {
    let names = [from.name, application == .mediawiki ? "$wgEmergencyContact" : ""]
    return titles(names, in: from.place).map {
      "Set \($0) to the address that logs in, or make it an alias of that mailbox."
    }
  }

  /// For users in From.
  var userFromRemedy: String? {
    title(from).map { "Put an address of the application into \($0); users belong in Reply-To." }
  }

  /// For bounces that nobody gets.
  var envelopeRemedy: String? {
    title(envelopeSender).map { "Set \($0) to an address in a domain of yours that takes bounces, or send by SMTP." }
  }

  /// For answers that go astray.
  var replyRemedy: String? {
    title(replyTo).map { "Set \($0) to a mailbox that you own and read, or take the line out." }
  }

  /// For a name in EHLO that others cannot look up.
  var greetingRemedy: String? {
    if let title = title(greetingName) { return "Set \(title) to the public name of the machine." }
    return "\(application.title) has no setting for it: give the machine, or its container, a full public name."
  }

  /// For the right side of Message-ID.
  var identifierRemedy: String? {
    titles([messageIDHost.name, site.name], in: messageIDHost.place ?? site.place).map {
      "Set the public host: \($0)."
    }
  }

  /// For a wrong port, and for a connection in clear text.
  var securityRemedy: String? {
    application.implicitTLS.map {
      "Use implicit TLS: \($0), in \(file(port.place ?? host.place)); or STARTTLS on port 587."
    }
  }

  /// For a connection in clear text, or one that is not verified.
  var relayRemedy: String? {
    guard let words = application.implicitTLS else { return nil }
    return
      "Use port 465 with implicit TLS (\(words), in \(file(port.place ?? host.place))), and leave the verification on; "
      + "name the server as its certificate does."
  }

  /// For settings of a login that do not agree.
  var loginRemedy: String? {
    titles([authenticates.name, userName.name, secret.name], in: userName.place ?? authenticates.place).map {
      "Set these together, or none of them: \($0)."
    }
  }

  /// For a relay that wants a login, and for mail that goes to none.
  var submissionRemedy: String? {
    titles([host.name, port.name, userName.name, secret.name], in: host.place ?? transport.place).map {
      "Use the submission server of the provider with a login, on port 465 or 587: \($0) (mailaudit providers NAME shows one)."
    }
  }

  /// For a server without its name.
  var hostRemedy: String? {
    title(host).map { "Write the name of the server of your provider into \($0); mailaudit providers NAME shows it." }
  }

  /// For mail that is switched off.
  var transportRemedy: String? { title(transport).map { "Switch mail on: \($0)." } }

  /// For more notifications than the provider permits.
  var notificationRemedy: String? {
    title(notifiesWatchers).map { "Use a service for the mail of applications, or switch notifications off: \($0)." }
  }

  /// For a file that breaks its syntax: the command that tells when it is right.
  var syntaxRemedy: String? {
    guard let name = faults.first?.place.file, let sign = name.lastIndex(of: ".") else { return nil }
    let command: String? =
      switch name[name.index(after: sign)...].lowercased() {
      case "php": "php -l \(name)"
      case "rb": "ruby -c \(name)"
      case "py": "python3 -m py_compile \(name)"
      case "json": "jq . \(name)"
      case "yml", "yaml": "yamllint \(name)"
      default: nil
      }
    return command.map { "Correct the line, or a line above it; \($0) tells when the syntax is right." }
  }
}
