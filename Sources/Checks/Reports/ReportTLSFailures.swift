import AuditModel
import FeedbackReports
public import Survey

extension ReportsCheck {
  static let reportTLSFailures = ReportsCheck(
    CheckDescription(
      id: "RPT-TLS-FAILURES",
      area: .reports,
      title: "Senders reach the mail servers over TLS",
      severity: .high,
      severityReason:
        "where MTA-STS is enforced or TLSA records stand, sessions that fail are mail that waits or is lost",
      appliesWhen: "TLS reports are given",
      rule: """
        Add up the failed sessions by result type, policy, domain and host. Fail where the policy is MTA-STS in mode enforce, \
        or DANE; warn for other modes and without a policy, where mail is delivered all the same. Each result type names the \
        check that shows the same from outside. Unknown when a file could not be opened.
        """,
      whyItMatters: "The sender holds mail for you and returns it after some days.",
      remedy: "Run the check that is named at each failure, and do what it says.",
      standards: ["RFC 8460 §4.3", "RFC 8461 §5", "RFC 7672 §2.2"]
    ),
    examples: [
      ReportsExample(.pass, "every session is secure", [.tls()]),
      ReportsExample(.fail, "the certificate expired, and senders enforce", [.tls(failures: expired, failed: 3)]),
      ReportsExample(.fail, "TLSA records do not match", [.tls("tlsa", failures: mismatch, failed: 3)]),
      ReportsExample(.warn, "the policy is tested", [.tls("sts testing", failures: expired, failed: 3)]),
      ReportsExample(.warn, "no reason is told", [.tls("no-policy-found", failed: 2)]),
      ReportsExample(
        .unknown, "a file may not be opened", [.unreadable(.unreadable("Permission denied"), file: "report.json.gz")]),
      ReportsExample(.notApplicable, "nothing is given")
    ]
  ) { survey in
    let unseen = Finding.unseen(.json, survey.unreadable)
    if survey.tls.readCount == 0, survey.given.tls > 0 || unseen.isEmpty {
      return .notApplicable(survey.given.tls == 0 ? "no TLS report is given" : "no TLS report is counted")
    }
    var findings = survey.tls.failures.prefix(mostKinds).map(finding)
    let rest = survey.tls.failures.dropFirst(mostKinds).reduce(survey.tls.otherSessions) { $0 + $1.sessions }
    if rest > 0 {
      findings.append(Finding(.info, "\(Counted.of(rest, "more session")) failed in ways that are not listed."))
    }
    return .findings(findings + unseen)
  }

  private static let expired = """
    {"result-type": "certificate-expired", "receiving-mx-hostname": "mx.example.org", "failed-session-count": 3}
    """
  private static let mismatch = """
    {"result-type": "validation-failure", "receiving-mx-hostname": "mx.example.org", "failed-session-count": 3}
    """

  /// Kinds of failures that are told: the rest is counted.
  private static let mostKinds = 20

  private static func finding(_ failures: TLSFailures) -> Finding {
    let type = TLSResultType(failures.kind)
    let place = failures.kind.mx.map { " at \($0)" } ?? ""
    let detail = failures.detail.map { " (\($0))" } ?? ""
    return Finding(
      failures.kind.policy.holdsMail ? .fail : .warn,
      subject: failures.kind.domain,
      "\(Counted.of(failures.sessions, "session")) failed\(place) under \(failures.kind.policy.words): \(type.words).",
      evidence: [
        Evidence(
          failures.source,
          "\(failures.kind.resultType.isEmpty ? "no result-type" : failures.kind.resultType) \(failures.sessions)"
            + "\(detail), reported by \(failures.reporters.joined(separator: ", "))")
      ], remedy: type.remedy)
  }
}

extension TLSFailures.Policy {
  /// Whether a sender that follows the policy does not deliver (RFC 8461 §5, RFC 7672 §2.2).
  fileprivate var holdsMail: Bool { self == .enforcedSTS || self == .tlsa }

  var words: String {
    switch self {
    case .enforcedSTS: "MTA-STS in mode enforce"
    case .otherSTS: "MTA-STS that is not enforced, or whose mode is not told"
    case .tlsa: "DANE"
    case .none: "no policy"
    }
  }
}

extension TLSFailures {
  /// What happened, a phrase.
  public var words: String { TLSResultType(kind).words }
  /// What to do, with the checks to look at.
  public var remedy: String { TLSResultType(kind).remedy }
  /// The policy in words.
  public var policyWords: String { kind.policy.words }
}
