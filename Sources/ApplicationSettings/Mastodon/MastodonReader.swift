/// Reads `.env.production` of Mastodon.
struct MastodonReader {
  private let settings: LiteralSettings

  static func read(_ files: [SettingsFile]) -> SubmissionSettings {
    MastodonReader(settings: LiteralSettings(files) { DotenvScript.read($0, .ruby) }).submission
  }

  private var submission: SubmissionSettings {
    var result = SubmissionSettings(.mastodon, transport: transport)
    result.host = text("SMTP_SERVER")
    result.port = variable("SMTP_PORT", read: SettingValue<Int>.number)
    result.security = security
    result.verification = variable("SMTP_OPENSSL_VERIFY_MODE", read: OpenSSLVerifyMode.verification)
    result.authorities = text("SMTP_CA_FILE")
    login(&result)
    result.greetingName = text("SMTP_DOMAIN")
    result.from = text("SMTP_FROM_ADDRESS")
    result.envelopeSender = text("SMTP_RETURN_PATH")
    result.replyTo = text("SMTP_REPLY_TO")
    result.site = text("LOCAL_DOMAIN")
    result.entries = settings.entries { name, _ in
      name.hasPrefix("SMTP_") || name.hasPrefix("BULK_SMTP_") || ["LOCAL_DOMAIN", "WEB_DOMAIN"].contains(name)
    } name: { name, _ in
      name
    }
    result.faults = settings.faults
    result.remarks = remarks
    return result
  }

  /// A variable; an empty one counts as not set.
  private func variable<Value>(_ name: String, read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    settings.setting(name, name, []) { $0 == .string("") ? .absent : read($0) }
  }

  private func text(_ name: String) -> Setting<String> { variable(name, read: SettingValue<String>.text) }

  private var transport: Setting<MailTransport> {
    text("SMTP_DELIVERY_METHOD").map(RailsDelivery.transport)
  }

  /// `SMTP_TLS` and `SMTP_SSL` count when they are `true`; `SMTP_ENABLE_STARTTLS` goes before `SMTP_ENABLE_STARTTLS_AUTO`.
  private var security: Setting<ConnectionSecurity> {
    RubyMail(
      tls: text("SMTP_TLS").map { .read($0 == "true") }, ssl: text("SMTP_SSL").map { .read($0 == "true") },
      startTLS: text("SMTP_ENABLE_STARTTLS").map { Self.modes[$0].map { .read($0) } ?? .absent },
      automatic: text("SMTP_ENABLE_STARTTLS_AUTO").map { .read($0 != "false") }
    ).security([.exact])
  }

  /// What counts of `SMTP_ENABLE_STARTTLS`; any other word is as none.
  private static let modes: [String: RubyStartTLS] = ["always": .always, "never": .never, "auto": .automatic]

  private func login(_ result: inout SubmissionSettings) {
    result.userName = text("SMTP_LOGIN")
    result.secret = variable("SMTP_PASSWORD", read: SettingValue<SecretTrace>.secret)
    result.mechanism = text("SMTP_AUTH_METHOD").map { $0 == "none" ? .absent : .read($0) }
    // net-smtp logs in when a user is named.
    result.authenticates = result.userName.map { .read(!$0.isEmpty) }
  }

  private var remarks: [SettingRemark] {
    let flag = text("SMTP_TLS").value == "true" ? text("SMTP_TLS") : text("SMTP_SSL")
    let isOff = text("SMTP_ENABLE_STARTTLS").value == "never" || text("SMTP_ENABLE_STARTTLS_AUTO").value == "false"
    guard flag.value == "true", !isOff, let place = flag.place else { return [] }
    return [
      SettingRemark(
        place: place,
        message:
          "versions with the gem mail from 2.8 refuse \(flag.name) beside STARTTLS: set SMTP_ENABLE_STARTTLS to never")
    ]
  }
}
