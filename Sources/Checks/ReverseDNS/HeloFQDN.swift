import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let heloFQDN = DomainCheck(
    CheckDescription(
      id: "HELO-FQDN",
      area: .reverseDNS,
      title: "HELO is a real host name",
      severity: .high,
      severityReason: "receivers refuse greetings that are no host name",
      appliesWhen: "the EHLO name of the sending host is given",
      rule: """
        Fail if the name is an address without brackets, a single word such as localhost, a name of a private network \
        (.local, .internal, .lan and so on), or if it has neither an A nor an AAAA record. Warn if it is an address \
        literal in brackets, or if a sending address is given and is none of its addresses; for a second address of \
        the other family that is a remark. Unknown if its addresses could not be read.
        """,
      whyItMatters: """
        Gmail answers 501 5.5.4 to arguments that are no name, Orange demands a full host name, and many filters count \
        a greeting that does not resolve against the mail.
        """,
      remedy: """
        Let the mail server greet with the name of its PTR record (Postfix: myhostname or smtp_helo_name), and give \
        that name A and AAAA records with the addresses that it sends from.
        """,
      standards: [
        "RFC 5321 §4.1.1.1", "RFC 5321 §2.3.5", "RFC 5321 §4.1.4", "Google, Gmail SMTP errors and codes §5.5.4",
        "Orange, Postmaster page §HELO"
      ],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [.required(.gmailBulk), .required(.preLaunch)]
    ),
    examples: [
      CheckExample(.pass, "the name of the host", zone: "mail A 192.0.2.25") {
        $0.heloName = "mail.example.org"
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(.warn, "an address literal", zone: "mail A 192.0.2.25") { $0.heloName = "[192.0.2.25]" },
      CheckExample(.warn, "the name has another address", zone: "mail A 192.0.2.26") {
        $0.heloName = "mail.example.org"
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(.info, "the name lacks the IPv6 address", zone: "mail A 192.0.2.25") {
        $0.heloName = "mail.example.org"
        $0.sendingAddresses = ["192.0.2.25", "2001:db8::25"].compactMap { IPAddress($0) }
      },
      CheckExample(.fail, "localhost", zone: "mail A 192.0.2.25") { $0.heloName = "localhost.localdomain" },
      CheckExample(.fail, "a single word", zone: "mail A 192.0.2.25") { $0.heloName = "web01" },
      CheckExample(.fail, "an address without brackets", zone: "mail A 192.0.2.25") { $0.heloName = "192.0.2.25" },
      CheckExample(.fail, "a name that does not exist", zone: "mail A 192.0.2.25") {
        $0.heloName = "web01.example.org"
      },
      CheckExample(.notApplicable, "no EHLO name is given", zone: "mail A 192.0.2.25"),
      CheckExample(.unknown, "the name does not answer", zone: "mail ANY TIMEOUT") { $0.heloName = "mail.example.org" }
    ]
  ) { survey in
    guard let helo = survey.sending.helo else { return .notApplicable("no EHLO name is given (--helo)") }
    let name = helo.name
    if let form = malformed(name) { return .findings([form]) }
    let addresses = helo.addresses
    let unread = helo.answers.compactMap(Finding.unread)
    if addresses.isEmpty {
      if !unread.isEmpty { return .findings(unread) }
      return .fail(
        "\(name) has no address.", subject: name.description, evidence: helo.answers.map { Evidence($0) })
    }
    return .findings(mismatches(helo, survey))
  }

  /// What is wrong with the name whatever the DNS says.
  private static func malformed(_ name: DomainName) -> Finding? {
    let evidence = [Evidence(source: "--helo", excerpt: name.description)]
    let finding = { (verdict: Verdict, text: String) in
      Finding(verdict, subject: name.description, text, evidence: evidence)
    }
    if let address = name.literalAddress {
      return name.isBracketed
        ? finding(.warn, "The host greets with its address \(address), not with a name.")
        : finding(.fail, "The host greets with the bare address \(address), which is no host name.")
    }
    if name.labelCount < 2 { return finding(.fail, "\(name) is a single word, not a full host name.") }
    guard let suffix = privateSuffixes.first(where: { name.isEqual(toOrBelow: $0) }) else { return nil }
    return finding(.fail, "\(name) is a name of a private network: nobody else can look up .\(suffix).")
  }

  /// RFC 6761 §6.3 and §6.4, RFC 6762 §3 and appendix G, RFC 8375, ICANN's reserved .internal, and what installers use.
  private static let privateSuffixes: [DomainName] = [
    "localhost", "localdomain", "local", "internal", "intranet", "private", "corp", "home", "lan", "home.arpa",
    "invalid"
  ]

  private static func mismatches(_ helo: SendingHostSurvey.HeloName, _ survey: DomainSurvey) -> [Finding] {
    guard let first = survey.sending.heloHost, first.hiddenPurpose == nil else { return [] }
    let other = survey.sending.hosts.first { $0.isNamed && $0.address.isV4 != first.address.isV4 }
    return [(first, Verdict.warn), (other, .info)].compactMap { host, verdict in
      guard let address = host?.address, !helo.addresses.contains(address) else { return nil }
      let answer = address.isV4 ? helo.ipv4 : helo.ipv6
      if let unread = Finding.unread(answer) { return unread }
      let statement = "\(helo.name) does not have the address \(address) that sends."
      return Finding(verdict, subject: helo.name.description, statement, evidence: [Evidence(answer)])
    }
  }
}
