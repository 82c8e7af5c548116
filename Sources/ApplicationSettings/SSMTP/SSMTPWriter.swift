extension KeyedWriter {
  /// sSMTP, which verifies no certificate.
  static let ssmtp = KeyedWriter(
    syntax: .ssmtp,
    keys: { _ in
      SettingKeys(
        host: SettingKey("mailhub"), port: SettingKey("mailhub"), userName: SettingKey("authuser"),
        secret: SettingKey("authpass"), mechanism: SettingKey("authmethod"), greetingName: SettingKey("hostname"),
        debug: [SettingKey("debug").set(.flag(false))])
    },
    modes: { mode, _ in
      mode == .implicitTLS
        ? [SettingKey("usetls").set(.flag(true)), SettingKey("usestarttls").change(.flag(false))]
        : [SettingKey("usestarttls").set(.flag(true))]
    },
    server: { host, port in port.map { "\(host):\($0)" } ?? host },
    ending: { wish in
      [SettingKey("rewritedomain").set(.text(wish.domain)), SettingKey("fromlineoverride").set(.flag(true))]
    })
}
