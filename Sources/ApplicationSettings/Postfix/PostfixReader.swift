/// Reads `main.cf`: the parameters of the SMTP client, `smtp_…`, and the names.
struct PostfixReader {
  private let settings: LiteralSettings

  static func read(_ files: [SettingsFile]) -> SubmissionSettings {
    PostfixReader(settings: LiteralSettings(files, read: MainCFScript.read)).submission
  }

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
    result.secret = secret
    names(&result)
    result.entries = settings.entries { _, _ in
      true
    } name: { name, _ in
      name
    }
    result.faults = settings.faults
    result.remarks = remarks
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

  /// The table `static:` holds user and password itself; others are files.
  private var secret: Setting<SecretTrace> {
    key("smtp_sasl_password_maps", read: SettingValue<String>.word).map { table in
      guard table.hasPrefix("static:") else { return .computed("a lookup table") }
      return .read(SecretTrace(table.split(separator: ":").last.map(String.init) ?? ""))
    }
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
