import DNS

/// Gives the verdicts that an example names: those of the nearest name at or above the one asked for. What the world
/// does not answer is indeterminate.
struct StagedValidator: DNSSECValidator {
  let verdicts: [DomainName: DNSSECVerdict]
  let world: any Resolver

  func verdicts(on questions: [DNSQuestion]) async -> [DNSSECVerdict] {
    await world.answers(to: questions).map { answer in
      if let failure = answer.failure {
        var verdict = DNSSECVerdict(.indeterminate, reason: "\(answer.question) could not be read: \(failure)")
        verdict.failure = failure
        return verdict
      }
      let known = verdicts.keys.filter { answer.question.name.isEqual(toOrBelow: $0) }
      let nearest = known.max { $0.labelCount < $1.labelCount }
      return nearest.flatMap { verdicts[$0] } ?? DNSSECVerdict(.indeterminate, reason: "nobody validates this name")
    }
  }
}
