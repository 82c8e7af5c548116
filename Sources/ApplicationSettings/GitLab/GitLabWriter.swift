/// Writes `gitlab_rails['…']`.
struct GitLabWriter: SettingsWriter {
  let syntax = SettingsSyntax.ruby

  func assignments(_ change: SettingsChange, _ settings: SubmissionSettings) -> [SettingAssignment]? {
    switch change {
    case .greetingName(let name): [rails("smtp_domain", .text(name))]
    case .from(let address): [rails("gitlab_email_from", .text(address))]
    case .security(let mode, let port): security(mode, port)
    case .fullVerification: [rails("smtp_openssl_verify_mode", .text("peer"))]
    // Message-ID follows external_url; GitLab has no debug of its own, no users in From, and logs in by the name.
    case .messageIDHost, .noDebug, .usersInReplyTo, .login, .confirmedAddresses, .parameter: nil
    case .server(let name): [rails("smtp_address", .text(name))]
    case .port(let number): [rails("smtp_port", .number(number))]
    case .userName(let name): [rails("smtp_user_name", .text(name))]
    case .mechanism(let name): [rails("smtp_authentication", .text(name))]
    case .replyTo(let address): [rails("gitlab_email_reply_to", .text(address))]
    // The sender of the envelope is gitlab_email_from.
    case .envelopeSender, .removal, .quoting: nil
    }
  }

  /// Both flags are said: the package writes out what is set, and the mail gem refuses both at once.
  private func security(_ mode: ConnectionSecurity, _ port: Int?) -> [SettingAssignment]? {
    guard mode == .implicitTLS || mode == .startTLS else { return nil }
    let isImplicit = mode == .implicitTLS
    var old = rails("smtp_ssl", .flag(isImplicit))
    old.isOnlyChanged = true
    return (port.map { [rails("smtp_port", .number($0))] } ?? []) + [
      rails("smtp_tls", .flag(isImplicit)), rails("smtp_enable_starttls_auto", .flag(!isImplicit)), old
    ]
  }

  private func rails(_ key: String, _ value: SettingAssignment.Value) -> SettingAssignment {
    SettingAssignment(variable: "gitlab_rails", path: [key], value: value)
  }

  func example(_ wish: ExampleWish) -> [String] {
    let login: [SettingAssignment] =
      wish.userName.map {
        [
          rails("smtp_user_name", .text($0)), rails("smtp_password", .text(ExampleWish.password)),
          rails("smtp_authentication", .text("plain"))
        ]
      } ?? []
    let all: [SettingAssignment] =
      [
        rails("smtp_enable", .flag(true)), rails("smtp_address", .text(wish.host)),
        rails("smtp_port", .number(wish.port))
      ] + login + [
        rails("smtp_domain", .text(wish.hostName)), rails("smtp_tls", .flag(wish.security == .implicitTLS)),
        rails("smtp_enable_starttls_auto", .flag(wish.security == .startTLS)),
        rails("smtp_openssl_verify_mode", .text("peer")), rails("gitlab_email_from", .text(wish.from)),
        rails("gitlab_email_reply_to", .text(wish.from))
      ]
    return syntax.lines(all)
  }
}
