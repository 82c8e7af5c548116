/// Reads `wp-config.php` of WordPress, with the constants of the plugin WP Mail SMTP, and files of plugins that set
/// properties of PHPMailer in the hook `phpmailer_init`; options of WP Mail SMTP from the database as JSON, which
/// `wp option get wp_mail_smtp --format=json` prints.
struct WordPressReader {
  private let settings: LiteralSettings

  static func read(_ files: [SettingsFile]) -> SubmissionSettings {
    let settings = LiteralSettings(files) { octets in
      octets.first { !OctetCursor.isBlank($0) && $0 != UInt8(ascii: "\n") } == UInt8(ascii: "{")
        ? JSONScript.read(octets, keeping: ["mail", "smtp"]) : PHPScript.read(octets)
    }
    return WordPressReader(settings: settings).submission
  }

  private var submission: SubmissionSettings {
    var result = SubmissionSettings(.wordpress, transport: transport)
    unset(&result)
    if isOn.value == true || hasOptions { constants(&result) }
    if let object { object.apply(to: &result) }
    let home = constant("WP_HOME", read: SettingValue<String>.text)
    let site = constant("WP_SITEURL", read: SettingValue<String>.text)
    result.site = home.isAbsent && !site.isAbsent ? site : home
    let variable = object?.variable
    result.entries = settings.entries { name, path in
      name.hasPrefix("WPMS_") || ["WP_HOME", "WP_SITEURL", "mail", "smtp"].contains(name)
        || name == variable && !path.isEmpty
    } name: { name, path in
      name.hasPrefix("$") ? PHPMailerObject.name(name, path) : ([name] + path).joined(separator: ".")
    }
    result.faults = settings.faults
    result.remarks += remarks
    return result
  }

  /// What plugins call the object.
  private static let objects = ["$phpmailer", "$mailer", "$mail", "$phpMailer", "$php_mailer", "$PHPMailer"]

  private var object: PHPMailerObject? { PHPMailerObject(settings, variables: Self.objects) }

  private func constant<Value>(_ name: String, read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    settings.setting(name, name, [], read: read)
  }

  private var isOn: Setting<Bool> { constant("WPMS_ON", read: SettingValue<Bool>.phpFlag) }

  /// Whether options from the database are among the files.
  private var hasOptions: Bool { settings.find("mail") != nil || settings.find("smtp") != nil }

  /// A constant where constants count, or the option in the database.
  private func option<Value>(
    _ name: String, _ group: String, _ key: String, read: (Literal.Value) -> SettingValue<Value>
  ) -> Setting<Value> {
    let setting = isOn.value == true ? constant(name, read: read) : Setting(name, .absent)
    if !setting.isAbsent { return setting }
    if hasOptions { return settings.setting("\(group).\(key)", group, [key], read: read) }
    return Setting(name, .computed(Self.elsewhere))
  }

  private static let elsewhere = "no file sets it: the options in the database decide"

  private var transport: Setting<MailTransport> {
    let isOff = constant("WPMS_DO_NOT_SEND", read: SettingValue<Bool>.phpFlag)
    if isOn.value == true, isOff.value == true { return isOff.map { _ in .read(.disabled) } }
    let mailer: Setting<MailTransport> = option("WPMS_MAILER", "mail", "mailer") { value in
      switch value {
      case .string("smtp"), .string("pepipost"): .read(.smtp)
      case .string("mail"): .read(.phpMail)
      case .string(let text) where !text.isEmpty: .read(.service)
      default: .malformed("it is no name of a mailer")
      }
    }
    // What no file tells is absent, and the conduct says where it stands.
    return mailer.place == nil ? Setting("WPMS_MAILER", .absent) : mailer
  }

  /// The names of the settings, for what no file sets.
  private func unset(_ result: inout SubmissionSettings) {
    result.host = Setting("WPMS_SMTP_HOST", .absent)
    result.port = Setting("WPMS_SMTP_PORT", .absent)
    result.security = Setting("WPMS_SSL", .absent)
    result.authenticates = Setting("WPMS_SMTP_AUTH", .absent)
    result.from = Setting("WPMS_MAIL_FROM", .absent)
    result.greetingName = Setting("Helo of PHPMailer", .absent)
    result.verification = Setting("SMTPOptions of PHPMailer", .absent)
  }

  private func constants(_ result: inout SubmissionSettings) {
    result.host = option("WPMS_SMTP_HOST", "smtp", "host", read: SettingValue<String>.text)
    result.port = option("WPMS_SMTP_PORT", "smtp", "port", read: SettingValue<Int>.number)
    result.security = security
    result.authenticates = option("WPMS_SMTP_AUTH", "smtp", "auth", read: SettingValue<Bool>.phpFlag)
    result.userName = option("WPMS_SMTP_USER", "smtp", "user", read: SettingValue<String>.text)
    result.secret = option("WPMS_SMTP_PASS", "smtp", "pass", read: SettingValue<SecretTrace>.secret)
    result.from = option("WPMS_MAIL_FROM", "mail", "from_email", read: SettingValue<String>.text)
  }

  private var security: Setting<ConnectionSecurity> {
    let mode = option("WPMS_SSL", "smtp", "encryption", read: SettingValue<String>.text)
    guard let text = mode.value else { return mode.map { _ in .read(.none) } }
    switch text {
    case "ssl": return Setting(mode.name, .read(.implicitTLS), mode.place)
    case "tls": return Setting(mode.name, .read(.startTLS), mode.place)
    case "", "none":
      return option("WPMS_SMTP_AUTOTLS", "smtp", "autotls", read: SettingValue<Bool>.phpFlag).map {
        .read($0 ? .startTLSIfOffered : .none)
      }
    default: return Setting(mode.name, .malformed("WP Mail SMTP knows ssl, tls and an empty text"), mode.place)
    }
  }

  private var remarks: [SettingRemark] {
    guard isOn.value != true, !isOn.isUnknown,
      let first = settings.entries(isWanted: { name, _ in name.hasPrefix("WPMS_") }, name: { name, _ in name }).first
    else { return [] }
    return [
      SettingRemark(
        place: first.place, message: "WP Mail SMTP reads its constants only where WPMS_ON is true, which it is not here"
      )
    ]
  }
}
