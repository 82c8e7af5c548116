/// Reads `alertmanager.yml`: `global.smtp_…`, and `email_configs` of receivers, which go before it.
struct AlertmanagerReader {
  private let settings: LiteralSettings
  private let receivers: AlertmanagerReceivers

  static func read(_ files: [SettingsFile]) -> SubmissionSettings {
    let settings = LiteralSettings(files, read: YAMLScript.read)
    return AlertmanagerReader(settings: settings, receivers: AlertmanagerReceivers(settings)).submission
  }

  private var submission: SubmissionSettings {
    let smarthost = setting("smarthost", read: SettingValue<String>.text)
    var result = SubmissionSettings(.alertmanager, transport: transport(smarthost))
    result.host = smarthost.map { text in Self.parts(text).map { .read($0.host) } ?? Self.noPort() }
    result.port = smarthost.map { text in
      Self.parts(text).map { SettingValue<Int>.number(.string($0.port)) } ?? Self.noPort()
    }
    result.security = security(port: result.port)
    result.verification = setting("tls_config", "insecure_skip_verify", read: SettingValue<Bool>.phpFlag)
      .map { .read($0 ? .none : .full) }
    result.authorities = setting("tls_config", "ca_file", read: SettingValue<String>.text)
    login(&result)
    result.greetingName = setting("hello", read: SettingValue<String>.text)
    result.from = setting("from", read: SettingValue<String>.text)
    result.envelopeSender = result.from
    result.replyTo = receivers.header("Reply-To", settings)
    result.entries = settings.entries(isWanted: { name, _ in name == "global" || name == "receivers" }) { name, path in
      ([name] + path.filter { !$0.isEmpty }).joined(separator: ".")
    }
    .filter { $0.name.contains("smtp_") || $0.name.contains("email_configs") }
    result.faults = settings.faults
    result.remarks = settings.remarks + receivers.remarks(settings)
    return result
  }

  /// What the receiver says, or `global` in its place.
  private func setting<Value>(_ path: String..., read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    if let block = receivers.judged {
      let own = settings.setting("email_configs.\(path.joined(separator: "."))", in: block, path, read: read)
      // An empty text counts as none, and one tls_config hides the other as a whole.
      let isHidden = path.count > 1 && block.literal.descending(path[..<1]) != nil
      if !own.isAbsent && own.value as? String != "" || isHidden { return own }
    }
    var keys = path
    keys[0] = "smtp_" + keys[0]
    return settings.setting(keys.joined(separator: "."), "global", keys, read: read)
  }

  private func transport(_ smarthost: Setting<String>) -> Setting<MailTransport> {
    if let receiver = receivers.all.first {
      return Setting(
        "email_configs", .read(.smtp), settings.place(receiver.literal.range.lowerBound, in: receiver.file))
    }
    return smarthost.map { _ in .read(.smtp) }
  }

  private static func noPort<Value>() -> SettingValue<Value> { .malformed("it needs a port: mail.example.org:587") }

  /// `host:port` and `[IPv6]:port`.
  private static func parts(_ text: String) -> (host: String, port: String)? {
    guard let colon = text.lastIndex(of: ":") else { return nil }
    let (host, port) = (text[..<colon], text[text.index(after: colon)...])
    guard !port.isEmpty, !host.contains(":") || host.hasPrefix("[") && host.hasSuffix("]") else { return nil }
    return (String(host), String(port))
  }

  /// Port 465 means TLS from the first octet unless `force_implicit_tls` says otherwise; elsewhere `require_tls` decides,
  /// and false is clear text even where STARTTLS is offered.
  private func security(port: Setting<Int>) -> Setting<ConnectionSecurity> {
    let forced = setting("force_implicit_tls", read: SettingValue<Bool>.phpFlag)
    if forced.isUnknown || forced.value == true { return forced.map { _ in .read(.implicitTLS) } }
    if forced.isAbsent {
      if port.isUnknown { return port.map { _ in .read(.implicitTLS) } }
      if port.value == 465 { return port.map { _ in .read(.implicitTLS) } }
    }
    return setting("require_tls", read: SettingValue<Bool>.phpFlag).map { .read($0 ? .startTLS : .none) }
  }

  private func login(_ result: inout SubmissionSettings) {
    result.userName = setting("auth_username", read: SettingValue<String>.text)
    result.authenticates = result.userName.map { .read(!$0.isEmpty) }
    let password = setting("auth_password", read: SettingValue<SecretTrace>.secret)
    result.secret = password
    if !password.isAbsent { return }
    for key in ["auth_password_file", "auth_secret_file"] {
      let file = setting(key, read: SettingValue<String>.text)
      if !file.isAbsent {
        result.secret = file.map { .computed("read from the file \($0)") }
        return
      }
    }
    result.secret = setting("auth_secret", read: SettingValue<SecretTrace>.secret)
  }
}
