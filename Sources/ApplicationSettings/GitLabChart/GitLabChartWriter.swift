extension KeyedWriter {
  /// The chart of GitLab: `global.smtp` and `global.email`. The password is the name of a secret of Kubernetes.
  static let gitlabChart = KeyedWriter(
    syntax: .yaml,
    keys: { _ in
      SettingKeys(
        host: key("address"), port: key("port"), userName: key("user_name"), secret: key("password", "secret"),
        mechanism: key("authentication"), greetingName: key("domain"),
        from: SettingKey("global", "email", "from"), replyTo: SettingKey("global", "email", "reply_to"),
        verification: [key("openssl_verify_mode").set(.text("peer"))],
        login: [key("authentication").set(.text("plain"))])
    },
    modes: { mode, _ in
      let isImplicit = mode == .implicitTLS
      return [key("tls").set(.flag(isImplicit)), key("starttls_auto").set(.flag(!isImplicit))]
    },
    opening: [key("enabled").set(.flag(true))],
    notes: { _ in
      ["password.secret is the name of a secret of Kubernetes, which holds the password under the key password."]
    })

  private static func key(_ name: String...) -> SettingKey {
    var key = SettingKey("global")
    key.path = ["smtp"] + name
    return key
  }
}
