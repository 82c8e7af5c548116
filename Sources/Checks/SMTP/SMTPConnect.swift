import AuditModel
import DNS
import SMTPSubmission
import Survey

extension DomainCheck {
  static let smtpConnect = DomainCheck(
    CheckDescription(
      id: "SMTP-CONNECT",
      area: .smtpProbe,
      title: "Every address of the mail servers answers on port 25",
      severity: .high,
      severityReason: "mail and bounces wait, and are returned after some days",
      appliesWhen: "the domain takes mail, and somebody connects to its mail servers",
      rule: """
        Fail if connections are made and no address of any host greets within 30 seconds. Warn for each address that \
        does not greet, or refuses the connection, while others do. Unknown if no address of the same family (IPv4, \
        IPv6) could be reached, since networks block port 25 and lack IPv6, and if the server puts off (4xx). What a \
        greeting says is left to SMTP-BANNER.
        """,
      whyItMatters: """
        Senders try the next address, minutes later, or queue the mail. Replies and bounces are late or lost.
        """,
      remedy: """
        Open port 25 of this address in the firewall and let the mail server listen there, or take the address out of \
        the DNS. A delay before the greeting should be under 30 seconds.
        """,
      standards: ["RFC 5321 §3.1", "RFC 5321 §4.5.3.2.1"]
    ),
    examples: [
      CheckExample(.pass, "it greets", zone: ExampleCertificates.zone(), stage: .server(nil, StagedMailServer())),
      CheckExample(
        .fail, "the connection is made, and nothing comes", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.greeting = [] })),
      CheckExample(
        .warn, "one of two addresses refuses connections", zone: ExampleCertificates.zone("mail A 192.0.2.26"),
        stage: .server(nil, StagedMailServer())),
      CheckExample(
        .warn, "one of two addresses keeps silent", zone: ExampleCertificates.zone("mail A 192.0.2.26"),
        stage: .mail(
          nil, [.exampleServer: StagedMailServer(), .secondExampleServer: StagedMailServer { $0.greeting = [] }])),
      CheckExample(
        .unknown, "the address of the other family cannot be reached from here",
        zone: ExampleCertificates.zone("mail AAAA 2001:db8::25"), stage: .server(nil, StagedMailServer())),
      CheckExample(
        .unknown, "the server is busy", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.greeting = ["421 4.3.2 too many connections"] })),
      CheckExample(.unknown, "no connection at all", zone: ExampleCertificates.zone(), stage: .mail(nil, [:])),
      CheckExample(.unknown, "nobody connected", zone: ExampleCertificates.zone()),
      CheckExample(.notApplicable, "null MX", zone: "@ MX 0 .", stage: .mail(nil, [:]))
    ]
  ) { survey in
    if let nothing = survey.mx.withoutHosts { return nothing }
    guard let servers = survey.mailServers else { return .mailServersNotAsked }
    guard !servers.observations.isEmpty else { return survey.mx.withoutAddresses }
    let reached = Set(servers.observations.filter { $0.session.stop?.step != .connect }.map(\.address.isV4))
    let isAnyGreeted = servers.observations.contains { $0.session.greeting != nil }
    let findings = servers.observations.compactMap {
      silence($0, isFamilyReached: reached.contains($0.address.isV4), isAnyGreeted: isAnyGreeted)
    }
    let isUnjudged: (MailServerObservation) -> Bool = { observation in
      observation.session.stop?.reason.isUnasked == true && observation.session.greeting == nil
        || observation.session.stop?.step == .connect && !reached.contains(observation.address.isV4)
        || observation.session.greeting?.replyClass == .transient
    }
    return .findings(findings + servers.unseen(survey.mx, where: isUnjudged))
  }

  /// What is wrong with an address that does not greet; nil when nothing is, or when nobody can tell.
  private static func silence(
    _ observation: MailServerObservation, isFamilyReached: Bool, isAnyGreeted: Bool
  ) -> Finding? {
    guard observation.session.greeting == nil, let stop = observation.session.stop, !stop.reason.isUnasked else {
      return nil
    }
    let (subject, evidence) = (observation.subject, observation.evidence)
    switch stop.step {
    case .connect where isFamilyReached:
      return observation.finding(.warn, "\(subject) cannot be reached, and others can: \(stop).", evidence)
    case .greeting:
      let statement = "\(subject) takes the connection and does not greet: \(stop)."
      return observation.finding(
        isAnyGreeted ? .warn : .fail, statement, evidence, remedy: isAnyGreeted ? nil : filtered)
    default: return nil
    }
  }

  private static let filtered = """
    See what keeps the mail server from greeting: its log says whether the connection arrives. If it greets others, a \
    filter between this machine and the server takes connections to port 25.
    """
}
