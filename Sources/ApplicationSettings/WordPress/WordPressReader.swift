/// Reads `wp-config.php` of WordPress, with the constants of the plugin WP Mail SMTP, and files of plugins that set
/// properties of PHPMailer in the hook `phpmailer_init`.
struct WordPressReader {
  private let settings: LiteralSettings

  static func read(_ files: [SettingsFile]) -> SubmissionSettings {
    WordPressReader(settings: LiteralSettings(files, read: PHPScript.read)).submission
  }

  private var submission: SubmissionSettings {
    var result = SubmissionSettings(.wordpress, transport: transport)
    unset(&result)
    if isOn.value == true { constants(&result) }
    if let object { object.apply(to: &result) }
    let home = constant("WP_HOME", read: SettingValue<String>.text)
    let site = constant("WP_SITEURL", read: SettingValue<String>.text)
    result.site = home.isAbsent && !site.isAbsent ? site : home
    let variable = object?.variable
    result.entries = settings.entries { name, path in
      name.hasPrefix("WPMS_") || name == "WP_HOME" || name == "WP_SITEURL" || name == variable && !path.isEmpty
    } name: {
      PHPMailerObject.name($0, $1)
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

  /// A constant, or what the database has instead of it.
  private func option<Value>(_ name: String, read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    let setting = constant(name, read: read)
    return setting.isAbsent ? Setting(name, .computed(Self.elsewhere)) : setting
  }

  private static let elsewhere = "no file sets it: the options in the database decide"

  private var transport: Setting<MailTransport> {
    let isOff = constant("WPMS_DO_NOT_SEND", read: SettingValue<Bool>.phpFlag)
    if isOn.value == true, isOff.value == true { return isOff.map { _ in .read(.disabled) } }
    guard isOn.value == true else { return Setting("WPMS_MAILER", .absent) }
    return constant("WPMS_MAILER") { value in
      switch value {
      case .string("smtp"), .string("pepipost"): .read(.smtp)
      case .string("mail"): .read(.phpMail)
      case .string(let text) where !text.isEmpty: .read(.service)
      default: .malformed("it is no name of a mailer")
      }
    }
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
    result.host = option("WPMS_SMTP_HOST", read: SettingValue<String>.text)
    result.port = option("WPMS_SMTP_PORT", read: SettingValue<Int>.number)
    result.security = security
    result.authenticates = option("WPMS_SMTP_AUTH", read: SettingValue<Bool>.phpFlag)
    result.userName = option("WPMS_SMTP_USER", read: SettingValue<String>.text)
    result.secret = constant("WPMS_SMTP_PASS", read: SettingValue<SecretTrace>.secret)
    result.from = option("WPMS_MAIL_FROM", read: SettingValue<String>.text)
  }

  private var security: Setting<ConnectionSecurity> {
    let mode = option("WPMS_SSL", read: SettingValue<String>.text)
    guard let text = mode.value else { return mode.map { _ in .read(.none) } }
    switch text {
    case "ssl": return Setting(mode.name, .read(.implicitTLS), mode.place)
    case "tls": return Setting(mode.name, .read(.startTLS), mode.place)
    case "", "none":
      return option("WPMS_SMTP_AUTOTLS", read: SettingValue<Bool>.phpFlag).map {
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
