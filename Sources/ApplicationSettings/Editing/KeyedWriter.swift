/// Where an application has a setting.
struct SettingKey: Sendable {
  /// The variable, the section or the outermost name.
  let variable: String
  /// The keys below it.
  var path: [String]

  init(_ variable: String, _ path: String...) { (self.variable, self.path) = (variable, path) }

  /// The setting with a value.
  func set(_ value: SettingAssignment.Value) -> SettingAssignment {
    SettingAssignment(variable: variable, path: path, value: value)
  }

  /// The setting with a value, changed only where it stands.
  func change(_ value: SettingAssignment.Value) -> SettingAssignment {
    SettingAssignment(variable: variable, path: path, value: value, isOnlyChanged: true)
  }
}

/// Where an application has each setting; nil where it has none.
struct SettingKeys: Sendable {
  var host: SettingKey?
  var port: SettingKey?
  var userName: SettingKey?
  var secret: SettingKey?
  var mechanism: SettingKey?
  var greetingName: SettingKey?
  var messageIDHost: SettingKey?
  var from: SettingKey?
  var envelopeSender: SettingKey?
  var replyTo: SettingKey?
  /// What stands there when the certificate is verified.
  var verification: [SettingAssignment] = []
  /// What stands there when the dialogue is not shown.
  var debug: [SettingAssignment] = []
  /// What stands there when the client logs in, where that is said beside the user name.
  var login: [SettingAssignment] = []
}

/// Writes settings that differ by their keys alone.
struct KeyedWriter: SettingsWriter {
  let syntax: SettingsSyntax
  /// The syntax of files that have another one.
  var otherSyntax: @Sendable (SettingsFile) -> SettingsSyntax? = { _ in nil }
  /// Files that are read, and not written.
  var isOnlyRead: @Sendable (SettingsFile) -> Bool = { _ in false }
  /// The keys, which may depend on what was read.
  let keys: @Sendable (SubmissionSettings) -> SettingKeys
  /// What secures the connection, beside the port; nil when nothing can.
  let modes: @Sendable (ConnectionSecurity, SubmissionSettings) -> [SettingAssignment]?
  /// What an example without TLS says, where TLS is the default.
  var clear: [SettingAssignment] = []
  /// Server and port in one text, where they stand together.
  var server: (@Sendable (String, Int?) -> String)?
  /// What an example begins with, and what it ends with.
  var opening: [SettingAssignment] = []
  var ending: @Sendable (ExampleWish) -> [SettingAssignment] = { _ in [] }
  /// What the owner of an example has to know.
  var notes: @Sendable (ExampleWish) -> [String] = { _ in [] }
  /// Whether there is an example: some files hold no server.
  var hasExample = true
  /// Changes that take more than a key.
  var special: @Sendable (SettingsChange, SubmissionSettings) -> [SettingAssignment]? = { _, _ in nil }
  var family: [String] = []
  var needsNeighbour = false

  func writes(_ file: SettingsFile) -> Bool { !isOnlyRead(file) }

  func syntax(of file: SettingsFile) -> SettingsSyntax { otherSyntax(file) ?? syntax }

  func assignments(_ change: SettingsChange, _ settings: SubmissionSettings) -> [SettingAssignment]? {
    special(change, settings) ?? usual(change, keys(settings), settings)
  }

  private func usual(
    _ change: SettingsChange, _ keys: SettingKeys, _ settings: SubmissionSettings
  ) -> [SettingAssignment]? {
    switch change {
    case .greetingName(let name): one(keys.greetingName, name)
    case .messageIDHost(let name): one(keys.messageIDHost, name)
    case .from(let address): one(keys.from, address)
    case .envelopeSender(let address): one(keys.envelopeSender, address)
    case .replyTo(let address): one(keys.replyTo, address)
    case .userName(let name): one(keys.userName, name)
    case .mechanism(let name): one(keys.mechanism, name)
    case .server(let name): address(name, nil, keys, settings)
    case .port(let number): address(nil, number, keys, settings)
    case .security(let mode, let port): secure(mode, port, keys, settings)
    case .fullVerification: keys.verification.isEmpty ? nil : keys.verification
    case .noDebug: keys.debug.isEmpty ? nil : keys.debug
    case .login: keys.login.isEmpty ? nil : keys.login
    case .usersInReplyTo, .confirmedAddresses, .parameter, .removal, .quoting: nil
    }
  }

  private func one(_ key: SettingKey?, _ text: String) -> [SettingAssignment]? { key.map { [$0.set(.text(text))] } }

  private func secure(
    _ mode: ConnectionSecurity, _ port: Int?, _ keys: SettingKeys, _ settings: SubmissionSettings
  ) -> [SettingAssignment]? {
    guard mode != .none, let modes = modes(mode, settings) else { return nil }
    guard let port else { return modes }
    return address(nil, port, keys, settings).map { $0 + modes }
  }

  /// Server and port, of which the one that is not named stays as it is.
  private func address(
    _ name: String?, _ port: Int?, _ keys: SettingKeys, _ settings: SubmissionSettings
  ) -> [SettingAssignment]? {
    if let server {
      guard let host = name ?? settings.host.value, let key = keys.host else { return nil }
      return [key.set(.text(server(host, port ?? settings.port.value)))]
    }
    let host = name.map { name in keys.host.map { [$0.set(.text(name))] } } ?? []
    let number = port.map { port in keys.port.map { [$0.set(.number(port))] } } ?? []
    guard let host, let number else { return nil }
    return host + number
  }

  func example(_ wish: ExampleWish) -> [String] {
    guard hasExample else { return [] }
    var settings = SubmissionSettings(.mediawiki, transport: Setting("", .read(.smtp)))
    settings.host = Setting("", .read(wish.host))
    settings.port = Setting("", .read(wish.port))
    settings.authorities = Setting("", .read(ExampleWish.authorities))
    let keys = keys(settings)
    let login = wish.userName.map { name in
      [keys.userName?.set(.text(name)), keys.secret?.set(.text(ExampleWish.password))].compactMap { $0 } + keys.login
    }
    let mode = wish.security == .none ? clear : modes(wish.security, settings) ?? []
    let from = assignments(.from(wish.from), settings) ?? []
    let names = [
      keys.greetingName?.set(.text(wish.hostName)), keys.replyTo?.set(.text(wish.from)),
      keys.messageIDHost?.set(.text(wish.hostName))
    ].compactMap { $0 }
    let server = address(wish.host, wish.port, keys, settings) ?? []
    let all = opening + server + mode + (login ?? []) + from + names + ending(wish)
    return notes(wish).map { "# " + $0 } + syntax.lines(Self.grouped(all.filter { !$0.isOnlyChanged }))
  }

  /// What belongs to one block stands together, where the first of it does.
  private static func grouped(_ all: [SettingAssignment]) -> [SettingAssignment] {
    func owner(_ setting: SettingAssignment) -> [String] { [setting.variable] + setting.path.dropLast() }
    var order: [[String]] = []
    for setting in all where !order.contains(owner(setting)) { order.append(owner(setting)) }
    return order.flatMap { name in all.filter { owner($0) == name } }
  }
}
