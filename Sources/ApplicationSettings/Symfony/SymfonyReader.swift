/// Reads `.env` of Symfony: `MAILER_DSN=smtp://user:password@smtp.example.org:587?local_domain=web.example.org`.
struct SymfonyReader {
  private let settings: LiteralSettings
  private let source: Setting<String>

  static func read(_ files: [SettingsFile]) -> SubmissionSettings {
    SymfonyReader(settings: LiteralSettings(files) { DotenvScript.read($0, .ruby) }).submission
  }

  private init(settings: LiteralSettings) {
    self.settings = settings
    source = settings.setting("MAILER_DSN", "MAILER_DSN", [], read: SettingValue<String>.text)
  }

  private var submission: SubmissionSettings {
    var result = SubmissionSettings(.symfony, transport: source.map(Self.transport))
    result.from = Setting("From", .absent)
    result.greetingName = option("local_domain") { .read(SymfonyGreeting.name($0)) }
    result.verification = option("verify_peer") { .read(Self.isTrue($0) ? .full : .none) }
    result.security = security
    if let url { take(url, &result) } else { result.host = source.map { _ in .absent } }
    result.entries = settings.entries(isWanted: { name, _ in name == "MAILER_DSN" }, name: { name, _ in name })
    result.faults = settings.faults
    return result
  }

  private var url: SubmissionURL? { source.value.flatMap(SubmissionURL.init) }

  private func setting<Value>(_ value: Value) -> Setting<Value> { Setting(source.name, .read(value), source.place) }

  private func take(_ url: SubmissionURL, _ result: inout SubmissionSettings) {
    result.host = setting(url.host)
    result.port = setting(url.port.flatMap { $0 == 0 ? nil : $0 } ?? (isImplicit(url) ? 465 : 25))
    if isImplicit(url) { result.security = setting(.implicitTLS) }
    result.userName = url.user.isEmpty ? Setting("the user in MAILER_DSN", .absent, source.place) : setting(url.user)
    if !url.password.isEmpty { result.secret = setting(SecretTrace(url.password)) }
    // Symfony logs in when a user is named.
    result.authenticates = result.userName.map { .read(!$0.isEmpty) }
  }

  /// `smtps`, port 465, or no port at all with a server that is not the machine.
  private func isImplicit(_ url: SubmissionURL) -> Bool {
    url.scheme == "smtps" || url.port == 465 || (url.port ?? 0) == 0 && url.host != "localhost"
  }

  private static func transport(_ text: String) -> SettingValue<MailTransport> {
    let scheme = text.prefix { $0 != ":" && $0 != "(" }.lowercased()
    switch scheme {
    case "smtp", "smtps": return .read(.smtp)
    case "null": return .read(.disabled)
    case "sendmail", "native": return .read(.sendmail)
    case "failover", "roundrobin": return .computed("several transports take turns")
    case let scheme where scheme.hasSuffix("+smtp") || scheme.hasSuffix("+smtps"):
      return .computed("the bridge for \(scheme) knows the server")
    case "": return .malformed("it has no scheme")
    default: return .read(.service)
    }
  }

  /// `require_tls`, and `auto_tls`; the port and the scheme go before them.
  private var security: Setting<ConnectionSecurity> {
    let required: Setting<Bool> = option("require_tls") { .read(Self.isTrue($0)) }
    if required.value == true { return required.map { _ in .read(.startTLS) } }
    let automatic: Setting<Bool> = option("auto_tls") { .read(Self.isTrue($0)) }
    return automatic.value == false
      ? automatic.map { _ in .read(.none) } : Setting(required.name, .absent, source.place)
  }

  /// What PHP's filter for booleans takes for true.
  private static func isTrue(_ text: String) -> Bool { ["1", "true", "on", "yes"].contains(text.lowercased()) }

  /// An option in the query of the URL, RFC 3986 §3.4.
  private func option<Value>(_ name: String, read: (String) -> SettingValue<Value>) -> Setting<Value> {
    let title = "\(name) in MAILER_DSN"
    guard let text = source.value else { return Setting(title, source.map { _ in .absent }.content, source.place) }
    guard let mark = text.firstIndex(of: "?") else { return Setting(title, .absent, source.place) }
    let pairs = text[text.index(after: mark)...].split(separator: "&")
    guard let pair = pairs.last(where: { $0.hasPrefix(name + "=") }) else {
      return Setting(title, .absent, source.place)
    }
    return Setting(title, read(String(pair.dropFirst(name.count + 1))), source.place)
  }
}
