/// Reads `configuration.yml` of Redmine as its production environment does: `production` goes before `default`, key by key.
struct RedmineReader {
  private let settings: LiteralSettings
  /// The outermost name that counts.
  private let environment: String
  /// What leads to the settings of mail in it: files of Redmine 1.1 lack `email_delivery`.
  private let path: [String]

  static func read(_ files: [SettingsFile]) -> SubmissionSettings {
    let settings = LiteralSettings(files, read: YAMLScript.read)
    for environment in ["production", "default"] {
      for path in [["email_delivery"], []] {
        let keys = path.isEmpty ? ["delivery_method", "smtp_settings"] : path
        guard keys.contains(where: { isNamed($0, environment, settings) }) else { continue }
        return RedmineReader(settings: settings, environment: environment, path: path).submission
      }
    }
    return RedmineReader(settings: settings, environment: "default", path: ["email_delivery"]).submission
  }

  private static func isNamed(_ key: String, _ environment: String, _ settings: LiteralSettings) -> Bool {
    settings.find(environment, [key]) != nil
  }

  private var submission: SubmissionSettings {
    var result = SubmissionSettings(.redmine, transport: transport)
    result.host = smtp("address", read: SettingValue<String>.text)
    result.scheme = result.host.value.flatMap { WebAddress.splitScheme($0).scheme }
    result.host = result.host.map { .read(WebAddress.splitScheme($0).rest) }
    result.port = smtp("port", read: SettingValue<Int>.number)
    result.security = RubyMail(
      tls: smtp("tls", read: SettingValue<Bool>.rubyFlag), ssl: smtp("ssl", read: SettingValue<Bool>.rubyFlag),
      startTLS: smtp("enable_starttls", read: RubyStartTLS.read),
      automatic: smtp("enable_starttls_auto", read: SettingValue<Bool>.rubyFlag)
    ).security([.hiding, .exact])
    result.verification = smtp("openssl_verify_mode", read: OpenSSLVerifyMode.verification)
    result.authorities = smtp("ca_file", read: SettingValue<String>.text)
    result.timeout = smtp("open_timeout", read: SettingValue<Int>.number)
    result.greetingName = smtp("domain", read: SettingValue<String>.text)
    result.mechanism = smtp("authentication", read: RubyText.mechanism)
    result.userName = smtp("user_name", read: SettingValue<String>.text)
    result.authenticates = result.userName.map { .read(!$0.isEmpty) }
    result.secret = smtp("password", read: SettingValue<SecretTrace>.secret)
    result.from = Setting("mail_from", .absent)
    result.envelopeSender = result.from
    result.entries = settings.entries(isWanted: { name, _ in name == environment }) { name, path in
      ([name] + path.filter { !$0.isEmpty }).joined(separator: ".")
    }
    .filter {
      $0.name.contains("email_delivery") || $0.name.contains("smtp_settings") || $0.name.hasSuffix("delivery_method")
    }
    result.faults = settings.faults
    result.remarks = settings.remarks + remarks
    return result
  }

  private func smtp<Value>(_ key: String, read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    settings.setting("smtp_settings.\(key)", environment, path + ["smtp_settings", key], read: read)
  }

  private var delivery: Setting<String> {
    settings.setting("delivery_method", environment, path + ["delivery_method"], read: RubyText.read)
  }

  private var transport: Setting<MailTransport> {
    let block: Setting<MailTransport> =
      path.isEmpty
      ? Setting("smtp_settings", .read(.smtp))
      : settings.setting("email_delivery", environment, path) { value in
        switch value {
        case .list: .read(.smtp)
        case .null: .absent
        default: .malformed("it holds no settings: the lines below it need more blanks in front")
        }
      }
    guard block.value != nil, !delivery.isAbsent else { return block }
    return delivery.map { name in
      switch name {
      case "smtp", "async_smtp": .read(.smtp)
      case "sendmail", "async_sendmail": .read(.sendmail)
      case "test", "file", "tmp_file": .read(.disabled)
      default: .malformed("Redmine knows smtp and sendmail")
      }
    }
  }

  private var remarks: [SettingRemark] {
    guard let name = delivery.value, name.hasPrefix("async_"), let place = delivery.place else { return [] }
    return [
      SettingRemark(place: place, message: "Redmine 4 and later do not start with \(name): write \(name.dropFirst(6))")
    ]
  }
}
