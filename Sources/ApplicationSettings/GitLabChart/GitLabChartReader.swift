/// Reads the values of GitLab's chart: `global.smtp`, `global.email` and `global.hosts`.
struct GitLabChartReader {
  private let settings: LiteralSettings

  static func read(_ files: [SettingsFile]) -> SubmissionSettings {
    GitLabChartReader(settings: LiteralSettings(files, read: YAMLScript.read)).submission
  }

  private var submission: SubmissionSettings {
    var result = SubmissionSettings(.gitlabChart, transport: transport)
    result.host = smtp("address", read: SettingValue<String>.text)
    result.scheme = result.host.value.flatMap { WebAddress.splitScheme($0).scheme }
    result.host = result.host.map { .read(WebAddress.splitScheme($0).rest) }
    result.port = smtp("port", read: SettingValue<Int>.number)
    result.security = RubyMail(
      tls: smtp("tls", read: Self.flag), ssl: Setting("global.smtp.ssl", .absent),
      startTLS: Setting("global.smtp.starttls", .absent), automatic: smtp("starttls_auto", read: Self.flag)
    ).security([.exact])
    result.verification = smtp("openssl_verify_mode", read: OpenSSLVerifyMode.verification)
    result.timeout = smtp("open_timeout", read: SettingValue<Int>.number)
    result.pool = smtp("pool", read: Self.flag)
    login(&result)
    result.greetingName = smtp("domain", read: SettingValue<String>.text)
    result.from = address("from", otherwise: "gitlab")
    result.envelopeSender = result.from
    result.replyTo = address("reply_to", otherwise: "noreply")
    result.site = site
    result.entries = settings.entries(isWanted: { name, _ in name == "global" }) { name, path in
      ([name] + path.filter { !$0.isEmpty }).joined(separator: ".")
    }
    .filter { entry in ["smtp", "email", "hosts"].contains { entry.name.hasPrefix("global.\($0).") } }
    result.faults = settings.faults
    result.remarks = settings.remarks + remarks(result)
    return result
  }

  private func global<Value>(_ path: [String], read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    settings.setting((["global"] + path).joined(separator: "."), "global", path, read: read)
  }

  private func smtp<Value>(_ key: String, read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    global(["smtp", key], read: read)
  }

  /// The address that is set, or `localPart` at the domain of all hosts.
  private func address(_ key: String, otherwise localPart: String) -> Setting<String> {
    let own = global(["email", key], read: SettingValue<String>.text)
    guard own.isAbsent || own.value == "" else { return own }
    let domain = global(["hosts", "domain"], read: SettingValue<String>.text)
    return domain.isAbsent ? Setting(own.name, .absent, own.place) : domain.map { .read("\(localPart)@\($0)") }
  }

  /// A flag of a template of Helm, where an empty text is false.
  private static func flag(_ value: Literal.Value) -> SettingValue<Bool> {
    if case .string(let text) = value { return text.isEmpty ? .absent : .read(text != "false") }
    return SettingValue<Bool>.rubyFlag(value)
  }

  private var transport: Setting<MailTransport> {
    let graph = global(["appConfig", "microsoft_graph_mailer", "enabled"], read: Self.flag)
    if graph.value == true { return graph.map { _ in .read(.service) } }
    return smtp("enabled", read: Self.flag).map { .read($0 ? .smtp : .sendmail) }
  }

  /// The name that is set for GitLab, or `gitlab` below the domain.
  private var site: Setting<String> {
    let name = global(["hosts", "gitlab", "name"], read: SettingValue<String>.text)
    if !name.isAbsent { return name }
    let suffix = global(["hosts", "hostSuffix"], read: SettingValue<String>.text).value.map { "-\($0)" } ?? ""
    return global(["hosts", "domain"], read: SettingValue<String>.text).map { .read("gitlab\(suffix).\($0)") }
  }

  /// The chart writes user and password out for the mechanisms that it knows only, of which plain is its own value.
  private func login(_ result: inout SubmissionSettings) {
    result.mechanism = smtp("authentication", read: RubyText.mechanism)
    result.userName = smtp("user_name", read: SettingValue<String>.text)
    let choice: Setting<Bool> = smtp("authentication") { value in
      guard case .string(let text) = value else { return .read(false) }
      return .read(["login", "plain", "cram_md5"].contains(text))
    }
    result.authenticates =
      choice.value == false || choice.isUnknown ? choice : result.userName.map { .read(!$0.isEmpty) }
    // What is read is the name of a secret of Kubernetes.
    result.secret = global(["smtp", "password", "secret"], read: SettingValue<SecretTrace>.secret)
    let own = smtp("password", read: SettingValue<SecretTrace>.secret)
    if own.value != nil {
      result.secret = Setting(own.name, .malformed("it takes the name of a secret, not a password"), own.place)
    }
  }

  private func remarks(_ result: SubmissionSettings) -> [SettingRemark] {
    let (tls, automatic) = (smtp("tls", read: Self.flag), smtp("starttls_auto", read: Self.flag))
    guard tls.value == true, automatic.value == true, let place = automatic.place else { return [] }
    return [
      SettingRemark(place: place, message: GitLabRelease.exclusion("global.smtp.tls", "global.smtp.starttls_auto"))
    ]
  }
}
