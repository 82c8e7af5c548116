import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let dmarcRUAExternal = DomainCheck(
    CheckDescription(
      id: "DMARC-RUA-EXTERNAL",
      area: .dmarc,
      title: "Receivers of reports elsewhere have agreed",
      severity: .high,
      severityReason: "without consent reports are not sent",
      appliesWhen: "a report address lies outside of the organization of the policy domain",
      rule: """
        For each address whose domain has another organizational domain than the policy domain: a TXT record \
        with v=DMARC1 first has to stand at "policy domain._report._dmarc.domain of the address". Fail if there \
        is none. Warn if its rua or ruf names another host, or if the name would be longer than a name can be: \
        no reports go there. Unknown on a temporary error.
        """,
      whyItMatters: "Every receiver that keeps the rule sends nothing to that address.",
      remedy: """
        Ask the owner of the address, mostly a report service, to publish the record that is shown with the text \
        "v=DMARC1;", or a wildcard for all customers.
        """,
      standards: ["RFC 9990 §4", "RFC 9991 §5"],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [.advised(.bod1801), .required(.internetNL)]
    ),
    examples: [
      CheckExample(
        .pass, "a consent",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none; rua=mailto:x@vendor.example"
          example.org._report._dmarc.vendor.example. TXT "v=DMARC1;"
          """#),
      CheckExample(
        .pass, "a consent for everybody",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none; rua=mailto:x@vendor.example"
          *._report._dmarc.vendor.example. TXT "v=DMARC1"
          """#),
      CheckExample(.fail, "no consent", zone: #"_dmarc TXT "v=DMARC1; p=none; rua=mailto:x@vendor.example""#),
      CheckExample(
        .warn, "the consent names another host",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none; rua=mailto:x@vendor.example"
          example.org._report._dmarc.vendor.example. TXT "v=DMARC1; rua=mailto:y@other.example"
          """#),
      CheckExample(
        .unknown, "the vendor's server fails",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none; rua=mailto:x@vendor.example"
          example.org._report._dmarc.vendor.example. TXT SERVFAIL
          """#),
      CheckExample(
        .notApplicable, "an address of one's own",
        zone: #"""
          _dmarc TXT "v=DMARC1; p=none; rua=mailto:x@reports.example.org"
          """#),
      CheckExample(
        .notApplicable, "the record of a public suffix",
        zone: #"_dmarc.org. TXT "v=DMARC1; p=reject; psd=y; rua=mailto:x@vendor.example""#),
      CheckExample(.unknown, "the server fails", zone: #"_dmarc TXT SERVFAIL"#)
    ]
  ) { survey in
    survey.judgeOwnDMARCRecord { found in
      let outside = survey.dmarc.authorizations.filter { $0.outcome != .sameOrganization }
      guard !outside.isEmpty else { return .notApplicable("no report address lies outside of the organization") }
      var seen: Set<String> = []
      return .findings(
        outside.compactMap { entry in finding(entry, found) }.filter { seen.insert($0.subject + $0.statement).inserted }
      )
    }
  }

  private static func finding(
    _ entry: DMARCReportAuthorization, _ found: DMARCPolicyDiscovery.PolicyRecord
  ) -> Finding? {
    let evidence = [found.evidence(entry.uri.range)] + (entry.answer.map { [Evidence($0)] } ?? [])
    let host = entry.host.description
    switch entry.outcome {
    case .sameOrganization, .authorized: return nil
    case .notAuthorized:
      return Finding(
        .fail, subject: host, "\(host) does not say that it takes reports about \(found.domain).", evidence: evidence,
        remedy: entry.answer.map { "Have \(host) publish: \($0.question.name). TXT \"v=DMARC1;\"." })
    case .nameTooLong:
      return Finding(
        .warn, subject: host,
        "No record can say that \(host) takes reports about \(found.domain): its name is over-long.",
        evidence: evidence)
    case .replacedByOtherHost(let other):
      return Finding(
        .warn, subject: host, "\(host) sends the reports on to \(other), which voids its consent.", evidence: evidence)
    case .temporaryError(let question, let failure):
      return Finding(
        .unknown, subject: host, "\(question) could not be looked up (\(failure)).", evidence: evidence)
    }
  }
}
