/// Writes `$wgSMTP` and the variables beside it.
struct MediaWikiWriter: SettingsWriter {
  let syntax = SettingsSyntax.php

  func assignments(_ change: SettingsChange, _ settings: SubmissionSettings) -> [SettingAssignment]? {
    switch change {
    case .greetingName(let name): [smtp("localhost", .text(name))]
    // Without SMTP the name follows $wgServer alone.
    case .messageIDHost(let name): settings.transport.value == .smtp ? [smtp("IDHost", .text(name))] : nil
    case .from(let address): [global("$wgPasswordSender", .text(address))]
    case .security(let mode, let port): security(mode, port, settings.host.value)
    case .fullVerification:
      [
        ssl("verify_peer", true), ssl("verify_peer_name", true), ssl("allow_self_signed", false)
      ]
    case .noDebug: [smtp("debug", .flag(false))]
    case .usersInReplyTo: [global("$wgUserEmailUseReplyTo", .flag(true))]
    case .login: [smtp("auth", .flag(true))]
    case .server(let name): [smtp("host", .text((settings.scheme.map { $0 + "://" } ?? "") + name))]
    case .port(let number): [smtp("port", .number(number))]
    case .userName(let name): [smtp("username", .text(name))]
    case .mechanism(let name): [smtp("auth", .text(name))]
    case .replyTo(let address): [global("$wgNoReplyAddress", .text(address))]
    case .confirmedAddresses: [global("$wgEmailAuthentication", .flag(true))]
    // The sender of the envelope is $wgPasswordSender.
    case .envelopeSender, .parameter, .removal, .quoting: nil
    }
  }

  /// The scheme in front of the host means TLS from the first octet; without one PEAR takes STARTTLS with the login.
  private func security(_ mode: ConnectionSecurity, _ port: Int?, _ host: String?) -> [SettingAssignment]? {
    guard let host, mode != .none else { return nil }
    let address = smtp("host", .text(mode == .implicitTLS ? "ssl://" + host : host))
    return [address] + (port.map { [smtp("port", .number($0))] } ?? [])
  }

  private func smtp(_ key: String, _ value: SettingAssignment.Value) -> SettingAssignment {
    SettingAssignment(variable: "$wgSMTP", path: [key], value: value)
  }

  private func ssl(_ key: String, _ flag: Bool) -> SettingAssignment {
    SettingAssignment(
      variable: "$wgSMTP", path: ["socket_options", "ssl", key], value: .flag(flag), isOnlyChanged: true)
  }

  private func global(_ name: String, _ value: SettingAssignment.Value) -> SettingAssignment {
    SettingAssignment(variable: name, path: [], value: value)
  }

  /// One array, since PHP 8.1 warns of keys that are set on `false`, the default.
  func example(_ wish: ExampleWish) -> [String] {
    let host = wish.security == .implicitTLS ? "ssl://" + wish.host : wish.host
    let login: [SettingAssignment] =
      wish.userName.map { [smtp("username", .text($0)), smtp("password", .text(ExampleWish.password))] } ?? []
    let keys =
      [
        smtp("host", .text(host)), smtp("port", .number(wish.port)), smtp("auth", .flag(wish.userName != nil))
      ] + login + [smtp("localhost", .text(wish.hostName)), smtp("IDHost", .text(wish.hostName))]
    let pairs = keys.map { "  '\($0.path[0])' => \($0.value.quoted())," }
    let others = [
      global("$wgPasswordSender", .text(wish.from)), global("$wgEmergencyContact", .text(wish.from)),
      global("$wgUserEmailUseReplyTo", .flag(true))
    ]
    return ["$wgSMTP = ["] + pairs + ["];"] + syntax.lines(others)
  }
}
