extension KeyedWriter {
  /// Moodle: properties of `$CFG`, which go before what the admin pages have. They stand in front of `lib/setup.php`.
  static let moodle = KeyedWriter(
    syntax: .phpObject,
    keys: { _ in
      SettingKeys(
        host: key("smtphosts"), port: key("smtphosts"), userName: key("smtpuser"), secret: key("smtppass"),
        mechanism: key("smtpauthtype"), from: key("noreplyaddress"), debug: [key("debugsmtp").change(.flag(false))])
    },
    modes: { mode, _ in [key("smtpsecure").set(.text(mode == .implicitTLS ? "ssl" : "tls"))] },
    server: { host, port in port.map { "\(host):\($0)" } ?? host },
    ending: { [key("wwwroot").set(.text("https://" + $0.hostName)), key("allowedemaildomains").set(.text(""))] },
    notes: { _ in ["These lines belong in front of the one that reads lib/setup.php."] }, needsNeighbour: true)

  private static func key(_ name: String) -> SettingKey { SettingKey("$CFG", name) }
}
