/// The gem `mail` of Ruby, by which Rails applications send: what its settings of TLS come to.
struct RubyMail {
  /// Versions that differ.
  enum Version: String, Sendable {
    /// 2.8 with net-smtp 0.3 or later: `ssl` false hides what is said of STARTTLS.
    case hiding = "2.8"
    /// 2.9, and GitLab since 15.11, which patches 2.8 to do the same.
    case exact = "2.9"
  }

  /// `tls` and `ssl`: both mean TLS from the first octet.
  var tls: Setting<Bool>
  var ssl: Setting<Bool>
  /// `enable_starttls`: STARTTLS or no mail.
  var startTLS: Setting<RubyStartTLS>
  /// `enable_starttls_auto`: STARTTLS when it is offered.
  var automatic: Setting<Bool>

  /// How the connection is secured by one of `versions`; computed when they differ.
  func security(_ versions: [Version]) -> Setting<ConnectionSecurity> {
    for flag in [tls, ssl] where flag.value == true || flag.isUnknown { return flag.map { _ in .read(.implicitTLS) } }
    if startTLS.isUnknown { return startTLS.map { _ in .read(.startTLS) } }
    if automatic.isUnknown, startTLS.isAbsent || startTLS.value == .never {
      return automatic.map { _ in .read(.startTLSIfOffered) }
    }
    let (name, place) =
      !startTLS.isAbsent && (startTLS.value != .never || automatic.isAbsent)
      ? (startTLS.name, startTLS.place) : (automatic.name, automatic.place)
    let modes = versions.map(mode)
    guard let first = modes.first, modes.allSatisfy({ $0 == first }) else {
      let all = zip(versions, modes).map { "\($1.rawValue) with mail \($0.rawValue)" }.joined(separator: ", ")
      return Setting(ssl.name, .computed("it depends on the version of the gem mail: \(all)"), ssl.place)
    }
    if startTLS.isAbsent, automatic.isAbsent { return Setting(name, .absent, place) }
    return Setting(name, .read(first), place)
  }

  private func mode(_ version: Version) -> ConnectionSecurity {
    if version == .hiding, ssl.value == false { return .startTLSIfOffered }
    switch startTLS.value {
    case .always?: return .startTLS
    case .automatic?: return .startTLSIfOffered
    case .never?:
      if version == .hiding { return .none }
      return automatic.value == true ? .startTLSIfOffered : .none
    case nil: return automatic.value == false ? .none : .startTLSIfOffered
    }
  }
}

/// What `enable_starttls` of the gem can say.
enum RubyStartTLS: Sendable, Hashable {
  case always, automatic, never

  /// `true`, `false`, `always` or `auto`.
  static func read(_ value: Literal.Value) -> SettingValue<RubyStartTLS> {
    switch value {
    case .boolean(true): .read(.always)
    case .boolean(false): .read(.never)
    case .string(let text) where RubyText.bare(text) == "auto": .read(.automatic)
    case .string: .read(.always)
    case .null: .absent
    default: .malformed("it is neither true, false, always nor auto")
    }
  }
}

/// Texts that settings in YAML write as symbols of Ruby.
enum RubyText {
  /// Without the colon that makes a text a symbol.
  static func bare(_ text: String) -> String { text.hasPrefix(":") ? String(text.dropFirst()) : text }

  /// A text or a symbol.
  static func read(_ value: Literal.Value) -> SettingValue<String> {
    if case .string(let text) = value { return SettingValue<String>.text(.string(bare(text))) }
    return SettingValue<String>.text(value)
  }

  /// A mechanism of SASL; `none`, `false` and nothing at all are none.
  static func mechanism(_ value: Literal.Value) -> SettingValue<String> {
    switch value {
    case .boolean(false), .null: .absent
    case .string(let text) where ["", "none", "false"].contains(bare(text).lowercased()): .absent
    default: read(value)
    }
  }
}
