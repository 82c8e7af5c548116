/// Reads the configuration of ActionMailer: Ruby with `smtp_settings`, whose `ENV["NAME"]` are sought in `.env`; without
/// such a file the names that applications have in common there, such as `SMTP_ADDRESS`.
struct RailsReader {
  private let settings: LiteralSettings

  static func read(_ files: [SettingsFile]) -> SubmissionSettings {
    let settings = LiteralSettings(
      files, readFile: { $0.isRuby ? RubyScript.read($0.octets) : DotenvScript.read($0.octets, .ruby) })
    return RailsReader(settings: settings).submission
  }

  private var submission: SubmissionSettings {
    var result = SubmissionSettings(.rails, transport: transport)
    let host = text("address", ["SMTP_ADDRESS", "SMTP_HOST", "SMTP_SERVER"])
    result.scheme = host.value.flatMap { WebAddress.splitScheme($0).scheme }
    result.host = host.map { .read(WebAddress.splitScheme($0).rest) }
    result.port = smtp("port", ["SMTP_PORT"], read: SettingValue<Int>.number)
    result.security = security
    result.verification = smtp(
      "openssl_verify_mode", ["SMTP_OPENSSL_VERIFY_MODE"], read: OpenSSLVerifyMode.verification)
    result.authorities = text("ca_file", ["SMTP_CA_FILE"])
    result.timeout = smtp("open_timeout", ["SMTP_OPEN_TIMEOUT"], read: SettingValue<Int>.number)
    result.greetingName = text("domain", ["SMTP_DOMAIN"])
    login(&result)
    result.from = option(["default_options", "from"], Self.senders, read: SettingValue<String>.text)
    result.envelopeSender = option(["default_options", "return_path"], [], read: SettingValue<String>.text)
    result.replyTo = option(["default_options", "reply_to"], [], read: SettingValue<String>.text)
    result.site = option(
      ["default_url_options", "host"], ["APP_HOST", "APP_URL", "HOST"], read: SettingValue<String>.text)
    result.entries = settings.entries(isWanted: Self.isMail, name: Self.name)
    result.faults = settings.faults
    return result
  }

  private static let senders = [
    "MAILER_SENDER_EMAIL", "MAILER_FROM", "MAIL_FROM", "SMTP_FROM", "SMTP_FROM_ADDRESS", "FROM_EMAIL", "EMAIL_FROM"
  ]

  private static func isMail(_ variable: String, _ path: [String]) -> Bool {
    if let owner = owners.first(where: { $0.variable == variable }) { return path.first == owner.key }
    return path.isEmpty && (variable.hasPrefix("SMTP_") || senders.contains(variable))
  }

  /// `config.action_mailer` and `ActionMailer::Base`.
  private static let owners = [(variable: "config", key: "action_mailer"), (variable: "ActionMailer", key: "Base")]

  /// `smtp_settings.address`, or the name of a variable of the environment.
  private static func name(_ variable: String, _ path: [String]) -> String {
    path.count < 2 ? variable : path.dropFirst().joined(separator: ".")
  }

  /// What Ruby says at `path` of ActionMailer.
  private func ruby<Value>(_ path: [String], read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    let name = path.joined(separator: ".")
    var last: Setting<Value> = Setting(name, .absent)
    for owner in Self.owners {
      let path = [owner.key] + path
      let setting = settings.setting(name, owner.variable, path, read: read)
      if setting.isAbsent, setting.place == nil { continue }
      last = setting
      if case .computed = setting.content, let name = settings.environmentName(owner.variable, path) {
        let own = environment(name, read: read)
        if !own.isAbsent { return own }
      }
      if !setting.isAbsent { return setting }
    }
    return last
  }

  private func environment<Value>(_ name: String, read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    settings.setting(name, name, [], read: read)
  }

  /// What Ruby says, or one of the names that are usual in `.env` where Ruby says nothing of the server.
  private func option<Value>(
    _ path: [String], _ names: [String], read: (Literal.Value) -> SettingValue<Value>
  ) -> Setting<Value> {
    let own = ruby(path, read: read)
    if !own.isAbsent || hasRuby { return own }
    for name in names {
      let setting = environment(name, read: read)
      if !setting.isAbsent { return setting }
    }
    return own
  }

  private func smtp<Value>(
    _ key: String, _ names: [String], read: (Literal.Value) -> SettingValue<Value>
  ) -> Setting<Value> {
    option(["smtp_settings", key], names, read: read)
  }

  private func text(_ key: String, _ names: [String]) -> Setting<String> {
    smtp(key, names, read: SettingValue<String>.text)
  }

  /// Whether Ruby sets the server.
  private var hasRuby: Bool {
    Self.owners.contains { owner in
      settings.find(owner.variable, [owner.key, "smtp_settings"]) != nil
        || settings.hasElements(owner.variable, [owner.key, "smtp_settings"]) != nil
    }
  }

  private var transport: Setting<MailTransport> {
    let performs = ruby(["perform_deliveries"], read: SettingValue<Bool>.rubyFlag)
    if performs.value == false { return performs.map { _ in .read(.disabled) } }
    return ruby(["delivery_method"], read: SettingValue<String>.text).map(RailsDelivery.transport)
  }

  /// A flag: in Ruby every text is true, in `.env` it says what it means.
  private func flag(_ key: String, _ name: String) -> Setting<Bool> {
    let own = smtp(key, [], read: SettingValue<Bool>.rubyFlag)
    if !own.isAbsent || hasRuby { return own }
    return environment(name) { $0 == .string("") ? .absent : .read($0 == .string("true") || $0 == .string("1")) }
  }

  private var security: Setting<ConnectionSecurity> {
    RubyMail(
      tls: flag("tls", "SMTP_TLS"), ssl: flag("ssl", "SMTP_SSL"),
      startTLS: smtp("enable_starttls", ["SMTP_ENABLE_STARTTLS"], read: Self.startTLS),
      automatic: flag("enable_starttls_auto", "SMTP_ENABLE_STARTTLS_AUTO")
    ).security([.exact])
  }

  /// The environment holds texts, which mean what they say.
  private static func startTLS(_ value: Literal.Value) -> SettingValue<RubyStartTLS> {
    switch value {
    case .string("false"), .string("never"): .read(.never)
    case .string(""): .absent
    default: RubyStartTLS.read(value)
    }
  }

  private func login(_ result: inout SubmissionSettings) {
    result.mechanism = smtp("authentication", ["SMTP_AUTHENTICATION", "SMTP_AUTH_METHOD"]) { value in
      switch value {
      case .string(""), .string("none"), .string("false"), .boolean(false), .null: .absent
      default: SettingValue<String>.text(value)
      }
    }
    result.userName = text("user_name", ["SMTP_USERNAME", "SMTP_USER_NAME", "SMTP_USER", "SMTP_LOGIN"])
    result.secret = smtp("password", ["SMTP_PASSWORD", "SMTP_PASS"], read: SettingValue<SecretTrace>.secret)
    // net-smtp logs in when a user is named.
    result.authenticates = result.userName.map { .read(!$0.isEmpty) }
  }
}

extension SettingsFile {
  /// Whether its name is that of a file in Ruby, or, with another name, it names the module that sends.
  var isRuby: Bool {
    if baseName.hasSuffix(".rb") { return true }
    if baseName.hasPrefix(".env") { return false }
    let text = String(decoding: octets, as: UTF8.self)
    return text.contains("action_mailer") || text.contains("ActionMailer")
  }
}
