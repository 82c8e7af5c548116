/// Reads `ssmtp.conf`: `key=value`, the keys in any case.
struct SSMTPReader {
  private let settings: LiteralSettings

  static func read(_ files: [SettingsFile]) -> SubmissionSettings {
    SSMTPReader(settings: LiteralSettings(files, read: script)).submission
  }

  /// A sign `#` begins a comment anywhere, and a value ends at a blank or `=`.
  static func script(_ octets: [UInt8]) -> LiteralScript {
    let text = LineOctets(octets: octets)
    var script = LiteralScript()
    for line in text.lines {
      let comment = text.place(of: [UInt8(ascii: "#")], in: line)
      let whole = text.trimmed(line.lowerBound..<(comment ?? line.upperBound))
      guard let sign = text.place(of: [UInt8(ascii: "=")], in: whole) else { continue }
      let key = text.text(text.trimmed(whole.lowerBound..<sign)).lowercased()
      let behind = text.trimmed(sign + 1..<whole.upperBound)
      let value = key == "authpass" ? behind : text.split(behind, at: [UInt8(ascii: "=")]).word
      if let comment, value.upperBound == comment {
        script.fault(comment, "the value ends in front of this sign, which begins a comment; nothing keeps it")
      }
      // What is empty counts as not there.
      if !value.isEmpty { script.assign(key, [], .string(text.text(value)), value) }
    }
    return script
  }

  private var submission: SubmissionSettings {
    let hub = key("mailhub", read: SettingValue<String>.word)
    var result = SubmissionSettings(.ssmtp, transport: Setting("mailhub", .read(.smtp), hub.place))
    result.host = hub.map { .read(ServerText($0).host) }
    let behind = hub.map { ServerText($0).portValue }
    result.port = behind.otherwise(key("RemotePort", read: SettingValue<Int>.number))
    result.security = security
    // Some distributions build it with a check against this file; the file does not tell which.
    let authorities = key("TLS_CA_File", read: SettingValue<String>.word)
    result.authorities = authorities
    result.verification = authorities.map { _ in .computed("only patched builds look at TLS_CA_File") }
    result.greetingName = key("hostname", read: SettingValue<String>.word)
    result.userName = key("AuthUser", read: SettingValue<String>.word)
    result.secret = key("AuthPass", read: SettingValue<SecretTrace>.secret)
    result.authenticates = result.userName.map { _ in .read(true) }
    result.mechanism = key("AuthMethod", read: SettingValue<String>.word)
    result.debug = key("Debug") { SettingValue<Bool>.flag($0, yes: ["yes"], no: ["no"]) }
    result.entries = settings.entries { _, _ in
      true
    } name: { key, _ in
      Self.names[key] ?? key
    }
    result.faults = settings.faults
    result.remarks = remarks
    return result
  }

  /// The keys as the manual writes them.
  static let names: [String: String] = {
    let keys = [
      "root", "mailhub", "rewriteDomain", "hostname", "FromLineOverride", "UseTLS", "UseSTARTTLS", "UseTLSCert",
      "TLSCert", "TLSKey", "TLS_CA_File", "TLS_CA_Dir", "AuthUser", "AuthPass", "AuthMethod", "RemotePort", "Debug"
    ]
    return Dictionary(keys.map { ($0.lowercased(), $0) }) { first, _ in first }
  }()

  private func key<Value>(_ name: String, read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    settings.setting(name, name.lowercased(), [], read: read)
  }

  /// Whatever is not yes means no.
  private func flag(_ name: String) -> Setting<Bool> {
    key(name) { value in .read(value.joinable?.lowercased() == "yes") }
  }

  private var security: Setting<ConnectionSecurity> {
    let (startTLS, implicit) = (flag("UseSTARTTLS"), flag("UseTLS"))
    if startTLS.value == true { return startTLS.map { _ in .read(.startTLS) } }
    return implicit.map { .read($0 ? .implicitTLS : .none) }
  }

  private var remarks: [SettingRemark] {
    let isKept = flag("FromLineOverride")
    guard isKept.value != true, let place = key("mailhub", read: SettingValue<String>.word).place else { return [] }
    return [
      SettingRemark(
        place: isKept.place ?? place,
        message: "without FromLineOverride=YES the account and rewriteDomain take the place of the address in From")
    ]
  }
}
