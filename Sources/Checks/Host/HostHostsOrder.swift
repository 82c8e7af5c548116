import AuditModel
import HostFiles
import Survey

extension HostCheck {
  static let hostHostsOrder = HostCheck(
    CheckDescription(
      id: "HOST-HOSTS-ORDER",
      area: .host,
      title: "The full name stands first in /etc/hosts",
      severity: .medium,
      severityReason: "programs take the first name of the row for the name of the machine",
      appliesWhen: "the name of the machine stands in /etc/hosts",
      rule: """
        In the row that holds the name of the machine the first name is the canonical one. Fail when the full name stands \
        behind another and Exim takes its name from there; warn when another program may, and when the first name is \
        localhost.localdomain. A remark when the machine's own name is full, and another stands in front of it. Unknown when \
        the file could not be read.
        """,
      whyItMatters: "hostname -f, Exim and many libraries show the short name, or localhost, to other servers.",
      remedy: "Put the full name in front: 127.0.1.1 web01.example.org web01.",
      standards: ["Linux man-pages, hosts(5)", "Linux man-pages, gethostbyname(3)"],
      causes: ["HOST-FQDN"]
    ),
    examples: [
      HostExample(.pass, "the full name first", .hosts("127.0.1.1 web01.example.org web01")),
      HostExample(
        .fail, "Exim and the short name first", .exim("internet") + .hosts("127.0.1.1 web01 web01.example.org")),
      HostExample(.warn, "the short name first", .sendmail() + .hosts("192.0.2.80 web01 web01.example.org")),
      HostExample(
        .warn, "localhost.localdomain first", .hosts("127.0.0.1 localhost.localdomain localhost web01.example.org"),
        name: "web01.example.org"),
      HostExample(
        .info, "localhost in front of a full name", .hosts("127.0.0.1 localhost web01.example.org"),
        name: "web01.example.org"),
      HostExample(.notApplicable, "the name is not in the table", .hosts("127.0.0.1 localhost")),
      HostExample(.unknown, "a table that cannot be read", ["/etc/hosts": .hidden])
    ]
  ) { survey in
    if let unread = survey.hosts.broken("/etc/hosts") ?? survey.hosts.unread("/etc/hosts") { return unread }
    guard let row = survey.naming.row, let first = row.names.first, let name = survey.naming.name.value?.text else {
      return .notApplicable("the name of the machine does not stand in /etc/hosts")
    }
    let remedy = "Write line \(row.line) of /etc/hosts anew: \(ordered(row, survey))."
    let finding = { (verdict: Verdict, text: String) in
      Judgement.findings([Finding(verdict, subject: name, text, evidence: [Evidence(row)], remedy: remedy)])
    }
    switch survey.naming.origin {
    case .alias(let full):
      let isTaken = survey.mail.program == .exim && survey.announcesHostName == true
      return finding(isTaken ? .fail : .warn, "\(first) stands in front of the full name \(full).")
    case .own where first.lowercased() != name.lowercased():
      let isDotted = first.contains(".") && InnerName.fault(first) != nil
      return finding(isDotted ? .warn : .info, "\(first) stands in front of \(name), the full name of the machine.")
    default: return .pass
    }
  }

  /// The row with the full name first; localhost has a row of its own.
  private static func ordered(_ row: HostsTable.Row, _ survey: HostSurvey) -> String {
    let full = survey.naming.fullName ?? survey.proposedName
    let rest = row.names.filter { $0.lowercased() != full.lowercased() }
    let isShared = rest.contains { $0.lowercased().hasPrefix("localhost") }
    guard isShared else { return "\(row.address) \(([full] + rest).joined(separator: " "))" }
    let other = rest.filter { !$0.lowercased().hasPrefix("localhost") }
    return "\(row.address) localhost, and as another line 127.0.1.1 \(([full] + other).joined(separator: " "))"
  }
}
