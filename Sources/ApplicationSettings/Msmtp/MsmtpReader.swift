/// Reads `msmtprc`: the account that is taken where none is named.
struct MsmtpReader {
  private let settings: LiteralSettings

  static func read(_ files: [SettingsFile]) -> SubmissionSettings {
    MsmtpReader(settings: LiteralSettings(files, read: MsmtpScript.read)).submission
  }

  private var submission: SubmissionSettings {
    let host = key("host", read: SettingValue<String>.word)
    var result = SubmissionSettings(.msmtp, transport: Setting(host.name, .read(.smtp), host.place))
    result.host = host
    result.port = key("port", read: SettingValue<Int>.number)
    result.security = security
    result.verification = verification
    result.authorities = key("tls_trust_file", read: SettingValue<String>.word)
    result.greetingName = key("domain", read: SettingValue<String>.word)
    result.timeout = key("timeout", read: SettingValue<Int>.number)
    login(&result)
    result.envelopeSender = key("from", read: SettingValue<String>.word)
    result.from = result.envelopeSender
    result.entries = settings.entries { variable, path in
      variable != MsmtpScript.taken && !path.isEmpty
    } name: { variable, path in
      "\(variable): \(path.joined(separator: "."))"
    }
    result.faults = settings.faults
    result.remarks = remarks
    return result
  }

  private func key<Value>(_ name: String, read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    settings.setting(name, MsmtpScript.taken, [name], read: read)
  }

  /// `on`, `off`, and nothing, which means on.
  private func flag(_ name: String) -> Setting<Bool> {
    key(name) { value in
      if case .string("") = value { return .read(true) }
      return SettingValue<Bool>.flag(value, yes: ["on"], no: ["off"])
    }
  }

  private var security: Setting<ConnectionSecurity> {
    let isOn = flag("tls")
    guard isOn.value == true else { return isOn.map { _ in .read(.none) } }
    let startTLS = flag("tls_starttls")
    if startTLS.isAbsent { return isOn.map { _ in .read(.startTLS) } }
    return startTLS.map { .read($0 ? .startTLS : .implicitTLS) }
  }

  /// A fingerprint takes the place of chain and name.
  private var verification: Setting<CertificateVerification> {
    let fingerprint = key("tls_fingerprint", read: SettingValue<String>.word)
    if fingerprint.value != nil { return fingerprint.map { _ in .read(.full) } }
    return flag("tls_certcheck").map { .read($0 ? .full : .none) }
  }

  private func login(_ result: inout SubmissionSettings) {
    let login = key("auth", read: SettingValue<String>.text)
    result.authenticates = login.map { .read($0 != "off") }
    result.mechanism = login.map { ["", "on", "off"].contains($0) ? .absent : .read($0) }
    result.userName = key("user", read: SettingValue<String>.word)
    let command = key("passwordeval", read: SettingValue<String>.word)
    result.secret = key("password", read: SettingValue<SecretTrace>.secret)
      .otherwise(command.map { _ in .computed("the output of a command") })
  }

  private var remarks: [SettingRemark] {
    let unnamed = key(MsmtpScript.unnamed, read: SettingValue<String>.word)
    guard let name = unnamed.value, let place = unnamed.place else { return [] }
    return [
      SettingRemark(
        place: place, message: "no account is called default: msmtp asks for one with -a; here \(name) is read")
    ]
  }
}
