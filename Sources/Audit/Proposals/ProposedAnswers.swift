import DNS

/// The world behind a change: the answers of a survey, the changed records in their place. What the survey did not ask
/// is asked of the resolver of the audit.
struct ProposedAnswers: Resolver {
  private let recorded: [DNSQuestion: DNSAnswer]
  private let edits: [RecordEdit]
  private let beyond: any Resolver

  init(_ answers: [DNSAnswer], edits: [RecordEdit], beyond: any Resolver) {
    recorded = Dictionary(answers.map { ($0.question, $0) }) { first, _ in first }
    self.edits = edits
    self.beyond = beyond
  }

  func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
    await beyond.answers(to: questions, unless: { recorded[$0] }).map(edited)
  }

  /// An answer behind the change. One that could not be had stays so: nobody knows what stands beside the new records.
  private func edited(_ answer: DNSAnswer) -> DNSAnswer {
    if answer.failure != nil { return answer }
    let name = answer.canonicalName
    let own = edits.filter { $0.name == name && $0.type == answer.question.type }
    if own.isEmpty {
      // RFC 8020 §2: a name exists when one below it does.
      let exists = edits.contains { !$0.added.isEmpty && $0.name.isEqual(toOrBelow: name) }
      return exists && answer.outcome == .nameError ? answer.saying(.noData) : answer
    }
    let records = own.reduce(answer.records) { $1.applied(to: $0) }
    if records.isEmpty { return answer.outcome == .nameError ? answer : answer.saying(.noData) }
    return answer.saying(.records(records))
  }
}

extension DNSAnswer {
  fileprivate func saying(_ outcome: Outcome) -> DNSAnswer {
    DNSAnswer(question: question, outcome: outcome, aliases: aliases, provenance: provenance)
  }
}
