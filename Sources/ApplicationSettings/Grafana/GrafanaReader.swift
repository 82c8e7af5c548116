/// Reads `grafana.ini`: the section `smtp`, which is handed to the library gomail; and the variables of the environment,
/// which go before the file.
struct GrafanaReader {
  private let settings: LiteralSettings

  static func read(_ files: [SettingsFile]) -> SubmissionSettings {
    let files = files.withEnvironmentLast(isEnvironment)
    return GrafanaReader(settings: LiteralSettings(files, read: script)).submission
  }

  /// A file as assignments: `grafana.ini`, or variables such as `GF_SMTP_HOST`.
  static func script(_ octets: [UInt8]) -> LiteralScript { environment(octets) ?? INIScript.read(octets, .grafana) }

  static func isEnvironment(_ octets: [UInt8]) -> Bool { environment(octets) != nil }

  private static func environment(_ octets: [UInt8]) -> LiteralScript? {
    EnvironmentScript.read(octets, marks: ["GF_SMTP_"], place)
  }

  /// The place of a variable: `GF_`, the section and the key in capitals. A name alone does not tell where the section
  /// ends, so the sections are those that are read here.
  @Sendable private static func place(_ variable: String) -> (section: String, key: String)? {
    if variable == "GF_INSTANCE_NAME" { return ("", "instance_name") }
    for section in ["smtp", "emails", "server"] {
      let prefix = "GF_\(section.uppercased())_"
      guard variable.hasPrefix(prefix) else { continue }
      let key = variable.dropFirst(prefix.count).lowercased()
      return (section, key == "starttls_policy" ? "startTLS_policy" : key)
    }
    return nil
  }

  private var submission: SubmissionSettings {
    var result = SubmissionSettings(.grafana, transport: transport)
    let server = smtp("host", read: SettingValue<String>.word)
    result.host = server.map { .read(ServerText($0).host) }
    result.port = server.map { text in
      let port = ServerText(text).portValue
      return port == .absent ? .malformed("Grafana wants the port behind the server, as host:port") : port
    }
    result.security = security(result.port)
    result.verification = smtp("skip_verify", read: SettingValue<Bool>.goFlag).map { .read($0 ? .none : .full) }
    result.greetingName = smtp("ehlo_identity", read: SettingValue<String>.word)
      .otherwise(settings.setting("instance_name", "", ["instance_name"], read: SettingValue<String>.word))
    result.userName = smtp("user", read: SettingValue<String>.word)
    result.secret = smtp("password", read: SettingValue<SecretTrace>.secret)
    // gomail logs in when a user is named and the server offers AUTH.
    result.authenticates = result.userName.map { _ in .read(true) }
    result.from = smtp("from_address", read: SettingValue<String>.word)
    result.site = settings.setting("[server] root_url", "server", ["root_url"], read: SettingValue<String>.word)
    result.entries = settings.entries(isWanted: Self.isMail) { section, path in
      (section.isEmpty ? "" : "[\(section)] ") + path.joined(separator: ".")
    }
    result.faults = settings.faults
    return result
  }

  private static func isMail(_ section: String, _ path: [String]) -> Bool {
    guard let key = path.first else { return false }
    switch section {
    case "smtp", "emails", "smtp.static_headers": return true
    case "server": return key == "root_url" || key == "domain"
    default: return section.isEmpty && key == "instance_name"
    }
  }

  private func smtp<Value>(_ key: String, read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    settings.setting("[smtp] \(key)", "smtp", [key], read: read)
  }

  private var transport: Setting<MailTransport> {
    smtp("enabled", read: SettingValue<Bool>.goFlag).map { .read($0 ? .smtp : .disabled) }
  }

  /// Port 465 means TLS from the first octet; nothing else does.
  private func security(_ port: Setting<Int>) -> Setting<ConnectionSecurity> {
    if port.value == 465 { return port.map { _ in .read(.implicitTLS) } }
    if port.isUnknown { return port.map { _ in .absent } }
    return smtp("startTLS_policy") { value in
      switch value {
      case .string("NoStartTLS"): .read(.none)
      case .string("MandatoryStartTLS"): .read(.startTLS)
      case .string(""): .absent
      default: .read(.startTLSIfOffered)
      }
    }
  }
}
