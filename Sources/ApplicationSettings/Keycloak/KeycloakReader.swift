/// Reads `smtpServer` of a realm, or of the first of several that has one.
struct KeycloakReader {
  private let settings: LiteralSettings

  static func read(_ files: [SettingsFile]) -> SubmissionSettings {
    KeycloakReader(settings: LiteralSettings(files, read: realm)).submission
  }

  /// The realm of a file: an export of a server is an array of them.
  private static func realm(_ octets: [UInt8]) -> LiteralScript {
    var script = JSONScript.read(octets, keeping: ["realm", "smtpServer"])
    guard let whole = script.assignments.first, whole.variable == "", case .list(let realms) = whole.value.value else {
      return script
    }
    let index = realms.firstIndex { hasServer($0.value) } ?? 0
    script.assignments = []
    for (number, realm) in realms.enumerated() {
      guard case .list(let entries) = realm.value.value else { continue }
      if number == index {
        script.assignments = entries.map {
          Assignment(variable: $0.key ?? "", path: [], value: $0.value, isConditional: false)
        }
      } else if hasServer(realm.value), script.remarks.count < SettingsLimits.faults {
        let name = realm.value.descending(["realm"])?.value.joinable ?? "another one"
        script.remarks.append(
          (realm.value.range.lowerBound, "the realm \(name) has a mail server of its own, which is not judged here"))
      }
    }
    return script
  }

  private static func hasServer(_ realm: Literal) -> Bool {
    guard case .list(let entries)? = realm.descending(["smtpServer"])?.value else { return false }
    return !entries.isEmpty
  }

  private var submission: SubmissionSettings {
    var result = SubmissionSettings(.keycloak, transport: transport)
    result.host = text("host")
    result.port = server("port", read: SettingValue<Int>.number)
    result.security = security
    result.authenticates = flag("auth")
    result.mechanism = text("authType").map { $0 == "token" ? .read("XOAUTH2") : .absent }
    result.userName = text("user")
    result.secret = secret
    result.from = text("from")
    result.envelopeSender = text("envelopeFrom")
    result.replyTo = text("replyTo")
    result.timeout = server("connectionTimeout", read: SettingValue<Int>.number).map { .read($0 / 1_000) }
    result.debug = flag("debug")
    result.entries = settings.entries(isWanted: { name, _ in name == "smtpServer" }) { name, path in
      ([name] + path).joined(separator: ".")
    }
    result.faults = settings.faults
    result.remarks = settings.remarks
    return result
  }

  private func server<Value>(_ key: String, read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    settings.setting("smtpServer.\(key)", "smtpServer", [key], read: read)
  }

  /// An empty text is what the form writes for nothing.
  private func text(_ key: String) -> Setting<String> {
    server(key) { value in value == .string("") ? .absent : SettingValue<String>.text(value) }
  }

  /// Only the text `true` is true.
  private func flag(_ key: String) -> Setting<Bool> {
    server(key) { value in
      switch value {
      case .string(""), .null: .absent
      case .string(let text): .read(text == "true")
      case .boolean(let flag): .read(flag)
      default: .malformed("it is neither true nor false")
      }
    }
  }

  private var transport: Setting<MailTransport> {
    settings.setting("smtpServer", "smtpServer", []) { value in
      switch value {
      case .list(let entries): entries.isEmpty ? .absent : .read(.smtp)
      case .null: .absent
      default: .malformed("it holds no settings")
      }
    }
  }

  /// `ssl` goes before `starttls`, which Jakarta Mail takes when it is offered, and does without otherwise.
  private var security: Setting<ConnectionSecurity> {
    let implicit = flag("ssl")
    if implicit.isUnknown || implicit.value == true { return implicit.map { _ in .read(.implicitTLS) } }
    return flag("starttls").map { .read($0 ? .startTLSIfOffered : .none) }
  }

  /// An export hides the password by asterisks.
  private var secret: Setting<SecretTrace> {
    server("password") { value in
      guard case .string(let text) = value else { return SettingValue<SecretTrace>.secret(value) }
      if text.isEmpty { return .absent }
      return text.allSatisfy { $0 == "*" } ? .computed("the export hides it") : .read(SecretTrace(text))
    }
  }
}
