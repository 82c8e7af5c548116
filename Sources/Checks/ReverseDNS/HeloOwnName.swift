import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let heloOwnName = DomainCheck(
    CheckDescription(
      id: "HELO-OWN-NAME",
      area: .reverseDNS,
      title: "HELO is a name of the sender's own",
      severity: .high,
      severityReason: "greeting with somebody else's name is a classic sign of spam",
      appliesWhen: "the EHLO name of the sending host is given, and it is a host name",
      rule: """
        Pass if the name lies in the registered domain of the audited domain (by the Public Suffix List), if it leads \
        to a sending address that is given, or if it is one of that address's PTR names. Otherwise fail if it is a name \
        of a large receiver, such as gmail.com, and warn for any other: it may be another domain of the sender. Unknown \
        if no sending address is given, or if its names and those of the EHLO name could not be looked up.
        """,
      whyItMatters: """
        Receivers refuse hosts at once that greet with the receiver's own name or with that of a well-known domain to \
        which they do not belong.
        """,
      remedy: "Let the mail server greet with its own name (Postfix: myhostname or smtp_helo_name).",
      standards: ["RFC 5321 §4.1.1.1", "RFC 5321 §2.3.5"],
      causes: ["HELO-FQDN", "DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "a name of the domain", zone: "mail A 192.0.2.25") { $0.heloName = "mail.example.org" },
      CheckExample(.pass, "the host of a service", zone: "out.relay.example. A 192.0.2.25") {
        $0.heloName = "out.relay.example"
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(.warn, "a host of somebody else", zone: "mx.other.example. A 198.51.100.7") {
        $0.heloName = "mx.other.example"
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(.fail, "the domain of a receiver", zone: "gmail.com. A 198.51.100.7") {
        $0.heloName = "gmail.com"
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(.notApplicable, "no EHLO name is given", zone: "mail A 192.0.2.25"),
      CheckExample(.unknown, "a foreign name, and no address is given", zone: "out.relay.example. A 192.0.2.25") {
        $0.heloName = "out.relay.example"
      },
      CheckExample(.unknown, "the name does not answer", zone: "out.relay.example. ANY TIMEOUT") {
        $0.heloName = "out.relay.example"
        $0.sendingAddress = IPAddress("192.0.2.25")
      }
    ]
  ) { survey in
    guard let helo = survey.sending.helo, helo.name.literalAddress == nil, helo.name.labelCount > 1 else {
      return .notApplicable("no EHLO name is given that is a host name (--helo)")
    }
    let name = helo.name
    let domain = survey.organization(of: name)
    if domain == survey.organization(of: survey.domain) { return .pass }
    let hosts = survey.sending.hosts.filter { $0.isNamed && $0.hiddenPurpose == nil }
    guard !hosts.isEmpty else {
      return .unknown(
        "\(name) lies in another domain; whether the host that sends is meant cannot be told.",
        subject: name.description, evidence: [Evidence(source: "--helo", excerpt: name.description)],
        remedy: "Give the address that the host sends from with --ip.")
    }
    if hosts.contains(where: { helo.addresses.contains($0.address) || $0.names.map(\.name).contains(name) }) {
      return .pass
    }
    let unread = helo.answers.compactMap(Finding.unread) + hosts.flatMap { $0.unread ?? [] }
    if !unread.isEmpty { return .findings(unread) }
    let evidence = helo.answers.map { Evidence($0) }
    if receivers.contains(domain) {
      return .fail(
        "The host greets as \(name), a name of a receiver that its address does not belong to.",
        subject: name.description, evidence: evidence)
    }
    return .warn(
      "The host greets as \(name), a name in \(domain) that does not lead to it.", subject: name.description,
      evidence: evidence)
  }

  /// The domains of large receivers, and those of their hosts.
  private static let receivers: Set<DomainName> = [
    "gmail.com", "googlemail.com", "google.com", "yahoo.com", "yahoodns.net", "aol.com", "outlook.com", "hotmail.com",
    "live.com", "msn.com", "icloud.com", "me.com", "mac.com", "orange.fr", "wanadoo.fr", "laposte.net", "gmx.net",
    "gmx.de", "gmx.com", "web.de", "mail.com", "t-online.de", "mail.ru", "yandex.ru", "qq.com", "foxmail.com",
    "163.com",
    "comcast.net", "att.net"
  ]
}
