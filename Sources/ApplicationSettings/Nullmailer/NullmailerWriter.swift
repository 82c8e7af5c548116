/// Writes the first server in `remotes`, one word for each setting, and the files that hold one name each.
struct NullmailerWriter: SettingsWriter {
  let syntax = SettingsSyntax(
    read: { NullmailerScript.read(SettingsFile(name: NullmailerScript.first, octets: $0)) }, literal: { $0.bare() },
    line: { _ in nil }, word: word)

  /// A file of one name: the name is all that stands there.
  func syntax(of file: SettingsFile) -> SettingsSyntax {
    guard NullmailerScript.single.contains(file.baseName) else { return syntax }
    return SettingsSyntax(read: syntax.read, literal: { $0.bare() }, line: { _ in nil })
  }

  func script(of file: SettingsFile) -> LiteralScript { NullmailerScript.read(file) }

  func assignments(_ change: SettingsChange, _ settings: SubmissionSettings) -> [SettingAssignment]? {
    switch change {
    case .greetingName(let name): [file("helohost", "me", settings.greetingName.name, name)]
    case .messageIDHost(let name): [file("idhost", "me", settings.messageIDHost.name, name)]
    case .port(let number): [remote("port").set(.number(number))]
    case .security(let mode, let port): secure(mode, port)
    case .fullVerification: [remote("insecure").change(.flag(false))]
    default: nil
    }
  }

  /// The file that was read, which has to be there.
  private func file(_ own: String, _ common: String, _ name: String, _ value: String) -> SettingAssignment {
    SettingKey(name.hasSuffix(" " + common) ? common : own).set(.text(value))
  }

  private func remote(_ key: String) -> SettingKey { SettingKey(NullmailerScript.first, key) }

  private func secure(_ mode: ConnectionSecurity, _ port: Int?) -> [SettingAssignment]? {
    let port = port.map { [remote("port").set(.number($0))] } ?? []
    if mode == .none { return port }
    let isImplicit = mode == .implicitTLS
    let old = isImplicit ? ["starttls"] : ["tls", "ssl"]
    return port + old.map { remote($0).change(.flag(false)) }
      + [remote(isImplicit ? "ssl" : "starttls").set(.flag(true))]
  }

  /// `--port=465`; what is false is no word at all.
  @Sendable private static func word(_ setting: SettingAssignment) -> String {
    let name = setting.path.last ?? ""
    if setting.value == .flag(false) { return "" }
    return setting.value == .flag(true) ? "--\(name)" : "--\(name)=\(setting.value.bare())"
  }

  func example(_ wish: ExampleWish) -> [String] {
    let login = wish.userName.map { [remote("user").set(.text($0)), remote("pass").set(.text(ExampleWish.password))] }
    let mode = secure(wish.security, wish.port)?.filter { $0.value != .flag(false) } ?? []
    let words = (mode + (login ?? [])).map { setting in
      let word = Self.word(setting)
      return word.contains(" ") ? "'\(word)'" : word
    }
    return [
      "# The file helohost holds \(wish.hostName), as does idhost; this is the file remotes.",
      ([wish.host, "smtp"] + words).joined(separator: " ")
    ]
  }
}
