extension KeyedWriter {
  /// Alertmanager: `global.smtp_…`. A receiver with settings of its own is left to its owner.
  static let alertmanager = KeyedWriter(
    syntax: .yaml,
    keys: { _ in
      SettingKeys(
        host: key("smarthost"), port: key("smarthost"), userName: key("auth_username"), secret: key("auth_password"),
        greetingName: key("hello"), from: key("from"),
        verification: [SettingKey("global", "smtp_tls_config", "insecure_skip_verify").change(.flag(false))])
    },
    // Port 465 means TLS from the first octet by itself.
    modes: { mode, settings in
      let force = key("force_implicit_tls")
      return mode == .implicitTLS
        ? [settings.port.value == 465 ? force.change(.flag(true)) : force.set(.flag(true))]
        : [key("require_tls").set(.flag(true)), force.change(.flag(false))]
    },
    clear: [key("require_tls").set(.flag(false))], server: { host, port in "\(host):\(port ?? 25)" })

  private static func key(_ name: String) -> SettingKey { SettingKey("global", "smtp_" + name) }
}
