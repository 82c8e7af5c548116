import ApplicationSettings
import AuditModel

extension PostfixParameters {
  /// What mends each of the findings; a table of passwords and networks are for their owner to name.
  func repairs(_ hints: RepairHints) -> [SettingsChange] {
    let findings = tls + login + [brackets, origin] + server
    return findings.compactMap { $0.flatMap { repair($0.subject, hints) } }
  }

  private func repair(_ name: String, _ hints: RepairHints) -> SettingsChange? {
    let text = settings.entry(name)?.plainText ?? ""
    switch name {
    case "smtp_tls_security_level":
      return text == "none" ? .parameter(name, "may") : .parameter("smtp_dns_support_level", "dnssec")
    case "smtp_tls_wrappermode": return .parameter("smtp_tls_security_level", "encrypt")
    case "smtp_sasl_security_options", "smtp_sasl_tls_security_options":
      // Over TLS that is not required the password would go out in clear text.
      let isRequired = settings.security.value == .startTLS || settings.security.value == .implicitTLS
      return isRequired ? .parameter(name, "noanonymous") : nil
    case "relayhost":
      // The table of passwords is asked for the same text.
      guard settings.entry("smtp_sasl_password_maps") == nil, let colon = text.lastIndex(of: ":") else { return nil }
      return .parameter(name, "[\(text[..<colon])]\(text[colon...])")
    case "myorigin": return hints.hostName.map { .parameter(name, $0) }
    case "smtpd_tls_auth_only": return .parameter(name, "yes")
    case "smtpd_forbid_bare_newline": return .parameter(name, "normalize")
    default: return nil
    }
  }
}
