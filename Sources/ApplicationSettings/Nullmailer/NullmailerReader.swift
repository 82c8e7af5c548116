/// Reads the folder of nullmailer: `remotes`, and the files that hold a name each.
struct NullmailerReader {
  private let settings: LiteralSettings

  static func read(_ files: [SettingsFile]) -> SubmissionSettings {
    NullmailerReader(settings: LiteralSettings(files, readFile: NullmailerScript.read)).submission
  }

  private var submission: SubmissionSettings {
    var result = SubmissionSettings(.nullmailer, transport: transport)
    result.host = remote("host", read: SettingValue<String>.word)
    result.port = remote("port", read: SettingValue<Int>.number)
    result.security = security
    result.verification = flag("insecure").map { .read($0 ? .none : .full) }
    result.authorities = remote("x509cafile", read: SettingValue<String>.word)
    result.userName = remote("user", read: SettingValue<String>.word)
    result.secret = remote("pass", read: SettingValue<SecretTrace>.secret)
    result.authenticates = result.userName.map { _ in .read(true) }
    result.mechanism = flag("auth-login").map { _ in .read("LOGIN") }
    let name = file("me")
    result.greetingName = file("helohost").otherwise(name)
    result.messageIDHost = file("idhost").otherwise(name)
    result.entries = settings.entries { variable, path in
      !path.isEmpty || !variable.hasPrefix(NullmailerScript.first)
    } name: { variable, path in
      ([variable] + path).joined(separator: " ")
    }
    result.faults = settings.faults
    result.remarks = remarks
    return result
  }

  private func remote<Value>(_ key: String, read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    settings.setting("\(key) in remotes", NullmailerScript.first, [key], read: read)
  }

  private func flag(_ key: String) -> Setting<Bool> { remote(key) { _ in .read(true) } }

  private func file(_ name: String) -> Setting<String> {
    settings.setting("the file \(name)", name, [], read: SettingValue<String>.word)
  }

  private var transport: Setting<MailTransport> {
    let kind = remote("protocol", read: SettingValue<String>.word)
    if kind.isAbsent { return remote("host") { _ in .read(.smtp) } }
    return kind.map { $0 == "smtp" ? .read(.smtp) : .computed($0) }
  }

  private var security: Setting<ConnectionSecurity> {
    for key in ["tls", "ssl"] {
      let implicit = flag(key)
      if implicit.value == true { return implicit.map { _ in .read(.implicitTLS) } }
    }
    return flag("starttls").map { _ in .read(.startTLS) }
  }

  private var remarks: [SettingRemark] {
    let second = settings.setting(
      "", NullmailerScript.first + "[2]", ["host"], read: SettingValue<String>.word)
    guard let place = second.place else { return [] }
    return [SettingRemark(place: place, message: "this server is asked when the one before it fails; it is not judged")]
  }
}
