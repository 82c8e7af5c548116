import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let spfMXPTRLimit = DomainCheck(
    CheckDescription(
      id: "SPF-MX-PTR-LIMIT",
      area: .spf,
      title: "Terms of mx and ptr stay within ten names",
      severity: .medium,
      severityReason: "an mx with more than ten hosts is a permanent error",
      appliesWhen: "the record, or one that it reaches, contains mx, ptr or %{p}",
      rule: """
        Fail if the name of an mx has more than 10 mail exchanges; warn if a given sending address has more than 10 \
        names, of which ptr and %{p} look at ten only; unknown if the mail exchanges, or a record, could not \
        be read.
        """,
      whyItMatters: """
        Each exchange costs a look-up of its own. A receiver that finds more than ten gives permerror for every \
        sender that the first ten do not match; of ptr names it looks at ten in no particular order.
        """,
      remedy: "Replace the mx or ptr by the addresses of the hosts that send, as ip4 and ip6.",
      standards: ["RFC 7208 §4.6.4", "RFC 7208 §5.4", "RFC 7208 §5.5"],
      causes: ["SPF-TEMPERROR"]
    ),
    examples: [
      CheckExample(.pass, "one exchange", zone: "@ TXT \"v=spf1 mx -all\"\n@ MX 10 mail\nmail A 192.0.2.1"),
      CheckExample(
        .fail, "eleven exchanges",
        zone: "@ TXT \"v=spf1 mx -all\"\n" + (1...11).map { "@ MX 10 m\($0)" }.joined(separator: "\n")),
      CheckExample(.notApplicable, "neither mx nor ptr", zone: #"@ TXT "v=spf1 ip4:192.0.2.0/28 -all""#),
      CheckExample(.unknown, "the exchanges do not answer", zone: "@ TXT \"v=spf1 mx -all\"\n@ MX TIMEOUT")
    ]
  ) { survey in
    survey.judgeSPFRecord { tree in
      let places = tree.places { $0.isMXOrPTR }
      let unseen = tree.unseenRecords
      if places.isEmpty, unseen.isEmpty { return .notApplicable("the record uses neither mx nor ptr") }
      let names = survey.spf.sender?.longPTRAnswer.map { answer in
        Finding(
          .warn, subject: answer.question.name.description,
          "The sending address has \(answer.records.count) names, and ptr looks at ten of them.",
          evidence: [Evidence(answer)])
      }
      return .findings(places.lazy.compactMap { tree.exchangeFinding($0) }.told + [names].compactMap(\.self) + unseen)
    }
  }
}

extension SPFTree.Term {
  fileprivate var isMXOrPTR: Bool {
    switch term.mechanism {
    case .mx?, .ptr?: true
    default: term.domainSpec?.uses([.validatedName]) ?? false
    }
  }
}

extension SPFTree {
  fileprivate func exchangeFinding(_ place: Place) -> Finding? {
    let term = term(at: place)
    guard case .mx? = term.term.mechanism, let answer = term.answers.first else { return nil }
    if let failure = answer.failure {
      return Finding(
        .unknown, subject: term.text, "The mail exchanges of \(answer.question.name) could not be read: \(failure).",
        evidence: [Evidence(answer)])
    }
    guard term.exchanges.count > SPFLimits().names else { return nil }
    return Finding(
      .fail, subject: term.text,
      """
      \(term.text) in \(location(of: nodes[place.node])) leads to \(term.exchanges.count) mail exchanges, and \
      \(SPFLimits().names) are allowed.
      """,
      evidence: [evidence(of: place), Evidence(answer)])
  }
}

extension SPFEvaluation {
  /// The answer with the names of the address, if it is longer than ptr looks at.
  fileprivate var longPTRAnswer: DNSAnswer? {
    var checks = [check]
    while let current = checks.popLast() {
      for answer in current.steps.flatMap(\.answers) where answer.question.type == .ptr {
        return answer.records.count > SPFLimits().names ? answer : nil
      }
      checks += current.steps.compactMap(\.check)
    }
    return nil
  }
}
