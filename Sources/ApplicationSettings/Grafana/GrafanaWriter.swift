extension KeyedWriter {
  /// Grafana: the section `smtp`. Port 465 means TLS from the first octet by itself.
  static let grafana = KeyedWriter(
    syntax: .ini(.grafana),
    isOnlyRead: { GrafanaReader.isEnvironment($0.octets) },
    keys: { _ in
      SettingKeys(
        host: key("host"), port: key("host"), userName: key("user"), secret: key("password"),
        greetingName: key("ehlo_identity"), from: key("from_address"),
        verification: [key("skip_verify").change(.flag(false))])
    },
    modes: { mode, _ in mode == .implicitTLS ? [] : [key("startTLS_policy").set(.text("MandatoryStartTLS"))] },
    server: { host, port in "\(host):\(port ?? 25)" }, opening: [key("enabled").set(.flag(true))])

  private static func key(_ name: String) -> SettingKey { SettingKey("smtp", name) }
}
