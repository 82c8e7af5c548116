/// Reads `app.ini` of Gitea and Forgejo: the section `mailer`, with the names it had before 1.18; and the variables of a
/// container that are written into that file.
struct GiteaReader {
  private let settings: LiteralSettings
  private let application: Application

  static func read(_ files: [SettingsFile], of application: Application) -> SubmissionSettings {
    let settings = LiteralSettings(files.withEnvironmentLast(isEnvironment), read: script)
    return GiteaReader(settings: settings, application: application).submission
  }

  /// A file as assignments: `app.ini`, or variables such as `GITEA__mailer__SMTP_ADDR`.
  static func script(_ octets: [UInt8]) -> LiteralScript { environment(octets) ?? INIScript.read(octets, .go) }

  static func isEnvironment(_ octets: [UInt8]) -> Bool { environment(octets) != nil }

  private static func environment(_ octets: [UInt8]) -> LiteralScript? {
    EnvironmentScript.read(octets, marks: ["GITEA__", "FORGEJO__"], place)
  }

  /// The place of a variable: its section is in small letters, its key as it is written; `_0X2E_` is a dot.
  @Sendable private static func place(_ variable: String) -> (section: String, key: String)? {
    guard let prefix = ["GITEA__", "FORGEJO__"].first(where: variable.hasPrefix) else { return nil }
    let rest = variable.dropFirst(prefix.count)
    guard let sign = rest.firstRange(of: "__") else { return nil }
    let section = rest[..<sign.lowerBound].lowercased().split(separator: "_0x2e_").joined(separator: ".")
    return (section, rest[sign.upperBound...].uppercased())
  }

  private var submission: SubmissionSettings {
    var result = SubmissionSettings(application, transport: transport)
    result.host = host
    result.port = port
    result.security = security
    let trusts = flag("FORCE_TRUST_SERVER_CERT")
    result.verification = trusts.otherwise(flag("SKIP_VERIFY").otherwise(trusts)).map { .read($0 ? .none : .full) }
    result.greetingName = greetingName
    result.userName = mailer("USER", read: SettingValue<String>.word)
    result.secret = mailer("PASSWD", read: SettingValue<SecretTrace>.secret)
    // A user is enough for a login.
    result.authenticates = result.userName.map { _ in .read(true) }
    result.from = mailer("FROM", read: SettingValue<String>.word)
    result.envelopeSender = mailer("ENVELOPE_FROM", read: SettingValue<String>.word)
    result.site = server("ROOT_URL")
    result.messageIDHost = messageIDHost
    result.entries = settings.entries(isWanted: Self.isMail) { section, path in
      "[\(section)] " + path.joined(separator: ".")
    }
    result.faults = settings.faults
    return result
  }

  private static func isMail(_ section: String, _ path: [String]) -> Bool {
    guard let key = path.first else { return false }
    return section == "mailer" || section == "server" && ["ROOT_URL", "DOMAIN"].contains(key)
  }

  private func mailer<Value>(_ key: String, read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    settings.setting("[mailer] \(key)", "mailer", [key], read: read)
  }

  private func flag(_ key: String) -> Setting<Bool> { mailer(key, read: SettingValue<Bool>.goFlag) }

  private func server(_ key: String) -> Setting<String> {
    settings.setting("[server] \(key)", "server", [key], read: SettingValue<String>.word)
  }

  // MARK: Protocol

  /// What `PROTOCOL` can be.
  private enum MailProtocol: String {
    case smtp, smtps, sendmail, dummy
    case startTLS = "smtp+starttls"
    /// A slip of the first release with this setting, which it still takes.
    case oldStartTLS = "smtp+startls"
    case socket = "smtp+unix"
  }

  /// `PROTOCOL`, or one of the settings from before it.
  private var mailProtocol: Setting<MailProtocol> {
    let current = mailer("PROTOCOL") { value in
      guard case .string(let text) = value, !text.isEmpty else { return SettingValue<MailProtocol>.absent }
      return MailProtocol(rawValue: text).map { .read($0) } ?? .malformed("there is no protocol \(text)")
    }
    let type = mailer("MAILER_TYPE") { $0 == .string("sendmail") ? SettingValue.read(MailProtocol.sendmail) : .absent }
    return current.otherwise(type).otherwise(
      flag("IS_TLS_ENABLED").map { .read($0 ? .smtps : .startTLS) }.otherwise(current))
  }

  private var transport: Setting<MailTransport> {
    let isEnabled = flag("ENABLED")
    if isEnabled.value != true { return isEnabled.map { _ in .read(.disabled) } }
    let kind = mailProtocol
    if kind.isAbsent { return isEnabled.map { _ in .read(.smtp) } }
    return kind.map { kind in
      switch kind {
      case .sendmail: .read(.sendmail)
      case .dummy: .read(.disabled)
      case .socket: .computed("a socket of the machine")
      case .smtp, .smtps, .startTLS, .oldStartTLS: .read(.smtp)
      }
    }
  }

  /// STARTTLS is never required: without an offer the mail goes out in clear text.
  private var security: Setting<ConnectionSecurity> {
    let kind = mailProtocol
    if kind.isAbsent {
      return port.map { port in
        switch port {
        case 25: .read(.none)
        case 587: .read(.startTLSIfOffered)
        default: .read(.implicitTLS)
        }
      }
    }
    return kind.map { kind in
      switch kind {
      case .smtps: .read(.implicitTLS)
      case .startTLS, .oldStartTLS: .read(.startTLSIfOffered)
      case .smtp, .socket, .sendmail, .dummy: .read(.none)
      }
    }
  }

  // MARK: Server

  /// `HOST` held both, host and port.
  private var old: Setting<String> { mailer("HOST", read: SettingValue<String>.word) }

  private var host: Setting<String> {
    let current = mailer("SMTP_ADDR", read: SettingValue<String>.word)
    return current.otherwise(
      old.map { text in
        let host = ServerText(text).host
        return .read(host.isEmpty ? "127.0.0.1" : host)
      }.otherwise(current))
  }

  private var port: Setting<Int> {
    let current = mailer("SMTP_PORT", read: SettingValue<Int>.number)
    return current.otherwise(old.map { ServerText($0).portValue }.otherwise(current))
  }

  // MARK: Names

  private var greetingName: Setting<String> {
    let isOn = flag("ENABLE_HELO").otherwise(flag("DISABLE_HELO").map { .read(!$0) })
    if isOn.value == false { return isOn.map { _ in .computed("switched off, so the library chooses") } }
    return mailer("HELO_HOSTNAME", read: SettingValue<String>.word)
  }

  /// The host of ROOT_URL goes before DOMAIN, unless it is an address.
  private var messageIDHost: Setting<String> {
    let site = server("ROOT_URL")
    let domain = server("DOMAIN")
    if case .computed(let text) = site.content, !text.contains("%(DOMAIN)s") { return site }
    let host = site.value.flatMap { WebAddress.host($0) }
    guard let host, !host.hasPrefix("["), host.contains(where: { !$0.isNumber && $0 != "." }) else { return domain }
    return site.map { _ in .read(host) }
  }
}
