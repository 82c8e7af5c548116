import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let spfTemperror = DomainCheck(
    CheckDescription(
      id: "SPF-TEMPERROR",
      area: .spf,
      title: "SPF can be evaluated without temporary errors",
      severity: .high,
      severityReason: "receivers defer mail, or treat it as not authenticated",
      appliesWhen: "the domain publishes one SPF record",
      rule: """
        Look at every name that the record and its includes ask for. Fail if one is answered with SERVFAIL, or its \
        aliases lead in a circle, though other names answer; unknown if one does not answer in time or otherwise; warn if all \
        look-ups together take more than 20 seconds.
        """,
      whyItMatters: """
        An evaluation that comes to such a name ends in temperror: mail is deferred with a 4xx reply, or goes on \
        without SPF.
        """,
      remedy: """
        Mend the DNS of the name: a delegation to servers that do not answer for it, or a broken DNSSEC signature. If \
        it belongs to a former provider, delete the term.
        """,
      standards: ["RFC 7208 §2.6.6", "RFC 7208 §4.6.4"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "every name answers", zone: "@ TXT \"v=spf1 mx -all\"\n@ MX 10 mail\nmail A 192.0.2.1"),
      CheckExample(
        .fail, "the server of an included record fails",
        zone: "@ TXT \"v=spf1 include:broken.example.net -all\"\nbroken.example.net. TXT SERVFAIL"),
      CheckExample(.fail, "aliases in a circle", zone: "@ TXT \"v=spf1 a:x.example.org -all\"\nx CNAME y\ny CNAME x"),
      CheckExample(
        .unknown, "a name does not answer", zone: "@ TXT \"v=spf1 a:slow.example.org -all\"\nslow A TIMEOUT"),
      CheckExample(.unknown, "the record itself does not answer", zone: "@ TXT TIMEOUT")
    ]
  ) { survey in
    survey.judgeSPFRecord { tree in
      let broken = tree.failures.filter { $0.failure?.isBrokenZone == true }.told
      let silent = tree.failures.filter { $0.failure?.isBrokenZone == false }.told
      let failures = (broken + silent).compactMap { answer -> Finding? in
        guard let failure = answer.failure else { return nil }
        return Finding(
          failure.isBrokenZone ? .fail : .unknown, subject: answer.question.name.description,
          "\(answer.question) has no answer: \(failure).", evidence: [Evidence(answer)])
      }
      guard failures.isEmpty, tree.lookupTime > SPFLimits.time else { return .findings(failures) }
      return .warn(
        "The look-ups took \(tree.lookupTime.components.seconds) seconds together.",
        evidence: [tree.evidence(of: tree.root)])
    }
  }
}

extension DNSFailure {
  /// Whether the fault lies with the name asked for and every receiver meets it, not with the way from here.
  fileprivate var isBrokenZone: Bool {
    switch self {
    case .serverFailure, .aliasLoop, .aliasChainTooLong: true
    case .timeout, .refused, .responseCode, .malformed, .unreachable, .notAsked, .notCovered, .notRecorded: false
    }
  }
}
