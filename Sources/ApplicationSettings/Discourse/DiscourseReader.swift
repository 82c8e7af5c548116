/// Reads `env` of a container of Discourse, `DISCOURSE_SMTP_…` and the names of the site, or the same in `discourse.conf`.
struct DiscourseReader {
  private let settings: LiteralSettings
  /// Whether names are shown as `discourse.conf` has them.
  private let isConf: Bool

  static func read(_ files: [SettingsFile]) -> SubmissionSettings {
    let settings = LiteralSettings(
      files, readFile: { $0.isDiscourseConf ? DiscourseConf.read($0.octets) : YAMLScript.read($0.octets) })
    return DiscourseReader(settings: settings, isConf: files.contains(where: \.isDiscourseConf)).submission
  }

  private var submission: SubmissionSettings {
    let address = smtp("ADDRESS", read: SettingValue<String>.text)
    var result = SubmissionSettings(.discourse, transport: address.map { .read($0.isEmpty ? .sendmail : .smtp) })
    result.scheme = address.value.flatMap { WebAddress.splitScheme($0).scheme }
    result.host = address.map { .read(WebAddress.splitScheme($0).rest) }
    result.port = smtp("PORT", read: SettingValue<Int>.number)
    result.security = security
    result.verification = smtp("OPENSSL_VERIFY_MODE", read: OpenSSLVerifyMode.verification)
    result.timeout = smtp("OPEN_TIMEOUT", read: SettingValue<Int>.number)
    result.greetingName = smtp("DOMAIN", read: SettingValue<String>.text)
    result.userName = smtp("USER_NAME", read: SettingValue<String>.text)
    result.authenticates = result.userName.map { .read(!$0.isEmpty) }
    result.mechanism = smtp("AUTHENTICATION", read: RubyText.mechanism)
    result.secret = smtp("PASSWORD", read: SettingValue<SecretTrace>.secret)
    result.site = variable("DISCOURSE_HOSTNAME", read: SettingValue<String>.text)
    result.from = variable("DISCOURSE_NOTIFICATION_EMAIL", read: SettingValue<String>.text)
    result.envelopeSender = result.from
    result.entries = settings.entries(isWanted: { name, _ in name == "env" }) { _, path in
      title(path.joined(separator: "."))
    }
    .filter { entry in Self.wanted.contains { entry.name.hasPrefix(title($0)) } }
    result.faults = settings.faults
    result.remarks = settings.remarks + remarks
    return result
  }

  private func variable<Value>(_ name: String, read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    settings.setting(title(name), "env", [name], read: read)
  }

  /// How the names of settings of mail begin.
  private static let wanted = ["DISCOURSE_SMTP_", "DISCOURSE_HOSTNAME", "DISCOURSE_NOTIFICATION_EMAIL"]

  /// A name of the environment as the file has it.
  private func title(_ name: String) -> String { isConf ? DiscourseConf.name(name) : name }

  private func smtp<Value>(_ key: String, read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    variable("DISCOURSE_SMTP_" + key, read: read)
  }

  /// The environment holds texts: only `true` is true.
  private func flag(_ key: String) -> Setting<Bool> {
    smtp(key) { value in
      switch value {
      case .boolean(let flag): .read(flag)
      case .string(""), .null: .absent
      case .string(let text): .read(text == "true")
      default: .malformed("it is neither true nor false")
      }
    }
  }

  private var security: Setting<ConnectionSecurity> {
    let forced = flag("FORCE_TLS")
    if forced.isUnknown || forced.value == true { return forced.map { _ in .read(.implicitTLS) } }
    return flag("ENABLE_START_TLS").map { .read($0 ? .startTLSIfOffered : .none) }
  }

  /// The names of the sample are refused when the container is built; a quote ends the text in `discourse.conf`.
  private var remarks: [SettingRemark] {
    let secret = smtp("PASSWORD", read: SettingValue<String>.text)
    guard !isConf, let place = secret.place, secret.value?.contains("'") == true else { return [] }
    return [
      SettingRemark(
        place: place, message: "the container writes the password between single quotes: one inside of it cuts it off")
    ]
  }
}
