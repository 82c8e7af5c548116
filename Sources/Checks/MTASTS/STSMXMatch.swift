import AuditModel
import DNS
import HTTPS
import MailAuthentication
import Survey
import Syntax

extension DomainCheck {
  static let stsMXMatch = DomainCheck(
    CheckDescription(
      id: "STS-MX-MATCH",
      area: .mtaSTS,
      title: "Every MX host matches an mx of the policy",
      severity: .critical,
      severityReason: "in mode enforce senders do not deliver to hosts that the policy does not list",
      appliesWhen: "there is a valid policy in mode enforce or testing, and the domain receives mail",
      rule: """
        A host matches an mx that is its name, or that is "*." and the rest of its name behind the first label. For \
        each MX host that matches none: fail in mode enforce, warn in mode testing. Info for each mx that no MX host \
        matches.
        """,
      whyItMatters: """
        Google, Microsoft and others hold mail for such a host back, and return it after days; other senders deliver, \
        so the fault is seen late.
        """,
      remedy: """
        Add the host to the policy and publish a new id in the record at _mta-sts. When hosts change, first change the \
        policy, wait for the max_age of the old one, then change the MX records.
        """,
      standards: ["RFC 8461 §4.1", "RFC 8461 §8.1"],
      causes: ["STS-RECORD", "STS-POLICY-FETCH", "STS-POLICY-SYNTAX", "DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "the host is listed", zone: zone, stage: .policy()),
      CheckExample(.pass, "a wildcard", zone: zone, stage: .policy(mx: "*.example.org")),
      CheckExample(.fail, "another host", zone: zone, stage: .policy(mx: "mx.example.org")),
      CheckExample(
        .fail, "two labels under the wildcard", zone: "\(zone)\n@ MX 20 a.mail", stage: .policy(mx: "*.example.org")),
      CheckExample(
        .warn, "another host in mode testing", zone: zone, stage: .policy(mode: "testing", mx: "mx.example.org")),
      CheckExample(
        .info, "an mx that no host matches", zone: zone,
        stage: .policy(
          lines: "version: STSv1\nmode: enforce\nmx: mail.example.org\nmx: old.example.org\nmax_age: 604800\n")),
      CheckExample(.notApplicable, "mode none", zone: zone, stage: .policy(mode: "none", mx: "mx.example.org")),
      CheckExample(.unknown, "nothing is fetched", zone: zone),
      CheckExample(.unknown, "the MX records cannot be read", zone: "\(record)\n@ MX SERVFAIL", stage: .policy())
    ]
  ) { survey in
    survey.judgePolicy { policy, parsed, answer in
      guard let mode = policy.mode, mode != .none else { return .notApplicable("the policy is in mode none") }
      switch survey.mx.delivery {
      case .null, .none: return .notApplicable("\(survey.domain) receives no mail")
      case .unknown: return .unread(survey.mx.answer) ?? unread(survey)
      case .exchanges, .implicit:
        let hosts = survey.mx.hosts.map(\.name)
        return .findings(
          unlisted(hosts, policy, mode, survey, answer) + unused(hosts, policy, parsed, answer))
      }
    }
  }

  private static let record = #"""
    _mta-sts TXT "v=STSv1; id=1"
    mta-sts A 192.0.2.80
    """#
  private static let zone = "\(record)\n@ MX 10 mail"

  private static func unread(_ survey: DomainSurvey) -> Judgement {
    .findings(survey.deliveryAnswers.dropFirst().compactMap(Finding.unread))
  }

  private static func unlisted(
    _ hosts: [DomainName], _ policy: MTASTSPolicy, _ mode: MTASTSPolicy.Mode, _ survey: DomainSurvey,
    _ answer: HTTPSAnswer
  ) -> [Finding] {
    let listed = policy.patterns.prefix(patternsShown).map(\.pattern.description).joined(separator: ", ")
    let more = policy.patterns.count > patternsShown ? ", …" : ""
    return hosts.filter { host in !policy.patterns.contains { $0.pattern.matches(host) } }.map { host in
      Finding(
        mode == .enforce ? .fail : .warn, subject: host.description,
        "The MX host \(host) matches no mx of the policy (\(listed)\(more)).",
        evidence: [Evidence(survey.mx.answer), Evidence(answer)])
    }
  }

  private static func unused(
    _ hosts: [DomainName], _ policy: MTASTSPolicy, _ parsed: Parsed<MTASTSPolicy>, _ answer: HTTPSAnswer
  ) -> [Finding] {
    policy.patterns.filter { entry in !hosts.contains { entry.pattern.matches($0) } }.prefix(patternsShown).map {
      entry in
      Finding(
        .info, subject: entry.pattern.description, "No MX host matches mx: \(entry.pattern).",
        evidence: [Evidence(text: parsed.text, at: entry.range, of: answer)],
        remedy: "Remove the mx from the policy if the host is gone for good.")
    }
  }

  /// So many patterns are shown.
  private static let patternsShown = 10
}
