import AuditModel

/// Outcomes made by hand: every check of some rules passes, but for those that are written down.
struct Verdicts {
  let outcomes: [CheckOutcome]

  /// `exceptions` are written like `SPF-SYNTAX fail, TLS-OUTBOUND -`: a check and its verdict, or `-` for one that did
  /// not run; `SPF-SYNTAX fail < SPF-PRESENT` is explained by another.
  init(_ exceptions: String, over checks: some Sequence<CheckID>) {
    var written: [CheckID: (verdict: Verdict?, causes: [CheckID])] = [:]
    for entry in exceptions.split(separator: ",") {
      let words = entry.split(separator: " ").map(String.init)
      let causes = words.drop { $0 != "<" }.dropFirst().map { CheckID(rawValue: $0) }
      written[CheckID(rawValue: words[0])] = (Verdict(rawValue: words[1]), causes)
    }
    let all = Set(checks).union(written.keys).sorted()
    outcomes = all.compactMap { check in
      let (verdict, causes) = written[check] ?? (.pass, [])
      return verdict.map { Self.outcome(check, $0, causes) }
    }
  }

  static func outcome(_ check: CheckID, _ verdict: Verdict, _ causes: [CheckID] = []) -> CheckOutcome {
    let description = CheckDescription(
      id: check, area: .spf, title: "A title", severity: .high, severityReason: "a reason", appliesWhen: "always",
      rule: "A rule.", whyItMatters: "A reason.", remedy: "Mend \(check).", standards: [])
    let judgement: Judgement =
      switch verdict {
      case .pass: .pass
      case .notApplicable: .notApplicable("no reason")
      default:
        .findings([
          Finding(verdict, "\(check) says \(verdict).", evidence: [Evidence(source: "here", excerpt: "\(check)")])
        ])
      }
    return CheckOutcome(description: description, judgement: judgement, causedBy: causes)
  }
}

extension Receiver {
  /// Every check that a rule of the receiver names, or that counts everywhere.
  var checks: Set<CheckID> {
    Set(rules.flatMap(\.checks) + failureRule.checks + Receiver.reputationRule.checks)
  }
}
