import AuditModel
import DNS
import MailAuthentication
import OpenSSLKit
import SMTPSubmission
import Survey
import TLSTransport

extension DomainCheck {
  static let daneSTARTTLS = DomainCheck(
    CheckDescription(
      id: "DANE-STARTTLS",
      area: .dane,
      title: "Hosts with TLSA records always offer STARTTLS",
      severity: .critical,
      severityReason: "TLSA records make TLS mandatory for senders that follow them",
      appliesWhen: "TLSA records exist, and DNSSEC does not say that senders ignore them",
      rule: """
        Fail for each address whose reply to EHLO lacks STARTTLS, that refuses STARTTLS, or with which the handshake \
        fails; warn instead while nobody validates DNSSEC. Unknown if an address could not be looked at, or puts off \
        with a temporary reply other than 454 (TLS not available).
        """,
      whyItMatters: "Senders that follow DANE never fall back to clear text: their mail waits and is returned.",
      remedy:
        "Switch TLS on for every address of the host, also behind filters and proxies; or remove the TLSA records.",
      standards: ["RFC 7672 §2.2"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "it is offered and works", zone: zone, stage: .server(.secure, StagedMailServer())),
      CheckExample(
        .fail, "it is not offered", zone: zone,
        stage: .server(.secure, StagedMailServer { $0.ehlo = ["250-mail.example.org", "250 PIPELINING"] })),
      CheckExample(
        .fail, "it is refused", zone: zone,
        stage: .server(.secure, StagedMailServer { $0.startTLS = ["454 4.7.0 TLS not available"] })),
      CheckExample(
        .fail, "the handshake fails", zone: zone, stage: .server(.secure, StagedMailServer { $0.versions = [] })),
      CheckExample(
        .warn, "it is not offered, and nobody validates", zone: zone,
        stage: .server(nil, StagedMailServer { $0.ehlo = ["250 mail.example.org"] })),
      CheckExample(
        .notApplicable, "the zone is not signed", zone: zone, stage: .server(.insecure, StagedMailServer())),
      CheckExample(
        .unknown, "the server is busy", zone: zone,
        stage: .server(.secure, StagedMailServer { $0.greeting = ["421 4.3.2 too many connections"] })),
      CheckExample(
        .unknown, "too many connections at STARTTLS", zone: zone,
        stage: .server(.secure, StagedMailServer { $0.startTLS = ["421 4.7.0 too many connections"] })),
      CheckExample(.unknown, "nobody connected", zone: zone, stage: .mail(.secure))
    ]
  ) { survey in
    survey.judgeTLSAServers(where: { !$0.records.isEmpty }, compares: false) { lookup, observations, verdict in
      observations.compactMap { observation in
        guard observation.session.tls == nil else { return nil }
        guard let defect = observation.session.lackOfTLS else { return observation.withoutCertificate }
        return Finding(
          verdict, subject: "\(observation.host)", "\(observation.subject) has TLSA records, and \(defect).",
          evidence: [lookup.evidence, observation.evidence])
      }
    }
  }

  private static let zone = ExampleCertificates.zone(
    ExampleCertificates.tlsa(.endEntity, ExampleCertificates.good))
}

extension SMTPSession {
  /// Why there is no TLS, when the server is the cause; nil when nobody can tell.
  var lackOfTLS: String? {
    if offersSTARTTLS == false { return "STARTTLS is not offered" }
    switch (stop?.step, stop?.reason) {
    // RFC 3207 §4: 454 says that TLS is not available. 421 and the like say that the server is busy (RFC 5321 §3.8).
    case (.startTLS, .reply(let reply)) where reply.replyClass != .transient || reply.code == 454:
      return "STARTTLS is refused: \(reply)"
    case (.handshake, .connection(.tls(let error))) where !error.isOurs:
      return "the TLS handshake fails: \(error.plainReason)"
    case (.handshake, .connection(.closed)), (.handshake, .connection(.broken)):
      return "the server breaks off in the TLS handshake"
    case (.handshake, .connection(.octetsBeforeTLS)): return "clear text follows the consent to TLS"
    default: return nil
    }
  }
}
