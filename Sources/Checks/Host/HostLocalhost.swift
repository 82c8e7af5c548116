import AuditModel
import DNS
import HostFiles
import Survey

extension HostCheck {
  static let hostLocalhost = HostCheck(
    CheckDescription(
      id: "HOST-LOCALHOST",
      area: .host,
      title: "The name localhost is the machine itself",
      severity: .medium,
      severityReason: "applications that hand mail to localhost reach nobody, or somebody else",
      appliesWhen: "always",
      rule: """
        Fail when the row of /etc/hosts with localhost has an address that is not of the loopback. Warn when no row holds it \
        and no service of /etc/nsswitch.conf knows it by itself. A remark for rows that begin with no address. Unknown when \
        /etc/hosts could not be read.
        """,
      whyItMatters: "localhost:25 is the default of many applications.",
      remedy: "Write the lines 127.0.0.1 localhost and ::1 localhost into /etc/hosts.",
      standards: ["RFC 6761 §6.3", "Linux man-pages, hosts(5)"]
    ),
    examples: [
      HostExample(.pass, "the loopback address", .hosts("127.0.0.1 localhost")),
      HostExample(.pass, "a service that knows it", ["/etc/nsswitch.conf": "hosts: files myhostname dns"]),
      HostExample(.fail, "another address", .hosts("192.0.2.80 web01 localhost")),
      HostExample(.warn, "no row", .hosts("192.0.2.80 web01")),
      HostExample(.info, "a row without an address", .hosts("127.0.0.1 localhost\nweb01.example.org web01")),
      HostExample(.unknown, "a table that cannot be read", ["/etc/hosts": .hidden])
    ]
  ) { survey in
    if let unread = survey.hosts.broken("/etc/hosts") ?? survey.hosts.unread("/etc/hosts") { return unread }
    var findings = (survey.hosts.value?.faults ?? []).prefix(mostFaults).map { line in
      Finding(
        .info, subject: "line \(line.line)", "Line \(line.line) of /etc/hosts begins with no address, and is not read.",
        evidence: [Evidence(line)], remedy: "Write the address first, then the names, or take the line out.")
    }
    if let row = survey.hosts.value?.row(of: "localhost") {
      if row.address.specialPurpose != .loopback {
        findings.append(
          Finding(.fail, subject: "localhost", "localhost is \(row.address) here.", evidence: [Evidence(row)]))
      }
    } else if let reason = survey.order.unseenReason {
      findings.append(
        Finding(.unknown, subject: "localhost", "Whether a service knows localhost could not be read: \(reason)."))
    } else if !knowsLocalhost(survey) {
      findings.append(
        Finding(
          .warn, subject: "localhost", "No row of /etc/hosts holds localhost.",
          evidence: [Evidence(source: "/etc/hosts", excerpt: "no row with localhost")]))
    }
    return .findings(findings)
  }

  /// Rows that are shown: a file in another form has nothing else.
  private static let mostFaults = 5

  /// nss-myhostname(8), nss-resolve(8): both answer for localhost by themselves. A running image gets its table from
  /// whoever starts it.
  private static func knowsLocalhost(_ survey: HostSurvey) -> Bool {
    let services = survey.order.value?.services ?? []
    return services.contains("myhostname") || services.contains("resolve")
      || !survey.isRunning && survey.hosts.isAbsent
  }
}
