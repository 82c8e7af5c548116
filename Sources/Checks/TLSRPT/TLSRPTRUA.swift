import AuditModel
import DNS
import MailAuthentication
import Survey
import Syntax

extension DomainCheck {
  static let tlsrptRUA = DomainCheck(
    CheckDescription(
      id: "TLSRPT-RUA",
      area: .tlsRPT,
      title: "Reports of TLS failures have somewhere to go",
      severity: .low,
      severityReason: "reports to an address that takes none are lost",
      appliesWhen: "the domain has one record of TLS-RPT with a rua",
      rule: """
        Fail if no entry of rua is a mailto: or https: URI. Warn for each entry that is none, for each mailto: whose \
        domain has a null MX or neither MX nor address records, and if all reports go by mail to the domain itself while \
        its policy of MTA-STS is in mode enforce.
        """,
      whyItMatters: """
        Reports are lost; and a report of TLS that fails at a domain may not get into that domain by the same way, \
        though senders ought to let it.
        """,
      remedy: "Use a mailbox at another domain, or an https: collector: rua=mailto:tls@reports.example.net.",
      standards: ["RFC 8460 §3", "RFC 8460 §5.3"],
      causes: ["TLSRPT-RECORD", "DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(
        .pass, "a mailbox",
        zone: #"""
          @ MX 10 mail
          _smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls@example.org"
          """#),
      CheckExample(.pass, "a collector", zone: #"_smtp._tls TXT "v=TLSRPTv1; rua=https://reports.example.net/tls""#),
      CheckExample(.fail, "the scheme is missing", zone: #"_smtp._tls TXT "v=TLSRPTv1; rua=tls@example.org""#),
      CheckExample(
        .warn, "one of two lacks the scheme",
        zone: #"""
          @ MX 10 mail
          _smtp._tls TXT "v=TLSRPTv1; rua=tls@example.org,mailto:tls@example.org"
          """#),
      CheckExample(
        .warn, "a domain that does not exist", zone: #"_smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls@nowhere.example""#),
      CheckExample(
        .warn, "the domain under enforcement itself",
        zone: #"""
          @ MX 10 mail
          _smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls@example.org"
          _mta-sts TXT "v=STSv1; id=1"
          mta-sts A 192.0.2.80
          """#, stage: .policy()),
      CheckExample(
        .unknown, "the MX query fails",
        zone: #"""
          @ MX SERVFAIL
          _smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls@example.org"
          """#),
      CheckExample(.notApplicable, "no record", zone: "@ MX 10 mail"),
      CheckExample(.unknown, "the server fails", zone: "_smtp._tls TXT SERVFAIL")
    ]
  ) { survey in
    let selection = survey.tlsRPT.selection
    if let unread = Judgement.unread(selection.answer) { return unread }
    guard case .record(let parsed) = selection.outcome, let record = parsed.value, record.tags["rua"] != nil else {
      return .notApplicable("no single record of TLS-RPT names addresses")
    }
    guard record.rua.contains(where: \.isUsable) else {
      return .fail(
        "No entry of rua is an address that reports can go to.",
        evidence: [survey.evidence(parsed, of: selection, record.tags["rua"]?.range)])
    }
    return .findings(
      invalid(record, parsed, survey) + survey.tlsRPT.reportHosts.compactMap(finding) + itself(record, parsed, survey))
  }

  private static func invalid(
    _ record: TLSRPTRecord, _ parsed: Parsed<TLSRPTRecord>, _ survey: DomainSurvey
  ) -> [Finding] {
    record.rua.compactMap { entry in
      entry.fault.map { fault in
        Finding(
          .warn, subject: entry.text, fault.sentence,
          evidence: [survey.evidence(parsed, of: survey.tlsRPT.selection, fault.range)])
      }
    }
  }

  private static func finding(_ host: DMARCSurvey.ReportHost) -> Finding? {
    let name = host.domain.description
    switch host.reception {
    case .takesMail: return nil
    case .unknown(let answer): return Finding.unread(answer)
    case .nullMX:
      return Finding(
        .warn, subject: name, "\(name) takes no mail (null MX), and so no reports.", evidence: [Evidence(host.mx)])
    case .noHost:
      return Finding(
        .warn, subject: name, "\(name) has neither MX nor address records, so no report reaches it.",
        evidence: [host.mx, host.ipv4, host.ipv6].map { Evidence($0) })
    }
  }

  private static func itself(
    _ record: TLSRPTRecord, _ parsed: Parsed<TLSRPTRecord>, _ survey: DomainSurvey
  ) -> [Finding] {
    let isAlone = record.rua.filter(\.isUsable).allSatisfy { $0.target == .mailbox(domain: survey.domain) }
    // Whether the policy is enforced, its record and its file tell.
    let way =
      [survey.mtaSTS.selection.answer] + (survey.mtaSTS.policy == nil ? survey.mtaSTS.file?.addresses ?? [] : [])
    if isAlone, let unread = way.lazy.compactMap(Finding.unread).first { return [unread] }
    guard isAlone, survey.mtaSTS.effectivePolicy?.mode == .enforce else { return [] }
    return [
      Finding(
        .warn, "All reports go by mail to \(survey.domain) itself, whose policy is in mode enforce.",
        evidence: [survey.evidence(parsed, of: survey.tlsRPT.selection, record.tags["rua"]?.range)])
    ]
  }
}

extension DMARCSurvey.ReportHost {
  /// Whether a domain takes mail at all.
  enum Reception {
    /// It has an exchange or an address.
    case takesMail
    /// It says that it takes none (RFC 7505 §3).
    case nullMX
    /// It has neither MX nor address.
    case noHost
    /// Nobody can tell before this answer is there.
    case unknown(DNSAnswer)
  }

  /// Whether the domain takes mail (RFC 5321 §5.1).
  var reception: Reception {
    for answer in [mx, ipv4, ipv6] {
      if answer.failure != nil { return .unknown(answer) }
      guard !answer.records.isEmpty else { continue }
      let isNull = answer.records.contains { if case .mx(_, let exchange) = $0.data { exchange.isRoot } else { false } }
      return isNull ? .nullMX : .takesMail
    }
    return .noHost
  }
}
