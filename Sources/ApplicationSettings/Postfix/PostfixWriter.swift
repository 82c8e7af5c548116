extension KeyedWriter {
  /// Postfix: parameters of `main.cf`. User and password stand in a table of their own.
  static let postfix = KeyedWriter(
    syntax: .mainCF,
    keys: { settings in
      let isVerified = ["secure", "verify", "fingerprint", "dane-only"].contains { level(settings) == $0 }
      return SettingKeys(
        host: SettingKey("relayhost"), port: SettingKey("relayhost"),
        greetingName: SettingKey(settings.greetingName.name == "myhostname" ? "myhostname" : "smtp_helo_name"),
        messageIDHost: SettingKey("myhostname"),
        // Without a file of authorities every certificate is refused.
        verification: settings.authorities.value == nil || isVerified
          ? [] : [SettingKey("smtp_tls_security_level").set(.text("secure"))])
    },
    modes: { mode, settings in
      let isStrict = ["encrypt", "secure", "verify", "fingerprint", "dane-only"].contains { level(settings) == $0 }
      let wrapper = SettingKey("smtp_tls_wrappermode")
      return [mode == .implicitTLS ? wrapper.set(.flag(true)) : wrapper.change(.flag(false))]
        + (isStrict
          ? []
          : [SettingKey("smtp_tls_security_level").set(.text(settings.authorities.value == nil ? "encrypt" : "secure"))])
    },
    server: { host, port in "[\(host)]" + (port.map { ":\($0)" } ?? "") },
    ending: { wish in
      let login =
        wish.userName == nil
        ? []
        : [
          SettingKey("smtp_sasl_auth_enable").set(.flag(true)),
          SettingKey("smtp_sasl_password_maps").set(.text("hash:/etc/postfix/sasl_passwd")),
          SettingKey("smtp_sasl_security_options").set(.text("noanonymous"))
        ]
      return login + [SettingKey("smtp_tls_CAfile").set(.text(ExampleWish.authorities))]
    },
    notes: { wish in
      let user = wish.userName ?? ""
      return [
        "/etc/postfix/sasl_passwd, for postmap: [\(wish.host)]:\(wish.port) \(user):\(ExampleWish.password)",
        "smtp_tls_CAfile: the file has another name outside of Debian and its kin."
      ]
    },
    special: { change, _ in
      guard case .parameter(let name, let value) = change else { return nil }
      return [SettingKey(name).set(.text(value))]
    }, family: ["smtp_", "relayhost"])

  private static func level(_ settings: SubmissionSettings) -> String? {
    settings.entries.last { $0.name == "smtp_tls_security_level" }?.text.filter { $0 != "\"" }
  }
}
