import AuditModel
import DNS
import HostFiles
import Survey

extension HostCheck {
  static let appMTAPostfix = HostCheck(
    CheckDescription(
      id: "APP-MTA-POSTFIX",
      area: .appConfig,
      title: "The settings of Postfix support delivery",
      severity: .medium,
      severityReason: "common mistakes, some of which let strangers in",
      appliesWhen: "Postfix is the mail program",
      rule: """
        Fail when mynetworks holds all addresses, when the relay is used on port 465 without smtp_tls_wrappermode, or on another \
        port with it. Warn when TLS is switched off, and when a login may leave in clear text. A remark when the relay is \
        written without brackets: then the MX records of its name count. Unknown when main.cf could not be read.
        """,
      whyItMatters: "An open mynetworks makes a relay for spam; a wrong mode of TLS lets every connection hang.",
      remedy: "Change the setting with postconf -e, then postfix reload.",
      standards: ["Postfix §postconf(5)", "RFC 8314 §3.3", "RFC 5321 §7.9"]
    ),
    examples: [
      HostExample(.pass, "a relay with TLS", .postfix(good)),
      HostExample(.fail, "everybody may relay", .postfix("mynetworks = 0.0.0.0/0")),
      HostExample(.fail, "port 465 without its mode", .postfix("relayhost = [smtp.example.org]:465")),
      HostExample(.warn, "no TLS", .postfix("smtp_tls_security_level = none")),
      HostExample(.info, "a relay without brackets", .postfix("relayhost = smtp.example.org:587")),
      HostExample(.notApplicable, "another program", .exim("internet")),
      HostExample(.unknown, "settings that cannot be read", .postfix("") + ["/etc/postfix/main.cf": .hidden])
    ]
  ) { survey in
    guard survey.mail.program == .postfix else { return .notApplicable("Postfix is not the mail program") }
    guard let postfix = survey.mail.settings.value?.postfix else {
      return survey.mail.settings.unread("/etc/postfix/main.cf") ?? .notApplicable("/etc/postfix/main.cf is not there")
    }
    return .findings(networks(postfix) + relay(postfix) + transportSecurity(postfix))
  }

  private static let good = """
    relayhost = [smtp.example.org]:587
    smtp_sasl_auth_enable = yes
    smtp_sasl_security_options = noanonymous
    smtp_tls_security_level = encrypt
    """

  private static func networks(_ postfix: PostfixSettings) -> [Finding] {
    guard let setting = postfix.value("mynetworks") else { return [] }
    let words = setting.text.split { $0 == " " || $0 == "\t" || $0 == "," }
    guard let open = words.first(where: { ["0.0.0.0/0", "[::]/0", "::/0", "0/0"].contains($0) }) else { return [] }
    return [
      Finding(
        .fail, subject: "mynetworks",
        "Everybody on the Internet may send mail through this machine: mynetworks holds \(open).",
        evidence: [Evidence(setting)],
        remedy: "Run: postconf -e 'mynetworks = 127.0.0.0/8 [::1]/128', then postfix reload.")
    ]
  }

  /// postconf(5), relayhost and smtp_tls_wrappermode: port 465 begins with TLS.
  private static func relay(_ postfix: PostfixSettings) -> [Finding] {
    guard let setting = postfix.value("relayhost"), !setting.text.isEmpty else { return [] }
    let isBracketed = setting.text.hasPrefix("[")
    let rest = isBracketed ? setting.text.drop { $0 != "]" }.dropFirst() : setting.text.drop { $0 != ":" }
    let (port, wraps) = (rest.dropFirst(), postfix.flag("smtp_tls_wrappermode") ?? false)
    var evidence = [Evidence(setting)]
    if let mode = postfix.setting("smtp_tls_wrappermode") { evidence.append(Evidence(mode)) }
    var findings: [Finding] = []
    if ["465", "smtps", "submissions"].contains(port), !wraps {
      findings.append(
        Finding(
          .fail, subject: "relayhost", "Port 465 expects TLS from the first octet, and Postfix waits for a greeting.",
          evidence: evidence,
          remedy: """
            Run: postconf -e 'smtp_tls_wrappermode = yes' 'smtp_tls_security_level = encrypt', then postfix reload; or use port \
            587.
            """))
    }
    if ["587", "25", "submission", ""].contains(port), wraps {
      findings.append(
        Finding(
          .fail, subject: "relayhost",
          "Postfix begins with TLS, and port \(port.isEmpty ? "25" : port) begins in clear text.",
          evidence: evidence, remedy: "Run: postconf -e 'smtp_tls_wrappermode = no', then postfix reload."))
    }
    if !isBracketed {
      findings.append(
        Finding(
          .info, subject: "relayhost",
          "The relay is written without brackets: the MX records of its name count, if it has any.",
          evidence: [Evidence(setting)], remedy: "Write [name]:port when the host itself is meant."))
    }
    return findings
  }

  private static func transportSecurity(_ postfix: PostfixSettings) -> [Finding] {
    let level = postfix.value("smtp_tls_security_level")
    var findings: [Finding] = []
    if let level, level.text.lowercased() == "none" {
      findings.append(
        Finding(
          .warn, subject: "smtp_tls_security_level", "Postfix sends everything in clear text.",
          evidence: [Evidence(level)],
          remedy: "Run: postconf -e 'smtp_tls_security_level = may' (encrypt for a relay), then postfix reload."))
    }
    // The default of smtp_sasl_security_options keeps passwords from connections in clear text.
    let isRequired = ["encrypt", "verify", "secure", "fingerprint", "dane-only"].contains(
      level?.text.lowercased() ?? "")
    if postfix.flag("smtp_sasl_auth_enable") == true, !isRequired,
      let options = postfix.value("smtp_sasl_security_options"), !options.text.contains("noplaintext")
    {
      findings.append(
        Finding(
          .warn, subject: "smtp_sasl_security_options",
          "The password goes out in clear text where the relay offers no TLS.",
          evidence: [Evidence(options)] + (level.map { [Evidence($0)] } ?? []),
          remedy: "Run: postconf -e 'smtp_tls_security_level = encrypt', then postfix reload."))
    }
    return findings
  }
}
