/// Reads the `EMAIL_…` settings of Django, which are handed to Python's smtplib.
struct DjangoReader {
  private let settings: LiteralSettings

  static func read(_ files: [SettingsFile]) -> SubmissionSettings {
    DjangoReader(settings: LiteralSettings(files, read: PythonScript.read)).submission
  }

  private var submission: SubmissionSettings {
    var result = SubmissionSettings(.django, transport: transport)
    result.host = key("EMAIL_HOST", read: SettingValue<String>.text)
    result.port = key("EMAIL_PORT", read: SettingValue<Int>.number)
    result.security = security
    result.userName = key("EMAIL_HOST_USER", read: SettingValue<String>.word)
    result.secret = key("EMAIL_HOST_PASSWORD", read: SettingValue<SecretTrace>.secret)
    result.authenticates = authenticates(result)
    result.timeout = key("EMAIL_TIMEOUT", read: SettingValue<Int>.number)
    result.from = key("DEFAULT_FROM_EMAIL", read: SettingValue<String>.text)
    result.entries = settings.entries { variable, _ in
      variable.hasPrefix("EMAIL_") || ["DEFAULT_FROM_EMAIL", "SERVER_EMAIL", "ADMINS", "MANAGERS"].contains(variable)
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

  /// Backends of Django itself; what another one does is its own affair.
  private var transport: Setting<MailTransport> {
    key("EMAIL_BACKEND") { value in
      guard case .string(let path) = value else { return .malformed("it is no text") }
      let prefix = "django.core.mail.backends."
      guard path.hasPrefix(prefix) else { return .computed(path) }
      switch path.dropFirst(prefix.count).split(separator: ".").first {
      case "smtp": return .read(.smtp)
      case "console", "dummy", "filebased", "locmem": return .read(.disabled)
      default: return .malformed("Django has no backend of this name")
      }
    }
  }

  /// Python's idea of true and false.
  private func flag(_ name: String) -> Setting<Bool> {
    key(name) { value in
      if case .null = value { return .read(false) }
      return SettingValue<Bool>.pythonFlag(value)
    }
  }

  /// Both at once stop Django with an error.
  private var security: Setting<ConnectionSecurity> {
    let (implicit, startTLS) = (flag("EMAIL_USE_SSL"), flag("EMAIL_USE_TLS"))
    if implicit.value == true, startTLS.value == true {
      return implicit.map { _ in .malformed("EMAIL_USE_TLS is true as well, and Django takes only one of them") }
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
    let server = key("SERVER_EMAIL", read: SettingValue<String>.text)
    let admins = settings.find("ADMINS")
    guard server.isAbsent, let admins, case .list(let entries) = admins.literal.value, !entries.isEmpty else {
      return []
    }
    let place = settings.place(admins.literal.range.lowerBound, in: admins.file)
    return [SettingRemark(place: place, message: "mail of errors comes from root@localhost: SERVER_EMAIL is not set")]
  }
}
