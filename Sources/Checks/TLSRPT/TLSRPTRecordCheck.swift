import AuditModel
import DNS
import MailAuthentication
import Survey
import Syntax

extension DomainCheck {
  static let tlsrptRecord = DomainCheck(
    CheckDescription(
      id: "TLSRPT-RECORD",
      area: .tlsRPT,
      title: "There is one valid record of TLS-RPT",
      severity: .low,
      severityReason: "without reports, TLS failures of senders stay unseen",
      appliesWhen: "the domain receives mail",
      rule: """
        Of the TXT records at _smtp._tls.DOMAIN those that begin with v=TLSRPTv1; count. Fail if there are several, if \
        the one breaks the grammar or has no rua, or if a text was plainly meant as a record and begins in another way. \
        Warn if there is none and the domain has MTA-STS, or TLSA records of its mail servers that DNSSEC does not \
        void; info if there is none otherwise, unknown if nobody can tell which it is.
        """,
      whyItMatters: "When senders hold mail back because TLS fails, nobody tells the owner.",
      remedy: "Publish one TXT record at _smtp._tls: v=TLSRPTv1; rua=mailto:tls-reports@example.org.",
      standards: ["RFC 8460 §3"],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [.advised(.nist800177)]
    ),
    examples: [
      CheckExample(
        .pass, "a record",
        zone: #"""
          @ MX 10 mail
          _smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls@example.org"
          """#),
      CheckExample(
        .fail, "no semicolon behind the version",
        zone: #"""
          @ MX 10 mail
          _smtp._tls TXT "v=TLSRPTv1 rua=mailto:tls@example.org"
          """#),
      CheckExample(
        .fail, "no rua",
        zone: #"""
          @ MX 10 mail
          _smtp._tls TXT "v=TLSRPTv1;"
          """#),
      CheckExample(
        .fail, "two records",
        zone: #"""
          @ MX 10 mail
          _smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@example.org"
          _smtp._tls TXT "v=TLSRPTv1; rua=mailto:b@example.org"
          """#),
      CheckExample(
        .warn, "MTA-STS without reports",
        zone: #"""
          @ MX 10 mail
          _mta-sts TXT "v=STSv1; id=1"
          """#),
      CheckExample(
        .warn, "DANE without reports",
        zone: ExampleCertificates.zone(ExampleCertificates.tlsa(.endEntity, ExampleCertificates.good))),
      CheckExample(.info, "no record", zone: "@ MX 10 mail"),
      CheckExample(.notApplicable, "a domain that receives no mail", zone: "@ MX 0 ."),
      CheckExample(.unknown, "the server fails", zone: "@ MX 10 mail\n_smtp._tls TXT SERVFAIL")
    ]
  ) { survey in
    let selection = survey.tlsRPT.selection
    switch selection.outcome {
    case .failure: return .unread(selection.answer) ?? .pass
    case .several, .nearMiss: return selection.misuse("v=TLSRPTv1") ?? .pass
    case .record(let parsed):
      // TLSRPT-RUA looks at single addresses.
      return .findings(selection.findings(parsed).filter { $0.verdict == .fail })
    case .absent: return survey.withoutReception ?? absent(survey)
    }
  }

  private static func absent(_ survey: DomainSurvey) -> Judgement {
    let evidence = [Evidence(survey.tlsRPT.selection.answer)]
    if survey.mtaSTS.selection.usable != nil {
      return .warn(
        "\(survey.domain) has MTA-STS, and asks for no reports of what it makes fail.",
        evidence: evidence + [Evidence(survey.mtaSTS.selection.answer)])
    }
    if let lookup = survey.effectiveTLSA {
      return .warn(
        "\(lookup.base) has TLSA records, and \(survey.domain) asks for no reports of what they make fail.",
        evidence: evidence + [lookup.evidence])
    }
    let unread = [survey.mtaSTS.selection.answer] + survey.dane.unread
    let seen = Finding(.info, "\(survey.domain) asks for no reports of TLS failures.", evidence: evidence)
    return .findings([seen] + unread.compactMap(Finding.unread))
  }
}

extension DomainSurvey {
  /// The first TLSA records of a mail server that senders may act by; nil when there are none.
  fileprivate var effectiveTLSA: TLSALookup? {
    for host in dane.hosts {
      guard case .found(let lookup) = host.records, !lookup.usable.isEmpty else { continue }
      let state = dane.security(of: host, lookup)?.state
      if state != .insecure, state != .bogus { return lookup }
    }
    return nil
  }
}
