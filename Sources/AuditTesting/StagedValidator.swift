import DNS

/// Gives the verdicts that an example names: those of the nearest name at or above the one asked for.
struct StagedValidator: DNSSECValidator {
  let verdicts: [DomainName: DNSSECVerdict]

  func verdicts(on questions: [DNSQuestion]) async -> [DNSSECVerdict] {
    questions.map { question in
      let known = verdicts.keys.filter { question.name.isEqual(toOrBelow: $0) }
      let nearest = known.max { $0.labelCount < $1.labelCount }
      return nearest.flatMap { verdicts[$0] } ?? DNSSECVerdict(.indeterminate, reason: "nobody validates this name")
    }
  }
}
