import AuditModel
import HostFiles
import Survey

extension HostCheck {
  static let hostSELinux = HostCheck(
    CheckDescription(
      id: "HOST-SELINUX",
      area: .host,
      title: "SELinux lets web pages send mail",
      severity: .high,
      severityReason: "the kernel refuses both sendmail and SMTP",
      appliesWhen: "SELinux enforces its rules, and PHP is installed",
      rule: """
        Pass when httpd_can_sendmail is on. A remark when only httpd_can_network_connect is on: SMTP works, and mail() does not. \
        Warn when both are off. Unknown when they could not be read, as in an image.
        """,
      whyItMatters: """
        Applications show "Failed to connect socket: Permission denied (code: -1)" or "Could not instantiate mail function", \
        and the mail server knows nothing of it.
        """,
      remedy: "Run: setsebool -P httpd_can_sendmail on. Leave SELinux enforcing.",
      standards: ["SELinux policy, httpd_selinux(8) §httpd_can_sendmail"]
    ),
    examples: [
      HostExample(.pass, "mail is allowed", .php() + .seLinux(sendMail: "1 1", connect: "0 0")),
      HostExample(.warn, "both are off", .php() + .seLinux(sendMail: "0 0", connect: "0 0")),
      HostExample(.info, "SMTP alone", .php() + .seLinux(sendMail: "0 0", connect: "1 1")),
      HostExample(.notApplicable, "no SELinux", .php()),
      HostExample(.notApplicable, "rules are only logged", .php() + ["/sys/fs/selinux/enforce": "0"]),
      HostExample(.unknown, "booleans that cannot be read", .php() + ["/sys/fs/selinux/enforce": "1"])
    ]
  ) { survey in
    guard let state = survey.seLinux.value else {
      return survey.seLinux.unread("The state of SELinux") ?? .notApplicable("SELinux is not in use")
    }
    if !state.isEnforcing { return .notApplicable("SELinux only logs what it would refuse") }
    if survey.php.isEmpty { return .notApplicable("there is no PHP on the machine") }
    let evidence =
      [Evidence(state.setting)]
      + state.booleans.sorted { $0.key < $1.key }.map { name, isOn in
        Evidence(source: name, excerpt: isOn ? "on" : "off")
      }
    switch (state.booleans[SELinuxState.sendMail], state.booleans[SELinuxState.connect]) {
    case (true?, _): return .pass
    case (false?, true?):
      return .info(
        "SELinux lets web pages reach mail servers by SMTP, and keeps them from mail() of PHP.", evidence: evidence,
        remedy: "Nothing, if all applications send by SMTP. Otherwise run: setsebool -P httpd_can_sendmail on.")
    case (false?, false?):
      return .warn("SELinux keeps web pages from sendmail and from the ports of SMTP.", evidence: evidence)
    default:
      return .unknown(
        "Whether SELinux lets web pages send mail could not be read.", evidence: evidence,
        remedy: "Run on the machine: getsebool httpd_can_sendmail httpd_can_network_connect.")
    }
  }
}

extension StagedFiles {
  /// SELinux that enforces its rules, with both booleans as the kernel shows them.
  fileprivate static func seLinux(sendMail: String, connect: String) -> StagedFiles {
    [
      "/sys/fs/selinux/enforce": "1", "/sys/fs/selinux/booleans/httpd_can_sendmail": .text(sendMail),
      "/sys/fs/selinux/booleans/httpd_can_network_connect": .text(connect)
    ]
  }
}
