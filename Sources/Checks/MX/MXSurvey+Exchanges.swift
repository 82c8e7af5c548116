import AuditModel
import DNS
import Survey

extension MXSurvey {
  /// Judges the exchanges that MX records name. Without such records there is nothing to judge; when the MX records
  /// could not be read, or not all exchanges were looked at, nobody can tell.
  func judgeExchanges(_ judge: ([MXHost]) -> [Finding]) -> Judgement {
    switch delivery {
    case .exchanges:
      let seen = hosts.filter(\.wasLookedAt)
      return .findings((seen.isEmpty ? [] : judge(seen)) + unseen(hosts.count - seen.count))
    case .null: return .notApplicable("the domain has a null MX")
    case .implicit, .none: return .notApplicable("the domain has no MX records")
    case .unknown: return .unread(answer) ?? .notApplicable("the domain has no MX records")
    }
  }

  private func unseen(_ count: Int) -> [Finding] {
    guard count > 0 else { return [] }
    let statement = "\(count) of \(hosts.count) exchanges were not looked at."
    return [Finding(.unknown, statement, evidence: [Evidence(source: answer.question.description, excerpt: statement)])]
  }
}

extension MXHost {
  /// Whether any question about the host was asked.
  var wasLookedAt: Bool { !answers.allSatisfy { $0.failure == .notAsked } }

  /// The questions for addresses that failed, as findings that leave the check undecided.
  var unread: [Finding] { answers.compactMap(Finding.unread) }

  /// Both answers as evidence.
  var evidence: [Evidence] { answers.map { Evidence($0) } }

  /// The aliases of the name as evidence: one line from alias to alias.
  var aliasEvidence: Evidence { Evidence(ipv4.aliases.isEmpty ? ipv6 : ipv4) }
}
