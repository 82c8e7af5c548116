extension KeyedWriter {
  /// WordPress: the constants of WP Mail SMTP, or the properties that a hook sets on PHPMailer.
  static let wordpress = KeyedWriter(
    syntax: .phpObject,
    keys: { settings in
      WordPressKeys.object(settings).map(WordPressKeys.properties) ?? WordPressKeys.constants
    },
    modes: { mode, settings in
      let word = mode == .implicitTLS ? "ssl" : "tls"
      if let object = WordPressKeys.object(settings) { return [SettingKey(object, "SMTPSecure").set(.text(word))] }
      return [SettingKey("WPMS_SSL").set(.text(word))]
    },
    opening: [SettingKey("WPMS_ON").set(.flag(true)), SettingKey("WPMS_MAILER").set(.text("smtp"))],
    ending: { _ in [SettingKey("WPMS_MAIL_FROM_FORCE").set(.flag(true))] },
    notes: { _ in ["These lines belong in front of the one that reads wp-settings.php."] }, family: ["WPMS_"],
    needsNeighbour: true)
}

/// Where WordPress has its settings of mail.
private enum WordPressKeys {
  /// The variable of the object, when a hook sets its properties.
  static func object(_ settings: SubmissionSettings) -> String? {
    guard settings.transport.name.hasPrefix("$"), let arrow = settings.transport.name.firstRange(of: "->") else {
      return nil
    }
    return String(settings.transport.name[..<arrow.lowerBound])
  }

  static let constants = SettingKeys(
    host: SettingKey("WPMS_SMTP_HOST"), port: SettingKey("WPMS_SMTP_PORT"), userName: SettingKey("WPMS_SMTP_USER"),
    secret: SettingKey("WPMS_SMTP_PASS"), from: SettingKey("WPMS_MAIL_FROM"),
    login: [SettingKey("WPMS_SMTP_AUTH").set(.flag(true))])

  static func properties(_ object: String) -> SettingKeys {
    func option(_ key: String, _ flag: Bool) -> SettingAssignment {
      SettingKey(object, "SMTPOptions", "ssl", key).change(.flag(flag))
    }
    return SettingKeys(
      host: SettingKey(object, "Host"), port: SettingKey(object, "Port"), userName: SettingKey(object, "Username"),
      secret: SettingKey(object, "Password"), mechanism: SettingKey(object, "AuthType"),
      greetingName: SettingKey(object, "Helo"), messageIDHost: SettingKey(object, "Hostname"),
      from: SettingKey(object, "From"), envelopeSender: SettingKey(object, "Sender"),
      verification: [
        option("verify_peer", true), option("verify_peer_name", true), option("allow_self_signed", false)
      ], debug: [SettingKey(object, "SMTPDebug").set(.number(0))],
      login: [SettingKey(object, "SMTPAuth").set(.flag(true))])
  }
}
