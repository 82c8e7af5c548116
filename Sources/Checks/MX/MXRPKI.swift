import AuditModel
import DNS
import RouteOrigins
import Survey

extension DomainCheck {
  static let mxRPKI = DomainCheck(
    CheckDescription(
      id: "MX-RPKI",
      area: .mx,
      title: "Route origin authorisations cover the addresses of MX hosts",
      severity: .info,
      severityReason: "it protects routes, not mail; some profiles want it",
      appliesWhen: "a table of validated ROA payloads is given, and the domain has MX records",
      rule: """
        Look up each address of the MX hosts and of the domain's name servers in the table. Pass if a payload covers \
        it; a remark if none does, since no route to it can be valid then (NotFound), or if all that do name AS 0, \
        which forbids every route. Whether the route in use is valid or invalid cannot be told: the table does not say \
        who announces it. Unknown if addresses could not be read.
        """,
      whyItMatters: "Where nothing says who may announce an address, its mail can be diverted by a false route.",
      remedy: "Ask the owner of the network to publish a ROA for the prefix that is announced, with its AS number.",
      standards: ["RFC 6811 §2", "RFC 6483 §4", "Internet.nl email test 1.11.2 §RPKI"],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [.required(.internetNL)]
    ),
    examples: [
      CheckExample(.pass, "a payload covers the address", zone: "@ MX 10 mail\nmail A 192.0.2.25") {
        $0.routeOrigins = table(64500, "192.0.2.0", 24)
      },
      CheckExample(.info, "none does", zone: "@ MX 10 mail\nmail A 192.0.2.25") {
        $0.routeOrigins = table(64500, "198.51.100.0", 24)
      },
      CheckExample(.info, "AS 0 only", zone: "@ MX 10 mail\nmail A 192.0.2.25") {
        $0.routeOrigins = table(0, "192.0.2.0", 24)
      },
      CheckExample(.notApplicable, "no table is given", zone: "@ MX 10 mail\nmail A 192.0.2.25"),
      CheckExample(.unknown, "the addresses cannot be read", zone: "@ MX 10 mail\nmail ANY TIMEOUT") {
        $0.routeOrigins = table(64500, "192.0.2.0", 24)
      }
    ]
  ) { survey in
    guard let table = survey.options.routeOrigins else {
      return .notApplicable("no table of route origins is given (--rpki-vrps)")
    }
    return survey.mx.judgeExchanges { hosts in
      let mail = hosts.flatMap { findings($0.name, $0.answers, table) }
      return mail + survey.zone.servers.flatMap { findings($0.name, $0.answers, table) }
    }
  }

  private static func table(_ origin: UInt32, _ base: String, _ length: Int) -> ValidatedPayloads {
    let prefix = IPAddress(base).flatMap { IPNetwork($0, prefixLength: length) }
    return ValidatedPayloads(
      [prefix].compactMap { $0.flatMap { ValidatedPayload(prefix: $0, maxLength: length, origin: origin) } })
  }

  private static func findings(_ name: DomainName, _ answers: [DNSAnswer], _ table: ValidatedPayloads) -> [Finding] {
    answers.compactMap(Finding.unread)
      + answers.flatMap { answer in answer.addresses.compactMap { finding($0, name, answer, table) } }
  }

  private static func finding(
    _ address: IPAddress, _ name: DomainName, _ answer: DNSAnswer, _ table: ValidatedPayloads
  ) -> Finding? {
    let payloads = table.covering(address)
    if payloads.isEmpty {
      let statement = "No route origin authorisation covers \(address) of \(name)."
      return Finding(.info, subject: name.description, statement, evidence: [Evidence(answer)])
    }
    guard payloads.allSatisfy({ $0.origin == 0 }) else { return nil }
    let statement = "\(address) of \(name) may be announced by nobody: \(payloads[0])."
    return Finding(.info, subject: name.description, statement, evidence: [Evidence(answer)])
  }
}
