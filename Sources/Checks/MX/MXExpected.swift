import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let mxExpected = DomainCheck(
    CheckDescription(
      id: "MX-EXPECTED",
      area: .mx,
      title: "MX names the hosts that the owner expects, and no other",
      severity: .high,
      severityReason: "mail for the domain goes to somebody else, or does not come",
      appliesWhen: "the project file names the hosts (expect: mx)",
      rule: """
        Compare the exchanges of the MX records with the names that the owner tells. Fail for each that is missing, and for \
        each that nobody told. Preferences do not count. Unknown if the MX records cannot be read.
        """,
      whyItMatters: "A record that somebody changed or left behind takes mail away, and nothing else shows it.",
      remedy: "Publish the MX records that are expected, or correct the list in the project file.",
      standards: ["RFC 5321 §5.1"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "the expected host", zone: "@ MX 10 mail") { expect(&$0) },
      CheckExample(.fail, "another host", zone: "@ MX 10 mail\n@ MX 20 old") { expect(&$0) },
      CheckExample(.fail, "no MX record", zone: "@ A 192.0.2.1") { expect(&$0) },
      CheckExample(.unknown, "the MX records cannot be read", zone: "@ MX SERVFAIL") { expect(&$0) },
      CheckExample(.notApplicable, "nobody told", zone: "@ MX 10 mail")
    ]
  ) { survey in
    let (expected, answer) = (survey.options.expected.exchanges, survey.mx.answer)
    if expected.isEmpty { return .notApplicable("nobody told which hosts are expected") }
    if let unread = Judgement.unread(answer) { return unread }
    let found = survey.mx.records.map(\.exchange).filter { !$0.isRoot }
    let missing = expected.filter { !found.contains($0) }.map { host in
      Finding(
        .fail, subject: host.description, "No MX record of \(survey.domain) names \(host), which is expected.",
        evidence: [Evidence(answer)])
    }
    let others = Set(found).subtracting(expected).sorted().map { host in
      Finding(
        .fail, subject: host.description, "Mail for \(survey.domain) goes to \(host), which is not expected.",
        evidence: [Evidence(answer)])
    }
    return .findings(missing + others)
  }

  private static func expect(_ options: inout SurveyOptions) { options.expected.exchanges = ["mail.example.org"] }
}
