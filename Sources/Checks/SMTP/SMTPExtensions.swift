import AuditModel
import SMTPSubmission
import Survey

extension DomainCheck {
  static let smtpExtensions = DomainCheck(
    CheckDescription(
      id: "SMTP-EXTENSIONS",
      area: .smtpProbe,
      title: "Mail servers offer 8BITMIME and a sensible SIZE",
      severity: .info,
      severityReason: "mail arrives without them, some of it changed on the way",
      appliesWhen: "a mail server answers EHLO",
      rule: """
        In the reply to EHLO, that inside TLS where there is one: warn if 8BITMIME or SIZE is missing, or if SIZE is below \
        10 million octets (0 and no number mean that there is no fixed limit). The other extensions are listed.
        """,
      whyItMatters: """
        Without 8BITMIME senders have to encode mail anew, and DKIM signatures break. Without SIZE a message that is \
        too big is refused only after it was sent; with a small one ordinary attachments come back.
        """,
      remedy: """
        Switch the extensions on; all maintained servers have them. If a filter or firewall in front answers EHLO, \
        let it pass them through. Raise the limit (Postfix: message_size_limit).
        """,
      standards: ["RFC 6152 §3", "RFC 1870 §4", "RFC 5321 §2.2.1"]
    ),
    examples: [
      CheckExample(
        .pass, "both", zone: ExampleCertificates.zone(),
        stage: .server(
          nil, StagedMailServer { $0.ehloInTLS = ["250-mail.example.org", "250-SIZE 52428800", "250 8BITMIME"] })),
      CheckExample(.warn, "neither", zone: ExampleCertificates.zone(), stage: .server(nil, StagedMailServer())),
      CheckExample(
        .warn, "one megabyte", zone: ExampleCertificates.zone(),
        stage: .server(
          nil, StagedMailServer { $0.ehloInTLS = ["250-mail.example.org", "250-SIZE 1048576", "250 8BITMIME"] })),
      CheckExample(
        .unknown, "the server is busy", zone: ExampleCertificates.zone(),
        stage: .server(nil, StagedMailServer { $0.ehlo = ["421 4.3.2 closing"] })),
      CheckExample(.unknown, "nobody connected", zone: ExampleCertificates.zone())
    ]
  ) { survey in
    survey.judgeMailServers { observation in
      guard let offered = observation.session.offered else { return [] }
      return judge(offered, observation)
    }
  }

  private static func judge(_ offered: [SMTPExtension], _ observation: MailServerObservation) -> [Finding] {
    let list = offered.map { ([$0.keyword] + $0.parameters).joined(separator: " ") }.joined(separator: ", ")
    let evidence = observation.evidence(list.isEmpty ? "no extension" : list)
    let subject = observation.subject
    let missing = ["8BITMIME", "SIZE"].filter { !offered.offers($0) }
    var findings: [Finding] = []
    if !missing.isEmpty {
      let how = observation.session.usedHELO ? " (it knows HELO only)" : ""
      findings.append(
        observation.finding(.warn, "\(subject) lacks \(missing.joined(separator: " and "))\(how).", evidence))
    }
    let size = offered.first { $0.keyword == "SIZE" }?.parameters.first.flatMap(Int.init) ?? 0
    if size > 0, size < leastSize {
      findings.append(
        observation.finding(.warn, "\(subject) takes messages of \(size) octets at most, which is little.", evidence))
    }
    guard findings.isEmpty else { return findings }
    return [observation.finding(.pass, "\(subject) offers \(list).", evidence)]
  }

  /// What people expect to be able to attach; Postfix takes 10,240,000 octets unless it is told otherwise.
  private static let leastSize = 10_000_000
}
