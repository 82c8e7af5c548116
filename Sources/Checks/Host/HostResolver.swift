import AuditModel
import HostFiles
import Survey

extension HostCheck {
  static let hostResolver = HostCheck(
    CheckDescription(
      id: "HOST-RESOLVER",
      area: .host,
      title: "The machine knows a resolver",
      severity: .medium,
      severityReason: "without one no receiver and no relay is found",
      appliesWhen: "the machine runs, and does not leave look-ups to systemd-resolved alone",
      rule: """
        Fail when /etc/resolv.conf holds lines nameserver and none has an address. Warn when the file is missing or has no such \
        line, since libraries then ask port 53 of the machine itself, and for each line that holds no address. A remark for \
        more than three lines: the others are never asked. Unknown when the file could not be read.
        """,
      whyItMatters: "Mail waits with \"Host or domain name not found\" in the queue.",
      remedy: "Write the address of a resolver into /etc/resolv.conf: nameserver 192.0.2.53.",
      standards: ["Linux man-pages, resolv.conf(5)"]
    ),
    examples: [
      HostExample(.pass, "a resolver", ["/etc/resolv.conf": "nameserver 192.0.2.53"]),
      HostExample(.fail, "a name in place of an address", ["/etc/resolv.conf": "nameserver dns.example.org"]),
      HostExample(.warn, "no line of a resolver", ["/etc/resolv.conf": "search example.org"]),
      HostExample(.info, "four resolvers", ["/etc/resolv.conf": .text(fourServers)]),
      HostExample(.unknown, "a file that cannot be read", ["/etc/resolv.conf": .hidden]),
      HostExample(.notApplicable, "an image", name: nil)
    ]
  ) { survey in
    if !survey.isRunning { return .notApplicable("an image gets its resolvers when it starts") }
    if let unread = survey.resolver.broken("/etc/resolv.conf") ?? survey.resolver.unread("/etc/resolv.conf") {
      return unread
    }
    if survey.resolver.value?.servers.isEmpty ?? true, let unread = survey.order.unread("/etc/nsswitch.conf") {
      return unread
    }
    let isResolved = survey.order.value?.services.contains("resolve") ?? false
    guard let file = survey.resolver.value else { return isResolved ? .pass : missing("the file is not there") }
    if file.servers.isEmpty, file.faults.isEmpty { return isResolved ? .pass : missing("no line nameserver") }
    var findings = file.faults.prefix(mostFaults).map { line in
      Finding(
        file.servers.isEmpty && !isResolved ? .fail : .warn, subject: line.text,
        "Line \(line.line) of /etc/resolv.conf names no address.",
        evidence: [Evidence(source: line.place, excerpt: "nameserver \(line.text)")],
        remedy: "Write the address of the resolver there, or take the line out.")
    }
    if file.servers.count > asked {
      findings.append(
        Finding(
          .info, "Only the first three resolvers of /etc/resolv.conf are asked.",
          evidence: file.servers.dropFirst(asked).prefix(mostFaults).map {
            Evidence(source: $0.place, excerpt: $0.text)
          }))
    }
    return .findings(findings)
  }

  /// Lines that are shown.
  private static let mostFaults = 5
  /// resolv.conf(5): MAXNS.
  private static let asked = 3
  private static let fourServers =
    "nameserver 192.0.2.1\nnameserver 192.0.2.2\nnameserver 192.0.2.3\nnameserver 192.0.2.4"

  private static func missing(_ what: String) -> Judgement {
    .warn(
      "/etc/resolv.conf names no resolver: libraries ask port 53 of the machine itself.",
      evidence: [Evidence(source: "/etc/resolv.conf", excerpt: what)])
  }
}
