import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let heloPTRMatch = DomainCheck(
    CheckDescription(
      id: "HELO-PTR-MATCH",
      area: .reverseDNS,
      title: "HELO and PTR agree",
      severity: .low,
      severityReason: "a difference costs points at filters, no more",
      appliesWhen: "the EHLO name and the address of the sending host are given, and the address has a PTR record",
      rule: """
        Compare the EHLO name with the PTR names of the first address given. Pass if it is one of them; a remark if it \
        lies in the same registered domain (by the Public Suffix List), or if both lead to the address; warn if the \
        domains differ and the EHLO name does not lead to it. Unknown if one of them could not be looked up.
        """,
      whyItMatters: "Filters take a host that calls itself otherwise than its network does for badly set up.",
      remedy: "Make both the same: the PTR record names the host, and the mail server greets with that name.",
      standards: ["RFC 1912 §2.1", "M3AAWG, Sender Best Common Practices v4.0 §HELO"],
      causes: ["RDNS-PTR", "RDNS-FCRDNS", "HELO-FQDN", "DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "one name for both", zone: "25.2.0.192.in-addr.arpa. PTR mail\nmail A 192.0.2.25") {
        $0.sendingAddress = IPAddress("192.0.2.25")
        $0.heloName = "mail.example.org"
      },
      CheckExample(
        .info, "two names of one host", zone: "25.2.0.192.in-addr.arpa. PTR mail\nmail A 192.0.2.25\nmx A 192.0.2.25"
      ) {
        $0.sendingAddress = IPAddress("192.0.2.25")
        $0.heloName = "mx.example.org"
      },
      CheckExample(.warn, "two domains", zone: "25.2.0.192.in-addr.arpa. PTR vm7.example.net.\nmail A 198.51.100.7") {
        $0.sendingAddress = IPAddress("192.0.2.25")
        $0.heloName = "mail.example.org"
      },
      CheckExample(.notApplicable, "no EHLO name is given", zone: "25.2.0.192.in-addr.arpa. PTR mail") {
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(.notApplicable, "no PTR record", zone: "mail A 192.0.2.25") {
        $0.sendingAddress = IPAddress("192.0.2.25")
        $0.heloName = "mail.example.org"
      },
      CheckExample(.unknown, "the reverse zone fails", zone: "25.2.0.192.in-addr.arpa. PTR SERVFAIL") {
        $0.sendingAddress = IPAddress("192.0.2.25")
        $0.heloName = "mail.example.org"
      }
    ]
  ) { survey in
    guard let helo = survey.sending.helo, helo.name.literalAddress == nil, helo.name.labelCount > 1 else {
      return .notApplicable("no EHLO name is given that is a host name (--helo)")
    }
    guard let host = survey.sending.heloHost, host.hiddenPurpose == nil else {
      return .notApplicable("no public sending address is given (--ip)")
    }
    if let unread = host.unread { return .findings(unread) }
    if host.names.isEmpty { return .notApplicable("\(host.address) has no PTR record") }
    let names = host.names.map(\.name)
    if names.contains(helo.name) { return .pass }
    if host.nameCount > names.count {
      return .unknown("Not all names of \(host.address) were looked at.", evidence: [host.evidence])
    }
    let statement = "The host greets as \(helo.name), but \(host.address) has the name \(names[0])."
    let answer = host.address.isV4 ? helo.ipv4 : helo.ipv6
    let evidence = [host.evidence, Evidence(answer)]
    let domain = survey.organization(of: helo.name)
    if names.contains(where: { survey.organization(of: $0) == domain }) || answer.addresses.contains(host.address) {
      return .info(statement, subject: helo.name.description, evidence: evidence)
    }
    return Judgement.unread(answer) ?? .warn(statement, subject: helo.name.description, evidence: evidence)
  }
}
