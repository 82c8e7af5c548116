/// The properties that code sets on an object of PHPMailer, as hooks of WordPress do: `$phpmailer->Host = 'a';`
struct PHPMailerObject {
  let settings: LiteralSettings
  /// The variable that holds the object.
  let variable: String

  /// The object, when one of `variables` has properties of it.
  init?(_ settings: LiteralSettings, variables: [String]) {
    let found = variables.first { variable in
      Self.marks.contains { settings.find(variable, [$0]) != nil }
    }
    guard let found else { return nil }
    self.settings = settings
    variable = found
  }

  /// Properties and methods that no other object is likely to have.
  private static let marks = ["isSMTP()", "IsSMTP()", "SMTPAuth", "SMTPSecure", "SMTPAutoTLS", "Mailer", "Host"]

  /// The name of a property as code has it.
  static func name(_ variable: String, _ path: [String]) -> String {
    guard let first = path.first else { return variable }
    return "\(variable)->\(first)" + path.dropFirst().map { "['\($0)']" }.joined()
  }

  private func property<Value>(_ name: String, read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    settings.setting(Self.name(variable, [name]), variable, [name], read: read)
  }

  /// A setting of the class, whose constants count as the texts that they stand for.
  private var secure: Setting<String> {
    let setting = property("SMTPSecure", read: SettingValue<String>.text)
    guard case .computed(let text) = setting.content else { return setting }
    if text.hasSuffix("::ENCRYPTION_SMTPS") { return Setting(setting.name, .read("ssl"), setting.place) }
    if text.hasSuffix("::ENCRYPTION_STARTTLS") { return Setting(setting.name, .read("tls"), setting.place) }
    return setting
  }

  /// Puts what the object says into `result`.
  func apply(to result: inout SubmissionSettings) {
    result.transport = transport
    result.port = property("Port", read: SettingValue<Int>.number)
    result.security = security
    result.takePHPMailerHost(property("Host", read: SettingValue<String>.text))
    let context = StreamContext(
      settings: settings, variable: variable, path: ["SMTPOptions", "ssl"], name: Self.name)
    result.verification = context.verification
    result.authorities = context.authorities
    result.timeout = property("Timeout", read: SettingValue<Int>.number)
    result.pool = property("SMTPKeepAlive", read: SettingValue<Bool>.phpFlag)
    result.debug = property("SMTPDebug", read: SettingValue<Bool>.phpFlag)
    result.authenticates = property("SMTPAuth", read: SettingValue<Bool>.phpFlag)
    result.mechanism = property("AuthType", read: SettingValue<String>.text)
    result.userName = property("Username", read: SettingValue<String>.text)
    result.secret = property("Password", read: SettingValue<SecretTrace>.secret)
    names(&result)
  }

  private func names(_ result: inout SubmissionSettings) {
    let host = property("Hostname", read: SettingValue<String>.text)
    let greeting = property("Helo", read: SettingValue<String>.text)
    result.greetingName = greeting.isAbsent && !host.isAbsent ? host : greeting
    result.messageIDHost = host
    let called = property("setFrom()", read: SettingValue<String>.text)
    let from = property("From", read: SettingValue<String>.text)
    if !from.isAbsent || !called.isAbsent { result.from = called.isAbsent ? from : called }
    result.envelopeSender = property("Sender", read: SettingValue<String>.text)
    result.replyTo = property("addReplyTo()", read: SettingValue<String>.text)
  }

  /// `isSMTP()` or `Mailer`; names of methods have no case in PHP.
  private var transport: Setting<MailTransport> {
    for call in ["isSMTP()", "IsSMTP()"] {
      let setting: Setting<MailTransport> = property(call) { _ in .read(.smtp) }
      if !setting.isAbsent { return setting }
    }
    let mailer: Setting<MailTransport> = property("Mailer") { value in
      switch value {
      case .string("smtp"): .read(.smtp)
      case .string("mail"): .read(.phpMail)
      case .string("sendmail"), .string("qmail"): .read(.sendmail)
      default: .malformed("PHPMailer knows smtp, mail, sendmail and qmail")
      }
    }
    return mailer.isAbsent ? Setting(Self.name(variable, ["isSMTP()"]), .absent, mailer.place) : mailer
  }

  private var security: Setting<ConnectionSecurity> {
    let mode = secure
    if !mode.isAbsent, mode.value != "" {
      return mode.map { text in
        switch text.lowercased() {
        case "ssl": .read(.implicitTLS)
        case "tls": .read(.startTLS)
        default: .malformed("PHPMailer knows ssl, tls and an empty text")
        }
      }
    }
    let automatic = property("SMTPAutoTLS", read: SettingValue<Bool>.phpFlag)
    if automatic.isAbsent { return Setting(mode.name, .absent, mode.place) }
    return automatic.map { .read($0 ? .startTLSIfOffered : .none) }
  }
}
