/// Reads the `EMAIL_…` settings of Django, which are handed to Python's smtplib, or `MAILERS`, which takes their place since
/// Django 6.1: the others may not be there beside it.
struct DjangoReader {
  private let settings: LiteralSettings
  /// Whether `MAILERS` counts.
  private let hasMailers: Bool

  static func read(_ files: [SettingsFile]) -> SubmissionSettings {
    DjangoReader(settings: LiteralSettings(files, read: PythonScript.read)).submission
  }

  private init(settings: LiteralSettings) {
    self.settings = settings
    hasMailers = settings.find(Self.mailers) != nil || settings.hasElements(Self.mailers) != nil
  }

  private static let mailers = "MAILERS"

  private var submission: SubmissionSettings {
    var result = SubmissionSettings(.django, transport: transport)
    result.host = mail("EMAIL_HOST", read: SettingValue<String>.text)
    result.port = mail("EMAIL_PORT", read: SettingValue<Int>.number)
    result.security = security
    result.userName = mail("EMAIL_HOST_USER", read: SettingValue<String>.word)
    result.secret = mail("EMAIL_HOST_PASSWORD", read: SettingValue<SecretTrace>.secret)
    result.authenticates = authenticates(result)
    result.timeout = mail("EMAIL_TIMEOUT", read: SettingValue<Int>.number)
    result.from = key("DEFAULT_FROM_EMAIL", read: SettingValue<String>.text)
    result.entries = settings.entries { variable, _ in
      variable.hasPrefix("EMAIL_")
        || [Self.mailers, "DEFAULT_FROM_EMAIL", "SERVER_EMAIL", "ADMINS", "MANAGERS"].contains(variable)
    } name: { variable, path in
      ([variable] + path.filter { !$0.isEmpty }).joined(separator: ".")
    }
    result.faults = settings.faults
    result.remarks = settings.inclusions + remarks
    return result
  }

  private func key<Value>(_ name: String, read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    settings.setting(name, name, [], read: read)
  }

  /// What each setting is called in the options of a mailer.
  private static let options = [
    "EMAIL_HOST": "host", "EMAIL_PORT": "port", "EMAIL_HOST_USER": "username", "EMAIL_HOST_PASSWORD": "password",
    "EMAIL_USE_TLS": "use_tls", "EMAIL_USE_SSL": "use_ssl", "EMAIL_TIMEOUT": "timeout"
  ]

  /// A setting of the connection, by its old name: the option of the mailer called default where there are mailers.
  private func mail<Value>(_ name: String, read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    guard hasMailers, let option = Self.options[name] else { return key(name, read: read) }
    return settings.setting(
      "MAILERS['default']['OPTIONS']['\(option)']", Self.mailers, ["default", "OPTIONS", option], read: read)
  }

  /// Backends of Django itself; what another one does is its own affair.
  private var transport: Setting<MailTransport> {
    if hasMailers { return mailer }
    return key("EMAIL_BACKEND", read: Self.transport)
  }

  /// Without a mailer called default nothing is sent unless another one is named; without a backend it is that of SMTP.
  private var mailer: Setting<MailTransport> {
    let name = "MAILERS['default']"
    guard let found = settings.find(Self.mailers, ["default"]) else {
      return Setting(name, .computed("there is no mailer called default"), settings.find(Self.mailers).map(place))
    }
    let backend = settings.setting(name + "['BACKEND']", Self.mailers, ["default", "BACKEND"], read: Self.transport)
    return backend.isAbsent ? Setting(name, .read(.smtp), place(found)) : backend
  }

  private func place(_ found: LiteralSettings.Found) -> SettingPlace {
    settings.place(found.literal.range.lowerBound, in: found.file)
  }

  private static func transport(_ value: Literal.Value) -> SettingValue<MailTransport> {
    guard case .string(let path) = value else { return .malformed("it is no text") }
    let prefix = "django.core.mail.backends."
    guard path.hasPrefix(prefix) else { return .computed(path) }
    switch path.dropFirst(prefix.count).split(separator: ".").first {
    case "smtp": return .read(.smtp)
    case "console", "dummy", "filebased", "locmem": return .read(.disabled)
    default: return .malformed("Django has no backend of this name")
    }
  }

  /// Python's idea of true and false.
  private func flag(_ name: String) -> Setting<Bool> {
    mail(name) { value in
      if case .null = value { return .read(false) }
      return SettingValue<Bool>.pythonFlag(value)
    }
  }

  /// Both at once stop Django with an error.
  private var security: Setting<ConnectionSecurity> {
    let (implicit, startTLS) = (flag("EMAIL_USE_SSL"), flag("EMAIL_USE_TLS"))
    if implicit.value == true, startTLS.value == true {
      return implicit.map { _ in .malformed("\(startTLS.name) is true as well, and Django takes only one of them") }
    }
    if implicit.isUnknown { return implicit.map { _ in .absent } }
    if implicit.value == true { return implicit.map { _ in .read(.implicitTLS) } }
    return startTLS.map { .read($0 ? .startTLS : .none) }
  }

  /// smtplib logs in when there are both, user and password.
  private func authenticates(_ result: SubmissionSettings) -> Setting<Bool> {
    if result.secret.isAbsent || result.secret.value?.isEmpty == true {
      return result.secret.map { _ in .read(false) }
    }
    return result.userName.map { _ in .read(true) }
  }

  private var remarks: [SettingRemark] {
    old + errors
  }

  /// Django does not start with both.
  private var old: [SettingRemark] {
    guard hasMailers else { return [] }
    return (Self.options.keys.sorted() + ["EMAIL_BACKEND"]).compactMap { settings.find($0) }.map {
      SettingRemark(place: place($0), message: "this does not count beside MAILERS: take the line out")
    }
  }

  private var errors: [SettingRemark] {
    let server = key("SERVER_EMAIL", read: SettingValue<String>.text)
    let admins = settings.find("ADMINS")
    guard server.isAbsent, let admins, case .list(let entries) = admins.literal.value, !entries.isEmpty else {
      return []
    }
    return [
      SettingRemark(place: place(admins), message: "mail of errors comes from root@localhost: SERVER_EMAIL is not set")
    ]
  }
}
