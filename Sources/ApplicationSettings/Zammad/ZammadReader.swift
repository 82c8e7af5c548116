/// Reads what Zammad writes or takes of its channels as JSON: `auto_wizard.json`, and what `/api/v1/channels_email` answers.
struct ZammadReader {
  private let settings: LiteralSettings
  /// The channel that is judged: the one of notifications that is active, or else the first that is.
  private let channel: LiteralSettings.Found?
  private let others: [LiteralSettings.Found]

  static func read(_ files: [SettingsFile]) -> SubmissionSettings {
    let settings = LiteralSettings(files) { octets in
      JSONScript.read(octets, keeping: ["Channels", "Settings", "EmailAddresses", "assets"])
    }
    let all = items(["Channels"], ["assets", "Channel"], settings).filter { channel in
      channel.literal.descending(["options", "outbound"]) != nil
        && channel.literal.descending(["active"])?.value != .boolean(false)
    }
    let judged =
      all.firstIndex { $0.literal.descending(["area"])?.value == .string("Email::Notification") }
      ?? all.indices.first
    let others = all.indices.filter { $0 != judged }.map { all[$0] }
    return ZammadReader(settings: settings, channel: judged.map { all[$0] }, others: others).submission
  }

  /// The elements of an array, or of an object whose names are numbers.
  private static func items(_ array: [String], _ object: [String], _ settings: LiteralSettings) -> [LiteralSettings
    .Found]
  {
    for path in [array, object] {
      guard let found = settings.find(path[0], Array(path.dropFirst())), case .list(let entries) = found.literal.value
      else { continue }
      return entries.map { LiteralSettings.Found(literal: $0.value, isConditional: false, file: found.file) }
    }
    return []
  }

  private var submission: SubmissionSettings {
    var result = SubmissionSettings(.zammad, transport: transport)
    result.host = option("host", read: SettingValue<String>.text)
    result.port = option("port", read: SettingValue<Int>.number)
    result.security = security
    result.verification = verification
    result.greetingName = option("domain", read: SettingValue<String>.text)
    result.userName = option("user", read: SettingValue<String>.text)
    result.authenticates = result.userName.map { .read(!$0.isEmpty) }
    result.mechanism = option("authentication", read: RubyText.mechanism)
    result.secret = option("password", read: SettingValue<SecretTrace>.secret)
    result.site = named("fqdn")
    result.from = sender
    result.envelopeSender = result.from
    result.entries = entries
    result.faults = settings.faults
    result.remarks = settings.remarks + remarks
    return result
  }

  private func option<Value>(_ key: String, read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    let name = "outbound.options.\(key)"
    guard let channel else { return Setting(name, .absent) }
    return settings.setting(name, in: channel, ["options", "outbound", "options", key], read: read)
  }

  private var transport: Setting<MailTransport> {
    guard let channel else { return Setting("Channels", .absent) }
    return settings.setting("outbound.adapter", in: channel, ["options", "outbound", "adapter"]) { value in
      switch value {
      case .string("smtp"): .read(.smtp)
      case .string("sendmail"): .read(.sendmail)
      case .string: .read(.service)
      default: .malformed("Zammad knows smtp and sendmail")
      }
    }
  }

  /// `ssl` means TLS from the first octet; without it STARTTLS is used when it is offered.
  private var security: Setting<ConnectionSecurity> {
    let implicit = option("ssl", read: SettingValue<Bool>.phpFlag)
    if implicit.isUnknown || implicit.value == true { return implicit.map { _ in .read(.implicitTLS) } }
    let automatic = option("enable_starttls_auto", read: SettingValue<Bool>.phpFlag)
    if automatic.isAbsent { return implicit.map { _ in .read(.startTLSIfOffered) } }
    return automatic.map { .read($0 ? .startTLSIfOffered : .none) }
  }

  private var verification: Setting<CertificateVerification> {
    let flag = option("ssl_verify", read: SettingValue<Bool>.phpFlag)
    if !flag.isAbsent { return flag.map { .read($0 ? .full : .none) } }
    let mode = option("openssl_verify_mode", read: OpenSSLVerifyMode.verification)
    return mode.isAbsent ? Setting(flag.name, .absent, flag.place) : mode
  }

  /// A setting of the database that the file carries.
  private func named(_ name: String) -> Setting<String> {
    let found = Self.items(["Settings"], ["assets", "Setting"], settings).last {
      $0.literal.descending(["name"])?.value == .string(name)
    }
    guard let found else { return Setting(name, .absent) }
    let own = settings.setting(name, in: found, ["value"], read: SettingValue<String>.text)
    return own.isAbsent
      ? settings.setting(name, in: found, ["state_current", "value"], read: SettingValue<String>.text) : own
  }

  /// The sender of notifications, whose `#{config.fqdn}` Zammad fills in.
  private var sender: Setting<String> {
    let own = named("notification_sender")
    let site = named("fqdn").value
    return own.map { text in
      let name = "#{config.fqdn}"
      guard let range = text.firstRange(of: name) else { return .read(text) }
      return site.map { .read(text.replacingCharacters(in: range, with: $0)) } ?? .computed(name)
    }
  }

  private var entries: [SettingEntry] {
    settings.entries(isWanted: { name, _ in ["Channels", "assets"].contains(name) }) { _, path in
      path.filter { !$0.isEmpty }.joined(separator: ".")
    }
    .filter { $0.name.contains("outbound") }
  }

  private var remarks: [SettingRemark] {
    others.prefix(SettingsLimits.faults).compactMap { other in
      guard let area = other.literal.descending(["area"])?.value.joinable, area.hasPrefix("Email::") else { return nil }
      return SettingRemark(
        place: settings.place(other.literal.range.lowerBound, in: other.file),
        message: "this channel (\(area)) sends by itself, and is not judged here")
    }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
