import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let authSRV = DomainCheck(
    CheckDescription(
      id: "AUTH-SRV",
      area: .auth,
      title: "SRV records lead mail programs to the right servers",
      severity: .info,
      severityReason: "users can type host and port themselves",
      appliesWhen: "the domain takes mail",
      rule: """
        Look at _submissions._tcp, _submission._tcp and _imaps._tcp, if _tcp above them exists. A remark if none exists. Warn if a target is an alias, \
        has no address, or stands beside a root target; if _submissions leads to port 587, which expects STARTTLS, or \
        _submission to port 465, which expects TLS at once. Certificates are not looked at here.
        """,
      whyItMatters:
        "Programs that look servers up set an account up wrong, or ask the user for what the domain could tell.",
      remedy: """
        Publish _submissions._tcp SRV 0 1 465 and _imaps._tcp SRV 0 1 993 with the name of the server, which has addresses \
        of its own; 0 0 0 . for a service that there is not.
        """,
      standards: ["RFC 6186 §3", "RFC 8314 §5.1", "RFC 2782", "RFC 8020 §2"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(
        .pass, "all three", zone: zone("_submissions._tcp SRV 0 1 465 mail", "_imaps._tcp SRV 0 1 993 mail")),
      CheckExample(.pass, "one service, and one that there is not", zone: zone("_imaps._tcp SRV 0 0 0 .")),
      CheckExample(.info, "none", zone: ExampleCertificates.zone()),
      CheckExample(
        .warn, "an alias",
        zone: ExampleCertificates.zone("_submissions._tcp SRV 0 1 465 smtp", "smtp CNAME mail")),
      CheckExample(
        .warn, "a host without address", zone: ExampleCertificates.zone("_submissions._tcp SRV 0 1 465 gone")),
      CheckExample(
        .warn, "STARTTLS on port 465", zone: ExampleCertificates.zone("_submission._tcp SRV 0 1 465 mail")),
      CheckExample(
        .warn, "no such service, and a server", zone: zone("_imaps._tcp SRV 0 0 0 .", "_imaps._tcp SRV 0 1 993 mail")),
      CheckExample(.notApplicable, "no mail is taken", zone: "@ MX 0 ."),
      CheckExample(.unknown, "the records cannot be read", zone: ExampleCertificates.zone("_imaps._tcp SRV SERVFAIL")),
      CheckExample(
        .unknown, "the addresses cannot be read",
        zone: ExampleCertificates.zone("_imaps._tcp SRV 0 1 993 imap", "imap A TIMEOUT", "imap AAAA TIMEOUT"))
    ]
  ) { survey in
    let services = survey.clientServices.services
    if services.allSatisfy({ $0.answer.records.isEmpty && $0.answer.failure == nil }) {
      if survey.options.isParked { return .notApplicable("the domain is declared as parked") }
      if let nothing = survey.mx.withoutHosts { return nothing }
      let evidence = survey.clientServices.answers().map { Evidence($0) }
      return .info("No SRV record tells mail programs where the domain's servers are.", evidence: evidence)
    }
    let unread = survey.clientServices.answers().compactMap(Finding.unread)
    return .findings(unread + services.flatMap { findings($0, survey.clientServices) })
  }

  private static func findings(_ service: ClientService, _ survey: ClientServiceSurvey) -> [Finding] {
    let name = service.answer.question.name.description
    var findings = service.records.flatMap { judge($0, of: service, name, survey) }
    if service.records.count > 1, service.records.contains(where: { $0.target.isRoot }) {
      let statement = "\(name) says that there is no such service, and names a server beside."
      findings.append(Finding(.warn, subject: name, statement, evidence: [Evidence(service.answer)]))
    }
    return findings
  }

  private static func judge(
    _ record: ServiceRecord, of service: ClientService, _ name: String, _ survey: ClientServiceSurvey
  ) -> [Finding] {
    guard !record.target.isRoot else { return [] }
    var findings: [Finding] = []
    func warn(_ statement: String, _ evidence: [Evidence] = []) {
      findings.append(
        Finding(.warn, subject: name, statement, evidence: [Evidence(service.answer)] + evidence))
    }
    switch (service.kind, record.port) {
    case (.submissions, 587): warn("\(name) leads to port 587, where servers expect STARTTLS and not TLS at once.")
    case (.submission, 465): warn("\(name) leads to port 465, where servers expect TLS at once and not STARTTLS.")
    default: break
    }
    guard let host = survey.hosts[record.target] else {
      return findings + [Finding(.unknown, subject: name, "The host \(record.target) was not looked at.")]
    }
    if let alias = host.answers.first(where: { !$0.aliases.isEmpty }) {
      warn("\(record.target), to which \(name) leads, is an alias.", [Evidence(alias)])
    }
    guard host.addresses.isEmpty else { return findings }
    let unread = host.answers.compactMap(Finding.unread)
    if unread.isEmpty {
      warn("\(record.target), to which \(name) leads, has no address.", host.answers.map { Evidence($0) })
    }
    return findings + unread
  }

  /// A domain with submission, and more.
  private static func zone(_ more: String...) -> String {
    ([ExampleCertificates.zone("_submission._tcp SRV 0 1 587 mail")] + more).joined(separator: "\n")
  }
}
