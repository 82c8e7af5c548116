import DNS

/// Questions for one batch, each asked once however often it was added.
struct DNSBatch {
  private var questions: [DNSQuestion] = []
  private var known: Set<DNSQuestion> = []

  /// Adds a question unless it is there.
  mutating func add(_ question: DNSQuestion) {
    if known.insert(question).inserted { questions.append(question) }
  }

  /// Asks all questions at once.
  func ask(_ resolver: any Resolver) async -> Answers {
    let answers = questions.isEmpty ? [] : await resolver.answers(to: questions)
    return Answers(byQuestion: Dictionary(zip(questions, answers)) { first, _ in first })
  }

  /// The answers to a batch.
  struct Answers {
    fileprivate let byQuestion: [DNSQuestion: DNSAnswer]

    /// The answer to a question of the batch.
    subscript(question: DNSQuestion) -> DNSAnswer {
      byQuestion[question] ?? .notAsked(question)
    }
  }
}
