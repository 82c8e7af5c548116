import AuditModel
import DNS
import MailAuthentication
import OpenSSLKit
import SMTPSubmission
import Survey

extension DomainCheck {
  static let daneSubmission = DomainCheck(
    CheckDescription(
      id: "DANE-SUBMISSION",
      area: .dane,
      title: "TLSA records of submission servers match too",
      severity: .info,
      severityReason: "few mail programs look at them",
      appliesWhen: "SRV records name a submission server that has TLSA records at its port",
      rule: """
        Look for TLSA records at the port and name of each SRV record of _submissions._tcp and _submission._tcp. With \
        --probe-mx connect to the server and compare its certificate; mailaudit probe compares that of the port it talks \
        to. Warn if none of the records accepts it, or if DNSSEC says that the records do not count. Records of usage 0 \
        and 1 are not compared.
        """,
      whyItMatters: "Programs that check these records do not connect, and users cannot send.",
      remedy: "Keep the records in step with the certificate (mailaudit tlsa --port), or remove them.",
      standards: ["RFC 7673 §3.3", "RFC 7671 §5", "RFC 8314 §3"],
      causes: ["DNS-RESOLVE-ERROR", "SUBMIT-TLS"]
    ),
    examples: [
      CheckExample(
        .pass, "the key of the server", zone: zone(ExampleCertificates.good),
        stage: .server(.secure, StagedMailServer())),
      CheckExample(
        .warn, "the key of last year", zone: zone(ExampleCertificates.expired),
        stage: .server(.secure, StagedMailServer())),
      CheckExample(
        .warn, "the zone is not signed", zone: zone(ExampleCertificates.good),
        stage: .server(.insecure, StagedMailServer())),
      CheckExample(.notApplicable, "no TLSA records", zone: ExampleCertificates.zone(record)),
      CheckExample(.notApplicable, "no SRV records", zone: ExampleCertificates.zone()),
      CheckExample(.unknown, "nobody connected", zone: zone(ExampleCertificates.good), stage: .mail(.secure)),
      CheckExample(
        .unknown, "the port is closed", zone: zone(ExampleCertificates.good), stage: .mail(.secure, [:])),
      CheckExample(
        .unknown, "the records cannot be read", zone: ExampleCertificates.zone(record, "_465._tcp.mail TLSA SERVFAIL"))
    ]
  ) { survey in
    let secured = survey.clientServices.secured
    let unread = survey.clientServices.answers(for: [.submissions, .submission]).compactMap(Finding.unread)
    if secured.isEmpty, unread.isEmpty { return .notApplicable("no submission server has TLSA records") }
    return .findings(unread + secured.flatMap { judge($0, survey) })
  }

  private static func judge(_ service: SecuredService, _ survey: DomainSurvey) -> [Finding] {
    if let unread = Finding.unread(service.lookup.answer) { return [unread] }
    let subject = "\(service.record.target)"
    let owner = service.lookup.answer.question.name
    if let security = service.security, security.state == .insecure || security.state == .bogus {
      let statement = "The TLSA records at \(owner) do not count: DNSSEC says \(security.state.rawValue)."
      return [Finding(.warn, subject: subject, statement, evidence: [service.lookup.evidence])]
    }
    guard !service.lookup.compared.isEmpty else {
      let statement = "The TLSA records at \(owner) are of a kind that is not compared here."
      return [Finding(.unknown, subject: subject, statement, evidence: [service.lookup.evidence])]
    }
    guard let session = service.session, let chain = session.tls?.chain, !chain.isEmpty else {
      return [unseen(service, subject)]
    }
    let matching = DANEMatching(
      referenceNames: [service.record.target, survey.domain].map(\.serverName), time: survey.clientServices.time)
    guard !matching.accepts(chain, by: service.lookup.compared) else { return [] }
    let shown = Evidence(source: "\(subject) port \(service.record.port)", excerpt: chain[0].summary)
    let statement = "No TLSA record at \(owner) matches the certificate of \(subject)."
    return [Finding(.warn, subject: subject, statement, evidence: [service.lookup.evidence, shown])]
  }

  private static func unseen(_ service: SecuredService, _ subject: String) -> Finding {
    guard let session = service.session else {
      return Finding(
        .unknown, subject: subject, "Nobody compared the TLSA records of \(subject) with its certificate.",
        evidence: [service.lookup.evidence], remedy: "Run mailaudit audit with --probe-mx.")
    }
    let cause = session.stop.map { "\($0)" } ?? "STARTTLS is not offered"
    let statement = "The certificate of \(subject) at port \(service.record.port) was not seen: \(cause)."
    return Finding(.unknown, subject: subject, statement, evidence: [service.lookup.evidence])
  }

  private static let record = "_submissions._tcp SRV 0 1 465 mail"

  private static func zone(_ certificate: String) -> String {
    ExampleCertificates.zone(record, ExampleCertificates.tlsa(.endEntity, certificate, port: 465))
  }
}
