import ApplicationSettings
import AuditModel

/// What is wrong with the parameters of `main.cf`; nil for each that is not.
struct PostfixParameters {
  let settings: SubmissionSettings

  /// The value that counts; nil when it is not set, or computed.
  private func value(_ name: String) -> String? { settings.entry(name)?.plainText }

  private func isOn(_ name: String) -> Bool { value(name)?.lowercased() == "yes" }

  private func warning(_ name: String, _ statement: String, remedy: String) -> Finding {
    finding(.warn, name, statement, remedy: remedy)
  }

  private func finding(_ verdict: Verdict, _ name: String, _ statement: String, remedy: String? = nil) -> Finding {
    let entry = settings.entry(name)
    let evidence = Evidence(
      source: entry?.place.description ?? "main.cf",
      excerpt: entry.map { "\(name) = \($0.text)" } ?? "\(name) is not set")
    return Finding(verdict, subject: name, statement, evidence: [evidence], remedy: remedy)
  }

  // MARK: Relaying

  /// Prefixes shorter than this hold more than anybody owns.
  private static let widest = (ipv4: 8, ipv6: 16)

  var networks: Finding? {
    let name = "mynetworks"
    guard let entry = settings.entry(name) else { return nil }
    guard let text = entry.plainText else {
      return finding(.unknown, name, "The networks that may relay cannot be told: mynetworks is computed.")
    }
    let wide = text.split { ", \t".contains($0) }.first { network in
      guard let slash = network.lastIndex(of: "/"), let bits = Int(network[network.index(after: slash)...]) else {
        return false
      }
      return !network.hasPrefix("!") && bits < (network.contains(":") ? Self.widest.ipv6 : Self.widest.ipv4)
    }
    return wide.map {
      finding(
        .fail, name, "The network \($0) may relay through this server.",
        remedy: "Name your own networks alone, such as mynetworks = 127.0.0.0/8 [::1]/128.")
    }
  }

  // MARK: TLS

  private static let strictLevels: Set<String> = ["encrypt", "dane-only", "fingerprint", "verify", "secure"]

  var tls: [Finding?] {
    let name = "smtp_tls_security_level"
    let level = value(name) ?? ""
    let isUnset = settings.entry(name) == nil || settings.entry(name)?.plainText?.isEmpty == true
    let needsDNSSEC = level == "dane" || level == "dane-only"
    return [
      level == "none"
        ? warning(
          name, "Mail leaves without TLS.", remedy: "Set smtp_tls_security_level = may, or encrypt for a relay.")
        : nil,
      isOn("smtp_tls_wrappermode") && (isUnset || ["none", "may", "dane"].contains(level))
        ? warning(
          "smtp_tls_wrappermode", "TLS from the first octet needs the level encrypt or a higher one.",
          remedy: "Set smtp_tls_security_level = encrypt, or secure with smtp_tls_CAfile.") : nil,
      needsDNSSEC && value("smtp_dns_support_level") != "dnssec"
        && settings.entry("smtp_dns_support_level")?.isComputed != true
        ? warning(
          name, "The level \(level) sees no TLSA records, since DNSSEC is not asked for.",
          remedy: "Set smtp_dns_support_level = dnssec, with a resolver that validates on this machine.") : nil
    ]
  }

  // MARK: Login

  /// PLAIN and LOGIN send the password itself, which `noplaintext` forbids and Postfix forbids by default, inside TLS as
  /// well.
  var login: [Finding?] {
    guard isOn("smtp_sasl_auth_enable") else { return [] }
    var findings: [Finding?] = []
    if settings.entry("smtp_sasl_password_maps") == nil {
      findings.append(
        warning(
          "smtp_sasl_password_maps", "The login is switched on, and no table holds a password.",
          remedy: "Set smtp_sasl_password_maps = hash:/etc/postfix/sasl_passwd, and run postmap on that file."))
    }
    let inside = "smtp_sasl_tls_security_options"
    let name = settings.entry(inside) == nil ? "smtp_sasl_security_options" : inside
    let entry = settings.entry(name)
    let isForbidden = entry == nil || entry?.plainText?.contains("noplaintext") == true
    if isForbidden, settings.entry("smtp_sasl_mechanism_filter") == nil {
      findings.append(
        warning(
          name, "PLAIN and LOGIN are forbidden, and most relays offer nothing else.",
          remedy: "Set smtp_sasl_security_options = noanonymous, together with a level of TLS that is required."))
    }
    return findings
  }

  // MARK: Names

  var brackets: Finding? {
    guard let relay = value("relayhost"), !relay.hasPrefix("["), let colon = relay.lastIndex(of: ":") else {
      return nil
    }
    let port = relay[relay.index(after: colon)...].lowercased()
    guard ["465", "587", "submission", "submissions", "smtps"].contains(port) else { return nil }
    return warning(
      "relayhost", "Without brackets the relay is looked up by its MX records, not by its name.",
      remedy: "Write [\(relay[..<colon])]:\(port), the same in smtp_sasl_password_maps.")
  }

  var origin: Finding? {
    // A path names a file that holds the name.
    guard let origin = value("myorigin"), !origin.hasPrefix("/"), let fault = InnerName.fault(origin) else {
      return nil
    }
    return warning(
      "myorigin", "The name behind accounts without a domain, \(origin), \(fault).",
      remedy: "Set myorigin to a public domain of yours.")
  }

  // MARK: Server

  var server: [Finding?] {
    let level = value("smtpd_tls_security_level")
    let takesPasswords =
      isOn("smtpd_sasl_auth_enable") && !isOn("smtpd_tls_auth_only") && level != "encrypt"
      && settings.entry("smtpd_tls_auth_only")?.isComputed != true
    return [
      takesPasswords
        ? warning(
          "smtpd_tls_auth_only", "The server takes passwords over connections in clear text.",
          remedy: "Set smtpd_tls_auth_only = yes.") : nil,
      value("smtpd_forbid_bare_newline")?.lowercased() == "no"
        ? warning(
          "smtpd_forbid_bare_newline", "Lines that end without CR LF can smuggle a second message.",
          remedy: "Set smtpd_forbid_bare_newline = normalize.") : nil
    ]
  }
}
