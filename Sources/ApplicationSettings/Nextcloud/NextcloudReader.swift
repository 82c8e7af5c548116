/// Reads `config.php` of Nextcloud: `$CONFIG` is one list.
struct NextcloudReader {
  private let settings: LiteralSettings

  static func read(_ files: [SettingsFile]) -> SubmissionSettings {
    NextcloudReader(settings: LiteralSettings(files, read: PHPScript.read)).submission
  }

  private var submission: SubmissionSettings {
    var result = SubmissionSettings(.nextcloud, transport: transport)
    let host = text("mail_smtphost")
    result.scheme = host.value.flatMap { WebAddress.splitScheme($0).scheme }
    result.host = host.map { .read(WebAddress.splitScheme($0).rest) }
    result.port = config("mail_smtpport", read: SettingValue<Int>.number)
    result.security = security
    let context = StreamContext(
      settings: settings, variable: "$CONFIG", path: ["mail_smtpstreamoptions", "ssl"], name: Self.name)
    result.verification = context.verification
    result.authorities = context.authorities
    result.timeout = config("mail_smtptimeout", read: SettingValue<Int>.number)
    result.debug = config("mail_smtpdebug", read: SettingValue<Bool>.phpFlag)
    result.authenticates = config("mail_smtpauth", read: SettingValue<Bool>.phpFlag)
    result.userName = text("mail_smtpname")
    result.secret = config("mail_smtppassword", read: SettingValue<SecretTrace>.secret)
    names(&result)
    result.entries = settings.entries(isWanted: Self.isMail, name: Self.name)
      .filter { $0.name.hasPrefix("mail_") || Self.others.contains(where: $0.name.hasPrefix) }
    result.faults = settings.faults
    result.remarks = settings.inclusions + remarks
    return result
  }

  private static let others = ["overwrite.cli.url", "overwritehost", "trusted_domains"]

  /// The list has all settings of Nextcloud: `entries` are sorted out by their names.
  private static func isMail(_ variable: String, _ path: [String]) -> Bool { variable == "$CONFIG" }

  /// Keys stand for themselves: `mail_smtphost`, `mail_smtpstreamoptions.ssl.verify_peer`.
  private static func name(_ variable: String, _ path: [String]) -> String {
    path.isEmpty ? variable : path.joined(separator: ".")
  }

  private func config<Value>(_ key: String, read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    settings.setting(key, "$CONFIG", [key], read: read)
  }

  private func text(_ key: String) -> Setting<String> { config(key, read: SettingValue<String>.text) }

  private var transport: Setting<MailTransport> {
    config("mail_smtpmode") { value in
      switch value {
      case .string("smtp"), .string(""): .read(.smtp)
      case .string("sendmail"): .read(.sendmail)
      case .string("null"): .read(.disabled)
      case .null: .absent
      default: .malformed("Nextcloud knows smtp, sendmail and null")
      }
    }
  }

  /// Only `ssl` counts; anything else is left to Symfony.
  private var security: Setting<ConnectionSecurity> {
    let mode = text("mail_smtpsecure")
    if mode.isUnknown { return mode.map { _ in .read(.implicitTLS) } }
    if mode.value == "ssl" { return mode.map { _ in .read(.implicitTLS) } }
    return Setting("mail_smtpsecure = ssl", .absent, mode.place)
  }

  private func names(_ result: inout SubmissionSettings) {
    let site = text("overwrite.cli.url")
    result.site = site
    result.greetingName = site.map { url in
      guard let host = WebAddress.host(url), url.contains("://") else { return .absent }
      return .read(SymfonyGreeting.name(host))
    }
    result.from = from
    result.messageIDHost = Setting("", .absent)
  }

  /// `mail_from_address` holds what stands before the `@`, `mail_domain` what follows.
  private var from: Setting<String> {
    let local = text("mail_from_address")
    let domain = text("mail_domain")
    if domain.isAbsent || domain.isUnknown { return domain }
    let name = domain.value ?? ""
    if local.isAbsent { return Setting(domain.name, .read("no-reply@\(name)"), domain.place) }
    return local.map { text in
      text.contains("@") ? .malformed("it is what stands before the @ alone, and holds an @") : .read("\(text)@\(name)")
    }
  }

  private var remarks: [SettingRemark] {
    let mode = text("mail_smtpsecure")
    guard mode.value == "tls", let place = mode.place else { return [] }
    return [
      SettingRemark(
        place: place,
        message: "Nextcloud ignores tls here since it sends with Symfony: STARTTLS is used when it is offered")
    ]
  }
}
