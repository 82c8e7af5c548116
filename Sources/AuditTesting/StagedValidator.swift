import DNS

/// Gives the verdicts that an example names: those of the nearest name at or above the one asked for. What the world
/// does not answer is indeterminate.
struct StagedValidator: DNSSECValidator {
  let verdicts: [DomainName: DNSSECVerdict]
  let world: any Resolver

  func verdicts(on questions: [DNSQuestion]) async -> [DNSSECVerdict] {
    await world.answers(to: questions).map { answer in
      let known = verdicts.keys.filter { answer.question.name.isEqual(toOrBelow: $0) }
      let nearest = known.max { $0.labelCount < $1.labelCount }.flatMap { verdicts[$0] }
      // What is bogus ends in SERVFAIL at a resolver that validates, and is seen all the same by one that looks itself.
      if let failure = answer.failure, nearest?.state != .bogus {
        var verdict = DNSSECVerdict(.indeterminate, reason: "\(answer.question) could not be read: \(failure)")
        verdict.failure = failure
        return verdict
      }
      return nearest ?? DNSSECVerdict(.indeterminate, reason: "nobody validates this name")
    }
  }
}
