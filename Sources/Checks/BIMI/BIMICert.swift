import AuditModel
import DNS
import HTTPS
import MailAuthentication
import OpenSSLKit
import Survey

extension DomainCheck {
  static let bimiCert = DomainCheck(
    CheckDescription(
      id: "BIMI-CERT",
      area: .bimi,
      title: "The mark certificate is valid for the domain",
      severity: .medium,
      severityReason: "Gmail shows no logo without a mark certificate, Apple Mail none without a verified one",
      appliesWhen: "a valid record of BIMI names a certificate (a=)",
      rule: """
        One GET of the URL. Fail if the file is not there or no PEM, if the first certificate is not the mark \
        certificate, if it has expired or is not valid yet, is not for BIMI (extended key usage 1.3.6.1.5.5.7.3.31), \
        has no dNSName that is the domain, its organizational domain or the name of the record, has no timestamps of \
        Certificate Transparency, or has no logo. Fail if its chain does not lead to one of the roots that --vmc-roots \
        names; unknown without that option. Warn within 30 days of its end. Info for a common mark certificate.
        """,
      whyItMatters: "Receivers that want a certificate show no logo; the mail itself is not harmed.",
      remedy: """
        Get a new certificate from the mark authority, and publish it with its intermediates behind it, in one file at \
        the URL of a=.
        """,
      standards: [
        "BIMI Group, Minimum Security Requirements for Mark Certificates §7.1",
        "draft-brand-indicators-for-message-identification §Receiver Actions", "RFC 9399 §4"
      ],
      causes: ["BIMI-RECORD", "DNS-RESOLVE-ERROR"]
    ),
    examples: [
      example(.pass, "a verified mark certificate", ExampleMarks.verified),
      example(.info, "a common mark certificate", ExampleMarks.common),
      example(.fail, "the certificate of a server", ExampleCertificates.good),
      example(.fail, "no certificate", "nothing"),
      example(.fail, "expired", ExampleMarks.verified, after: 300),
      example(.warn, "it ends in 12 days", ExampleMarks.verified, after: 180),
      example(.fail, "an issuer that nobody listed", ExampleMarks.verified, roots: ExampleCertificates.root),
      example(.fail, "for another domain", ExampleMarks.verified, domain: "example.net"),
      example(.unknown, "no roots are named", ExampleMarks.verified, roots: nil),
      CheckExample(.unknown, "nothing is fetched", zone: zone("example.org")),
      CheckExample(
        .notApplicable, "no certificate is named", zone: #"default._bimi TXT "v=BIMI1; l=https://example.org/l.svg""#)
    ]
  ) { survey in
    survey.judgeBIMIRecord { _, _ in
      guard let file = survey.bimi.certificate else { return .notApplicable("the record of BIMI names no certificate") }
      return survey.judgeBIMIFile(file, "The mark certificate") { _ in
        switch survey.bimi.mark {
        case .success(let mark): .findings(findings(mark, survey, file.answer))
        case .failure(let fault):
          .fail("The file holds no mark certificate: \(fault.message).", evidence: [Evidence(file.answer)])
        case nil: .pass
        }
      }
    }
  }

  private static let url = "https://example.org/c.pem"

  private static func zone(_ domain: DomainName) -> String {
    "default._bimi.\(domain). TXT \"v=BIMI1; l=https://example.org/l.svg; a=\(url)\"\n@ A 192.0.2.80"
  }

  private static func example(
    _ verdict: Verdict, _ title: String, _ pem: String, after days: Int = 0, roots: String? = ExampleMarks.root,
    domain: DomainName = "example.org"
  ) -> CheckExample {
    CheckExample(
      verdict, title, domain: domain, zone: zone(domain), stage: .page(url, StagedPage("HTTP/1.1 200 OK\n\n" + pem))
    ) { options in
      options.time = StagedPage.now + days * 86_400
      options.markRoots = roots.map { ExampleCertificates.chain([$0]) }
    }
  }

  private static func findings(
    _ mark: BIMIMarkCertificate, _ survey: DomainSurvey, _ answer: HTTPSAnswer
  ) -> [Finding] {
    let evidence = [
      Evidence(source: answer.url.description, excerpt: mark.certificate.summary, server: answer.address?.description)
    ]
    var findings: [Finding] = []
    func tell(_ verdict: Verdict, _ statement: String, remedy: String? = nil) {
      findings.append(Finding(verdict, statement, evidence: evidence, remedy: remedy))
    }
    guard mark.isForBIMI else {
      tell(.fail, "The certificate is not for BIMI.")
      return findings
    }
    if mark.position > 0 { tell(.fail, "The mark certificate is not the first one in the file.") }
    let domains = [survey.domain, survey.bimi.organization?.domain].compactMap(\.self)
    if !mark.isFor(domains) { tell(.fail, "The mark certificate is not for \(survey.domain).") }
    if !mark.hasTimestamps { tell(.fail, "The mark certificate has no timestamps of Certificate Transparency.") }
    if case .absent = mark.logo { tell(.fail, "The mark certificate has no logo.") }
    if mark.isCommon {
      tell(.info, "It is a common mark certificate (\(mark.markType ?? "")), with which Apple Mail shows no logo.")
    }
    return findings + dates(mark.certificate, answer.time ?? survey.options.time, evidence) + chain(survey, evidence)
  }

  private static func dates(_ certificate: Certificate, _ time: Int?, _ evidence: [Evidence]) -> [Finding] {
    guard let time else {
      return [Finding(.unknown, "Nobody told the time, so it is open whether the certificate has expired.")]
    }
    guard let notBefore = certificate.notBefore, let notAfter = certificate.notAfter else {
      return [Finding(.fail, "A date in the mark certificate is none.", evidence: evidence)]
    }
    let days = (notAfter - time) / 86_400
    if notAfter < time { return [Finding(.fail, "The mark certificate has expired.", evidence: evidence)] }
    if notBefore > time {
      return [Finding(.fail, "The mark certificate is not valid yet.", evidence: evidence)]
    }
    return days < 30 ? [Finding(.warn, "The mark certificate ends in \(days) days.", evidence: evidence)] : []
  }

  private static func chain(_ survey: DomainSurvey, _ evidence: [Evidence]) -> [Finding] {
    guard let verdict = survey.bimi.markVerdict else {
      return [
        Finding(
          .unknown, "Nobody named the roots that mark certificates have to lead to.", evidence: evidence,
          remedy: "Name a PEM file of the mark authorities' roots with --vmc-roots.")
      ]
    }
    // Dates of the certificate itself are told already.
    let faults = verdict.faults.filter { $0.depth > 0 || ($0.reason != .expired && $0.reason != .notYetValid) }
    guard !faults.isEmpty else { return [] }
    let list = faults.map(\.description).joined(separator: "; ")
    return [
      Finding(.fail, "The chain of the mark certificate leads to no root that was named: \(list).", evidence: evidence)
    ]
  }
}
