/// Reads `main.cf`: the parameters of the SMTP client, `smtp_…`, and the names; and the table of logins that it names, when
/// it is among the files.
struct PostfixReader {
  private let settings: LiteralSettings
  /// The table of logins; nil where it was not given.
  private let logins: LiteralSettings?

  static func read(_ files: [SettingsFile]) -> SubmissionSettings {
    let all = LiteralSettings(files, read: MainCFScript.read)
    let table = all.setting("", maps, [], read: SettingValue<String>.word).value.flatMap(PostfixTable.fileName)
    let tables = files.filter { $0.baseName == table }
    let others = files.filter { $0.baseName != table }
    return PostfixReader(
      settings: LiteralSettings(others, read: MainCFScript.read),
      logins: tables.isEmpty ? nil : LiteralSettings(tables, read: PostfixTable.read)
    ).submission
  }

  private static let maps = "smtp_sasl_password_maps"

  private var submission: SubmissionSettings {
    let relay = key("relayhost", read: SettingValue<String>.word)
    var result = SubmissionSettings(.postfix, transport: relay.map { _ in .read(.smtp) })
    // Several relays may stand there; the first is asked first.
    let first: Setting<ServerText> = relay.map { text in
      .read(ServerText(String(text.split { ", \t".contains($0) }.first ?? "")))
    }
    result.host = first.map { .read($0.host) }
    let port = first.map { $0.portValue }
    result.port = Setting("the port in relayhost", port.content, port.place)
    result.security = security
    result.verification = verification
    result.authorities = key("smtp_tls_CAfile", read: SettingValue<String>.word)
    result.authenticates = flag("smtp_sasl_auth_enable")
    result.mechanism = key("smtp_sasl_mechanism_filter", read: SettingValue<String>.word)
    result.userName = userName
    result.secret = secret
    names(&result)
    result.entries = settings.entries { _, _ in
      true
    } name: { name, _ in
      name
    }
    result.entries +=
      logins?.entries(isWanted: { name, _ in name == PostfixTable.user }) { _, path in
        "the login of " + path.joined()
      } ?? []
    result.faults = settings.faults + (logins?.faults ?? [])
    result.remarks = remarks + missing
    return result
  }

  private func key<Value>(_ name: String, read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    settings.setting(name, name, [], read: read)
  }

  private func flag(_ name: String) -> Setting<Bool> { key(name, read: SettingValue<Bool>.yesOrNo) }

  /// Where `smtp_helo_name` and the Message-ID are not set otherwise, they follow `myhostname`.
  private func names(_ result: inout SubmissionSettings) {
    let host = key("myhostname", read: SettingValue<String>.word)
    result.greetingName = key("smtp_helo_name", read: SettingValue<String>.word).otherwise(host)
    result.messageIDHost = host
  }

  private var userName: Setting<String> {
    login(PostfixTable.user, read: SettingValue<String>.text) { .read($0) }
  }

  private var secret: Setting<SecretTrace> {
    login(PostfixTable.password, read: SettingValue<SecretTrace>.secret) { .read(SecretTrace($0)) }
  }

  /// The relay as it is written, by which its login is looked up.
  private var relay: String? {
    key("relayhost", read: SettingValue<String>.word).value?.split { ", \t".contains($0) }.first.map(String.init)
  }

  /// What the table of logins says for the relay as it is written, or for its name alone. `static:` holds user and password
  /// itself; others are files, which may not have been given.
  private func login<Value>(
    _ part: String, read: (Literal.Value) -> SettingValue<Value>, own: (String) -> SettingValue<Value>
  ) -> Setting<Value> {
    let table = key(Self.maps, read: SettingValue<String>.word)
    guard let logins, let relay, !choosesBySender else {
      return table.map { table in
        let parts = table.split(separator: ":", maxSplits: 2).map(String.init)
        guard parts.count == 3, parts[0] == "static" else { return .computed("a lookup table") }
        return own(parts[part == PostfixTable.user ? 1 : 2])
      }
    }
    let name = "the \(part) of \(relay) in \(Self.maps)"
    let row = logins.setting(name, part, [relay], read: read)
    return row.otherwise(logins.setting(name, part, [ServerText(relay).host], read: read))
  }

  /// Whether the sender of a message is looked up before the relay.
  private var choosesBySender: Bool { flag("smtp_sender_dependent_authentication").value == true }

  /// A relay without a row: Postfix does not log in, and says nothing.
  private var missing: [SettingRemark] {
    guard logins != nil, let relay, userName.isAbsent,
      let place = key(Self.maps, read: SettingValue<String>.word).place
    else { return [] }
    return [
      SettingRemark(
        place: place,
        message: "the table has no row for \(relay): write the key as relayhost has it, and run postmap on the file")
    ]
  }

  // MARK: TLS

  private var level: Setting<String> { key("smtp_tls_security_level", read: SettingValue<String>.word) }

  /// Levels, and the switches from before there were levels.
  private var security: Setting<ConnectionSecurity> {
    let wrapper = flag("smtp_tls_wrappermode")
    if wrapper.value == true { return wrapper.map { _ in .read(.implicitTLS) } }
    let current = level.map { level -> SettingValue<ConnectionSecurity> in
      switch level {
      case "none": .read(.none)
      case "may", "dane": .read(.startTLSIfOffered)
      case "encrypt", "dane-only", "fingerprint", "verify", "secure": .read(.startTLS)
      default: .malformed("there is no level \(level)")
      }
    }
    let enforced = flag("smtp_enforce_tls").map { $0 ? SettingValue.read(ConnectionSecurity.startTLS) : .absent }
    let used = flag("smtp_use_tls").map { $0 ? SettingValue.read(ConnectionSecurity.startTLSIfOffered) : .absent }
    return current.otherwise(enforced.otherwise(used.otherwise(current)))
  }

  /// A level above `encrypt` verifies; TLSA records count as chain and name, RFC 7672 §3.1.
  private var verification: Setting<CertificateVerification> {
    level.map { ["dane-only", "fingerprint", "verify", "secure"].contains($0) ? .read(.full) : .absent }
  }

  private var remarks: [SettingRemark] {
    let maps = ["sender_canonical_maps", "canonical_maps", "smtp_generic_maps", "sender_dependent_relayhost_maps"]
    return maps.compactMap { name in
      let found = key(name, read: SettingValue<String>.word)
      guard !found.isAbsent, let place = found.place else { return nil }
      let what = name.hasPrefix("sender_dependent") ? "chooses other relays for some senders" : "changes addresses"
      return SettingRemark(place: place, message: "the table of \(name) \(what), and is not read")
    }
  }
}
