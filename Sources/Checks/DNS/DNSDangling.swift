import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let dnsDangling = DomainCheck(
    CheckDescription(
      id: "DNS-DANGLING",
      area: .dns,
      title: "No mail record points at a name nobody controls",
      severity: .high,
      severityReason: "a stranger who registers the target passes authentication as the domain, or reads its reports",
      appliesWhen: "a mail record points into another domain",
      rule: """
        Take the names in other domains that MX records, the SPF terms include, redirect, a and mx, DKIM aliases and \
        DMARC report addresses point at. Fail if neither the name nor the domain that would have to be registered for \
        it exists (by the Public Suffix List); warn if only the name does not exist. Unknown if a name, or the records \
        that could point somewhere, could not be read.
        """,
      whyItMatters: """
        Whoever registers the missing domain sends mail that passes SPF or DKIM, takes in mail, or receives the \
        reports.
        """,
      remedy: "Remove the reference from the record, or register the domain and set the service up again.",
      standards: ["RFC 7208 §11.1", "RFC 9989 §11.8", "RFC 8020 §2"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "the target exists", zone: "@ MX 10 mx.example.net.\nmx.example.net. A 192.0.2.25"),
      CheckExample(
        .warn, "the name is gone, its domain is not", zone: "@ MX 10 mx.example.net.\nexample.net. A 192.0.2.1"),
      CheckExample(
        .fail, "nobody has the domain of an include", zone: #"@ TXT "v=spf1 include:spf.gone.example -all""#),
      CheckExample(.fail, "nobody has the domain of an exchange", zone: "@ MX 10 mx.gone.example."),
      CheckExample(
        .fail, "nobody has the domain of a report address",
        zone: #"_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@gone.example""#),
      CheckExample(
        .fail, "nobody has the domain of a DKIM alias", zone: "s1._domainkey CNAME s1.gone.example."
      ) { $0.selectors = ["s1"] },
      CheckExample(.notApplicable, "nothing points elsewhere", zone: "@ MX 10 mail\nmail A 192.0.2.25"),
      CheckExample(.unknown, "the target cannot be read", zone: "@ MX 10 mx.example.net.\nmx.example.net. ANY TIMEOUT"),
      CheckExample(
        .unknown, "the domain of the target cannot be read",
        zone: "@ MX 10 mx.example.net.\nmx.example.net. ANY NXDOMAIN\nexample.net. ANY SERVFAIL"),
      CheckExample(.unknown, "the records that point cannot be read", zone: "@ MX SERVFAIL")
    ]
  ) { survey in
    let records = [survey.mx.answer, survey.spf.answer].compactMap(Finding.unread) + unreadPolicy(survey)
    let told = Set(survey.targets.suspects.map(\.answer.question))
    let keys = survey.unreadSelectors.filter { finding in !told.contains { finding.isAbout($0) } }
    let unread = records + (survey.options.isParked ? [] : keys)
    let targets = survey.targets
    if targets.count == 0, unread.isEmpty { return .notApplicable("no mail record points into another domain") }
    return .findings(targets.suspects.compactMap(finding) + unread)
  }

  private static func finding(_ target: MailTarget) -> Finding? {
    let name = target.name.description
    let evidence = ([target.answer] + (target.registration.map { [$0] } ?? [])).map { Evidence($0) }
    switch target.existence {
    case .unknown(let answer): return Finding.unread(answer)
    case .nameMissing:
      return Finding(
        .warn, subject: name, "\(name) does not exist; \(target.reference) points at it.", evidence: evidence)
    case .unregistered(let domain):
      return Finding(
        .fail, subject: name, "Nobody has registered \(domain); \(target.reference) points at it.", evidence: evidence)
    }
  }

  /// The DMARC record, when it could not be read.
  private static func unreadPolicy(_ survey: DomainSurvey) -> [Finding] {
    guard case .temporaryError(let question, let failure) = survey.dmarc.policyRecord else { return [] }
    return [DNSAnswer(question: question, outcome: .failure(failure))].compactMap(Finding.unread)
  }
}
