import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let dnssecMXSigned = DomainCheck(
    CheckDescription(
      id: "DNSSEC-MX-SIGNED",
      area: .dnssec,
      title: "MX host zones are signed too",
      severity: .low,
      severityReason: "delivery does not need it; DANE for the hosts does",
      appliesWhen: "the domain has MX records",
      rule: """
        For each MX host: pass if its addresses validate as secure; a remark if they are proven to be unsigned; fail if \
        they are bogus. Unknown if that could not be seen.
        """,
      whyItMatters: "TLSA records of a host count only when its zone is signed: without, senders cannot use DANE.",
      remedy:
        "Choose host names in a signed zone: ask the provider for signed MX names, or sign the zone of your hosts.",
      standards: ["RFC 7672 §2.2", "Internet.nl email test 1.11.2 §MX DNSSEC"],
      causes: ["DNSSEC-BOGUS"],
      profiles: [.advised(.nist800177), .required(.internetNL)]
    ),
    examples: [
      CheckExample(.pass, "a signed host", zone: "@ MX 10 mail\nmail A 192.0.2.25", stage: .signed()),
      CheckExample(
        .info, "a provider without DNSSEC", zone: "@ MX 10 mx.example.net.\nmx.example.net. A 192.0.2.25",
        stage: .dnssec(["example.org": .signed, "example.net": .unsigned])),
      CheckExample(
        .fail, "a host with a broken chain", zone: "@ MX 10 mail\nmail A 192.0.2.25",
        stage: .dnssec([
          "example.org": .signed, "mail.example.org": .broken(.signatureExpired, "every signature has expired")
        ])),
      CheckExample(
        .unknown, "nobody can tell", zone: "@ MX 10 mail\nmail A 192.0.2.25", stage: .dnssec(["example.org": .open])),
      CheckExample(.notApplicable, "no MX", zone: "@ A 192.0.2.1", stage: .signed())
    ]
  ) { survey in
    survey.judgeDNSSEC { dnssec in
      survey.mx.judgeExchanges { hosts in hosts.flatMap { findings($0, dnssec) } }
    }
  }

  private static func findings(_ host: MXHost, _ dnssec: DNSSECSurvey) -> [Finding] {
    let subjects = dnssec.subjects.filter { $0.role == .mxHost(host.name) }
    func finding(_ state: DNSSECVerdict.State, _ verdict: Verdict, _ what: String) -> [Finding]? {
      guard let subject = subjects.first(where: { $0.verdict.state == state }) else { return nil }
      let name = host.name.description
      return [
        Finding(
          verdict, subject: name, "\(name) \(what): \(subject.verdict.reason).",
          evidence: [Evidence(subject.verdict, on: subject.question)])
      ]
    }
    if let bogus = finding(.bogus, .fail, "does not validate") { return bogus }
    let open = dnssec.open { $0.role == .mxHost(host.name) }
    return open.isEmpty ? finding(.insecure, .info, "does not count as signed") ?? [] : open
  }
}
