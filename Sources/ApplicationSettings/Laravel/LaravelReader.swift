/// Reads `.env` of Laravel: `MAIL_…`, of which `config/mail.php` makes the settings of the mailer `smtp`.
struct LaravelReader {
  private let settings: LiteralSettings

  static func read(_ files: [SettingsFile]) -> SubmissionSettings {
    LaravelReader(settings: LiteralSettings(files) { DotenvScript.read($0, .php) }).submission
  }

  private var submission: SubmissionSettings {
    var result = SubmissionSettings(.laravel, transport: transport)
    result.host = text("MAIL_HOST")
    result.port = variable("MAIL_PORT", read: SettingValue<Int>.number)
    result.security = security
    result.verification = Setting("stream in config/mail.php", .absent)
    result.userName = text("MAIL_USERNAME")
    result.secret = variable("MAIL_PASSWORD") { value in
      value == .string("null") || value == .string("(null)") ? .absent : SettingValue<SecretTrace>.secret(value)
    }
    takeURL(&result)
    // Symfony logs in when a user is named.
    result.authenticates = result.userName.map { .read(!$0.isEmpty) }
    result.greetingName = text("MAIL_EHLO_DOMAIN").map { .read(SymfonyGreeting.name($0)) }
    result.from = text("MAIL_FROM_ADDRESS")
    result.site = text("APP_URL")
    result.entries = settings.entries { name, _ in
      name.hasPrefix("MAIL_") || name == "APP_URL"
    } name: { name, _ in
      name
    }
    result.faults = settings.faults
    result.remarks = remarks
    return result
  }

  /// A variable; `null` and `(null)` are none, as `env()` has it.
  private func variable<Value>(_ name: String, read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    settings.setting(name, name, []) { value in
      value == .string("null") || value == .string("(null)") ? .absent : read(value)
    }
  }

  private func text(_ name: String) -> Setting<String> {
    variable(name) { value in
      if value == .string("empty") || value == .string("(empty)") { return .read("") }
      return SettingValue<String>.text(value)
    }
  }

  private var transport: Setting<MailTransport> {
    let current = text("MAIL_MAILER")
    let old = text("MAIL_DRIVER")
    let mailer = current.isAbsent && !old.isAbsent ? old : current
    return mailer.map { name in
      switch name {
      case "smtp": .read(.smtp)
      case "sendmail", "mail": .read(.sendmail)
      case "log", "array": .read(.disabled)
      case let name where Self.services.contains(name): .read(.service)
      default: .computed("config/mail.php says what \(name) is")
      }
    }
  }

  /// Mailers that talk to a service by its own interface.
  private static let services: Set<String> = [
    "ses", "ses-v2", "mailgun", "postmark", "resend", "mandrill", "sparkpost", "cloudflare", "mailersend", "brevo"
  ]

  /// `smtps` means TLS from the first octet; with anything else the port decides.
  private var security: Setting<ConnectionSecurity> {
    text("MAIL_SCHEME").map { text in
      switch text {
      case "smtps": .read(.implicitTLS)
      case "smtp", "": .absent
      default: .malformed("Symfony knows smtp and smtps")
      }
    }
  }

  /// `MAIL_URL` goes before the variables for its parts.
  private func takeURL(_ result: inout SubmissionSettings) {
    let text = text("MAIL_URL")
    if text.isAbsent || text.value == "" { return }
    guard let url = text.value.flatMap(SubmissionURL.init) else {
      result.host = text.map { _ in .malformed("it is no URL with a host") }
      return
    }
    result.host = Setting(text.name, .read(url.host), text.place)
    if let port = url.port { result.port = Setting(text.name, .read(port), text.place) }
    if !url.user.isEmpty { result.userName = Setting(text.name, .read(url.user), text.place) }
    if !url.password.isEmpty { result.secret = Setting(text.name, .read(SecretTrace(url.password)), text.place) }
  }

  private var remarks: [SettingRemark] {
    let old = text("MAIL_ENCRYPTION")
    guard text("MAIL_SCHEME").isAbsent, let place = old.place, !old.isAbsent else { return [] }
    return [
      SettingRemark(
        place: place,
        message: "Laravel reads MAIL_ENCRYPTION only before version 11; since then MAIL_SCHEME and the port decide")
    ]
  }
}
