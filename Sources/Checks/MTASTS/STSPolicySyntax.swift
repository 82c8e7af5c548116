import AuditModel
import HTTPS
import MailAuthentication
import Survey
import Syntax

extension DomainCheck {
  static let stsPolicySyntax = DomainCheck(
    CheckDescription(
      id: "STS-POLICY-SYNTAX",
      area: .mtaSTS,
      title: "The policy of MTA-STS is valid",
      severity: .medium,
      severityReason: "senders ignore a policy that is not valid",
      appliesWhen: "the policy was fetched",
      rule: """
        Fail unless there are version: STSv1, mode: enforce, testing or none, max_age: 0 to 31557600, and at least one \
        mx unless the mode is none, each on a line of its own as name: value, and no other line breaks the grammar. A \
        byte order mark and line ends other than LF and CRLF break it. Warn on a field other than mx that stands there \
        twice, info on empty lines. Unknown fields are allowed.
        """,
      whyItMatters: "A policy that cannot be read protects nobody, and senders report the fault only to TLS-RPT.",
      remedy: """
        Correct the lines named, for example: version: STSv1 / mode: enforce / mx: mail.example.org / max_age: 1209600. \
        Then publish a new id in the record at _mta-sts.
        """,
      standards: ["RFC 8461 §3.2"],
      causes: ["STS-RECORD", "STS-POLICY-FETCH", "DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "a policy", zone: zone, stage: .policy()),
      CheckExample(
        .pass, "mode none without mx", zone: zone,
        stage: .policy(lines: "version: STSv1\r\nmode: none\r\nmax_age: 60\r\n")),
      CheckExample(
        .fail, "an equals sign in place of a colon", zone: zone,
        stage: .policy(lines: "version: STSv1\nmode=enforce\nmx: mail.example.org\nmax_age: 86400\n")),
      CheckExample(
        .fail, "no mx", zone: zone, stage: .policy(lines: "version: STSv1\nmode: enforce\nmax_age: 86400\n")),
      CheckExample(.fail, "a max_age of years", zone: zone, stage: .policy(maxAge: 99_999_999)),
      CheckExample(.fail, "a wildcard in the middle", zone: zone, stage: .policy(mx: "mx.*.example.org")),
      CheckExample(
        .warn, "two modes", zone: zone,
        stage: .policy(lines: "version: STSv1\nmode: testing\nmode: enforce\nmx: a.example\nmax_age: 86400\n")),
      CheckExample(
        .info, "an empty line", zone: zone,
        stage: .policy(lines: "version: STSv1\nmode: testing\n\nmx: a.example\nmax_age: 86400\n")),
      CheckExample(.unknown, "nothing is fetched", zone: zone),
      CheckExample(.notApplicable, "no file", zone: zone, stage: .policy(StagedPage("HTTP/1.1 404 Not Found\n\n")))
    ]
  ) { survey in
    survey.judgePolicyText { parsed, answer in
      .findings(parsed.faults.map { finding($0, parsed, answer) })
    }
  }

  private static let zone = """
    _mta-sts TXT "v=STSv1; id=1"
    mta-sts A 192.0.2.80
    """

  private static func finding(
    _ fault: SyntaxFault, _ parsed: Parsed<MTASTSPolicy>, _ answer: HTTPSAnswer
  ) -> Finding {
    let place = TextPosition(fault.range.lowerBound, in: parsed.text)
    let verdict: Verdict =
      switch fault.gravity {
      case .fatal: .fail
      case .ignored: .warn
      case .remark: .info
      }
    return Finding(
      verdict, subject: "line \(place.line)", fault.sentence,
      evidence: [Evidence(text: parsed.text, at: fault.range, of: answer)])
  }
}
