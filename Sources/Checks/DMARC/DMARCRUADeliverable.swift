import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let dmarcRUADeliverable = DomainCheck(
    CheckDescription(
      id: "DMARC-RUA-DELIVERABLE",
      area: .dmarc,
      title: "The domains of report addresses receive mail",
      severity: .medium,
      severityReason: "reports that bounce are lost",
      appliesWhen: "the record has a mailto: address",
      rule: "Fail if the domain of an address has a null MX, or neither MX nor address records.",
      whyItMatters: "Reports bounce, and some reporters stop sending.",
      remedy: "Use an address at a domain that receives mail.",
      standards: ["RFC 9989 §5.1.3", "RFC 9989 §11.6", "RFC 5321 §5.1", "RFC 7505 §3"],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [.advised(.bod1801)]
    ),
    examples: [
      CheckExample(
        .pass, "an MX record",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.org"
          @ MX 10 mail
          """#),
      CheckExample(
        .pass, "an address record alone",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.org"
          @ A 192.0.2.1
          """#),
      CheckExample(
        .fail, "a null MX",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.org"
          @ MX 0 .
          """#),
      CheckExample(
        .fail, "a domain that does not exist", zone: #"_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@nowhere.example""#),
      CheckExample(
        .unknown, "the MX query fails",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.org"
          @ MX SERVFAIL
          """#),
      CheckExample(.notApplicable, "no address", zone: #"_dmarc TXT "v=DMARC1; p=none""#)
    ]
  ) { survey in
    survey.judgeOwnDMARCRecord { _ in
      guard !survey.dmarc.reportHosts.isEmpty else { return .notApplicable("the record has no mailto: address") }
      return .findings(survey.dmarc.reportHosts.compactMap(finding))
    }
  }

  private static func finding(_ host: DMARCSurvey.ReportHost) -> Finding? {
    let name = host.domain.description
    for answer in [host.mx, host.ipv4, host.ipv6] {
      if let failure = answer.failure {
        let statement = "\(answer.question) could not be looked up (\(failure)), so it is open whether reports arrive."
        return Finding(.unknown, subject: name, statement, evidence: [Evidence(answer)])
      }
      guard !answer.records.isEmpty else { continue }
      let isNullMX = answer.records.contains {
        if case .mx(_, let exchange) = $0.data { exchange.isRoot } else { false }
      }
      guard isNullMX else { return nil }
      return Finding(
        .fail, subject: name, "\(name) takes no mail (null MX), and so no reports.", evidence: [Evidence(answer)])
    }
    return Finding(
      .fail, subject: name, "\(name) has neither MX nor address records, so no report reaches it.",
      evidence: [host.mx, host.ipv4, host.ipv6].map { Evidence($0) })
  }
}
