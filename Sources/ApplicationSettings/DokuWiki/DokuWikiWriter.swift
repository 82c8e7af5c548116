/// Writes `$conf` and the settings of the plugin `smtp` in it.
struct DokuWikiWriter: SettingsWriter {
  let syntax = SettingsSyntax.php

  func assignments(_ change: SettingsChange, _ settings: SubmissionSettings) -> [SettingAssignment]? {
    switch change {
    case .greetingName(let name): [plugin("localdomain", .text(name))]
    case .from(let address): [core("mailfrom", .text(address))]
    case .security(let mode, let port): security(mode, port)
    case .fullVerification: [insecure("smtp_allow_insecure"), insecure("allow_insecure")]
    case .noDebug: [plugin("debug", .number(0))]
    // Message-ID follows the address of the wiki; a user is put into From by mailfrom alone; a login follows the name.
    case .messageIDHost, .usersInReplyTo, .login, .mechanism, .replyTo, .confirmedAddresses, .parameter: nil
    case .envelopeSender(let address): [core("mailreturnpath", .text(address))]
    case .server(let name): [plugin("smtp_host", .text(name))]
    case .port(let number): [plugin("smtp_port", .number(number))]
    case .userName(let name): [plugin("auth_user", .text(name))]
    case .removal, .quoting: nil
    }
  }

  private func security(_ mode: ConnectionSecurity, _ port: Int?) -> [SettingAssignment]? {
    let word: [ConnectionSecurity: String] = [.implicitTLS: "ssl", .startTLS: "tls"]
    return word[mode].map { [plugin("smtp_ssl", .text($0))] + (port.map { [plugin("smtp_port", .number($0))] } ?? []) }
  }

  private func plugin(_ key: String, _ value: SettingAssignment.Value) -> SettingAssignment {
    SettingAssignment(variable: "$conf", path: ["plugin", "smtp", key], value: value)
  }

  private func insecure(_ key: String) -> SettingAssignment {
    SettingAssignment(variable: "$conf", path: ["plugin", "smtp", key], value: .number(0), isOnlyChanged: true)
  }

  private func core(_ key: String, _ value: SettingAssignment.Value) -> SettingAssignment {
    SettingAssignment(variable: "$conf", path: [key], value: value)
  }

  func example(_ wish: ExampleWish) -> [String] {
    let login: [SettingAssignment] =
      wish.userName.map { [plugin("auth_user", .text($0)), plugin("auth_pass", .text(ExampleWish.password))] } ?? []
    let all: [SettingAssignment] =
      [core("mailfrom", .text(wish.from)), plugin("smtp_host", .text(wish.host))]
      + (assignments(.security(wish.security, port: wish.port), SubmissionSettings.read([], of: .dokuwiki)) ?? [])
      + login + [plugin("localdomain", .text(wish.hostName))]
    return syntax.lines(all)
  }
}
