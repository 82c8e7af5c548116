extension KeyedWriter {
  /// msmtp: the commands of the account that is taken.
  static let msmtp = KeyedWriter(
    syntax: .msmtp,
    keys: { _ in
      SettingKeys(
        host: key("host"), port: key("port"), userName: key("user"), secret: key("password"), mechanism: key("auth"),
        greetingName: key("domain"), from: key("from"), envelopeSender: key("from"),
        verification: [key("tls_certcheck").change(.flag(true))], login: [key("auth").set(.flag(true))])
    },
    modes: { mode, _ in [key("tls").set(.flag(true)), key("tls_starttls").set(.flag(mode != .implicitTLS))] },
    needsNeighbour: true)

  private static func key(_ name: String) -> SettingKey { SettingKey(MsmtpScript.taken, name) }
}
