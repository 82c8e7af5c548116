import ApplicationSettings
import AuditModel
import Providers

/// What mends a login, a sender or a server.
extension SettingsCheck {
  /// A login that is off though user and password are there; a mechanism that nobody uses, or nobody knows.
  static func loginRepair(_ settings: SubmissionSettings) -> [SettingsChange] {
    let hasUser = settings.userName.value?.isEmpty == false
    let hasSecret = settings.secret.value?.isEmpty == false
    if settings.authenticates.value != true, hasUser, hasSecret { return [.login] }
    guard let name = settings.mechanism.value else { return [] }
    if settings.userName.isAbsent, settings.secret.isAbsent {
      return settings.mechanism.place.map { [.removal($0)] } ?? []
    }
    // PLAIN is what every server takes inside of TLS, RFC 4616.
    let known = settings.application.habits.mechanisms
    return !known.contains(name.lowercased()) && known.contains("plain") ? [.mechanism("plain")] : []
  }

  /// The address that was named, or the login where the server refuses any other.
  static func senderRepair(_ settings: SubmissionSettings, _ hints: RepairHints) -> [SettingsChange] {
    let isRefused = appSender.outcome(settings).findings.contains { $0.verdict == .fail }
    return (isRefused ? hints.from(for: settings) : hints.from).map { [.from($0)] } ?? []
  }

  /// The address that was named, or that of From.
  static func envelopeRepair(_ settings: SubmissionSettings, _ hints: RepairHints) -> [SettingsChange] {
    let author = settings.prediction.from.value.flatMap { text in
      SenderText.domain(text).flatMap { InnerName.fault($0) == nil ? SenderText.address(text) : nil }
    }
    return (hints.from ?? author).map { [.envelopeSender($0)] } ?? []
  }

  /// The address that was named, or the login where the provider takes no other.
  static func replyRepair(_ settings: SubmissionSettings, _ hints: RepairHints) -> [SettingsChange] {
    let takesLogin = settings.service?.provider.senderRule?.rule == "must-equal-login"
    return (hints.from ?? (takesLogin ? settings.loginAddress : nil)).map { [.replyTo($0)] } ?? []
  }

  /// The one user name of all customers, and the only server that still serves.
  static func providerRepair(_ settings: SubmissionSettings) -> [SettingsChange] {
    guard let service = settings.service else { return [] }
    var changes: [SettingsChange] = []
    if let name = service.provider.userName?.literal, settings.userName.value?.isEmpty == false,
      settings.userName.value != name
    {
      changes.append(.userName(name))
    }
    let current = service.provider.hosts.filter { $0.state == .current && !$0.isTestSink }
    if service.host.state != .current, current.count == 1, let host = current.first, !host.isPattern,
      settings.predictedPort.value.flatMap({ Int($0) }).map({ !host.modes(ofPort: $0).isEmpty }) == true
    {
      changes.append(.server(host.name))
    }
    return changes
  }

  /// The server without what does not belong to its name.
  static func serverRepair(_ settings: SubmissionSettings) -> [SettingsChange] {
    guard let host = settings.host.value, !host.contains("@") else { return [] }
    if host.isEmpty { return settings.likelyServer.map { [.server($0.host)] } ?? [] }
    let server = host.prefix { $0 != "/" }
    guard let colon = server.firstIndex(of: ":"), let port = Int(server[server.index(after: colon)...]) else {
      return server.isEmpty || server.count == host.count ? [] : [.server(String(server))]
    }
    let name = SettingsChange.server(String(server[..<colon]))
    return settings.port.isAbsent ? [name, .port(port)] : [name]
  }
}

extension SubmissionSettings {
  /// Port and mode that the provider is known to serve, or those of submission where there is a login (RFC 6409 §3.1);
  /// a relay without one may serve neither.
  var submission: [SettingsChange] {
    let known = service?.host.ports.filter { $0.basis.allowsFailure && $0.tls != .none && $0.number != 25 } ?? []
    if let best = known.first(where: { $0.tls == .implicit }) ?? known.first {
      return [.security(best.tls == .implicit ? .implicitTLS : .startTLS, port: best.number)]
    }
    return authenticates.value == true ? [.security(.startTLS, port: 587)] : []
  }
}
