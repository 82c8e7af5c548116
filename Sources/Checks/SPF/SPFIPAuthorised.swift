import AuditModel
import DNS
import MailAuthentication
import Survey
import Syntax

extension DomainCheck {
  static let spfIPAuthorised = DomainCheck(
    CheckDescription(
      id: "SPF-IP-AUTHORISED",
      area: .spf,
      title: "The real sending address passes SPF",
      severity: .critical,
      severityReason: "large receivers want SPF to pass, and DMARC rests on it where DKIM is missing",
      appliesWhen: "a sending address is given",
      rule: """
        Evaluate SPF for each address given, with the MAIL FROM and EHLO names given, or postmaster at the domain. Fail \
        for fail, permerror and none; warn for softfail and neutral; unknown for temperror.
        """,
      whyItMatters: """
        A sending host that the record does not list is the most common reason why mail of one's own is refused or \
        filtered. IPv6 addresses are forgotten most often.
        """,
      remedy: "Add the address of the host to the record as ip4 or ip6, or send through a relay that it lists.",
      standards: [
        "RFC 7208 §4", StandardReference(document: "Google, Email sender guidelines", section: "SPF"),
        StandardReference(
          document: "Microsoft, Outlook's New Requirements for High-Volume Senders", section: "What's Changing")
      ],
      causes: [
        "SPF-PRESENT", "SPF-MULTIPLE", "SPF-SYNTAX", "SPF-LOOKUP-LIMIT", "SPF-VOID-LIMIT", "SPF-INCLUDE-TARGET",
        "SPF-TEMPERROR"
      ],
      profiles: [
        .required(.gmailBulk), .required(.yahooBulk), .required(.microsoftBulk), .required(.preLaunch)
      ]
    ),
    examples: [
      CheckExample(.pass, "the address is listed", zone: #"@ TXT "v=spf1 ip6:2001:db8::25 -all""#) {
        $0.sendingAddress = IPAddress("2001:db8::25")
      },
      CheckExample(.fail, "only the IPv4 address is listed", zone: #"@ TXT "v=spf1 ip4:192.0.2.25 -all""#) {
        $0.sendingAddress = IPAddress("2001:db8::25")
      },
      CheckExample(.warn, "the default is ~all", zone: #"@ TXT "v=spf1 mx ~all""#) {
        $0.sendingAddress = IPAddress("192.0.2.25")
      },
      CheckExample(.fail, "the second of two addresses is not listed", zone: #"@ TXT "v=spf1 ip4:192.0.2.25 -all""#) {
        $0.sendingAddresses = ["192.0.2.25", "192.0.2.26"].compactMap { IPAddress($0) }
      },
      CheckExample(.notApplicable, "no address is given", zone: #"@ TXT "v=spf1 mx ~all""#),
      CheckExample(.unknown, "a mechanism does not answer", zone: "@ TXT \"v=spf1 mx ~all\"\n@ MX TIMEOUT") {
        $0.sendingAddress = IPAddress("192.0.2.25")
      }
    ]
  ) { survey in
    let evaluations = survey.spf.senders
    guard !evaluations.isEmpty else { return .notApplicable("no sending address is given") }
    let findings = evaluations.compactMap {
      $0.finding(isWarning: [.softfail, .neutral], isFailure: [.fail, .permerror, .none])
    }
    return findings.isEmpty ? .pass : .findings(findings)
  }
}

extension SPFEvaluation {
  /// A judgement by the result; what is in neither list and no temperror passes.
  func judgement(isWarning: Set<SPFResult>, isFailure: Set<SPFResult>) -> Judgement {
    finding(isWarning: isWarning, isFailure: isFailure).map { .findings([$0]) } ?? .pass
  }

  /// A finding by the result; nil for what is in neither list and no temperror.
  func finding(isWarning: Set<SPFResult>, isFailure: Set<SPFResult>) -> Finding? {
    let verdict: Verdict? =
      if result == .temperror { .unknown } else if isFailure.contains(result) {
        .fail
      } else if isWarning.contains(
        result)
      { .warn } else { nil }
    guard let verdict else { return nil }
    let domain = check.domain
    let statement = "\(identity.address) gets \(result.rawValue) for \(domain)\(cause)."
    return Finding(verdict, subject: domain, statement, evidence: evidence)
  }

  /// The term that decided, or the problem.
  private var cause: String {
    if let problem { return ": \(problem)" }
    guard let last = path.last else { return ", because no term matches" }
    return " by \(last.term) in the record of \(last.domain)"
  }

  /// The records on the way to the deciding term, with it marked.
  private var evidence: [Evidence] {
    var (evidence, next): ([Evidence], SPFCheck?) = ([], check)
    while let current = next {
      if let record = current.record, let question = current.answer?.question {
        evidence.append(
          Evidence(text: record.text, of: question, highlight: current.decidingStep?.term.range))
      } else if let answer = current.answer {
        evidence.append(Evidence(answer))
      } else {
        evidence.append(Evidence(source: "MAIL FROM", excerpt: current.domain))
      }
      next = current.decidingStep?.check
    }
    return evidence
  }
}
