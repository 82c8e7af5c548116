public import DNS

/// A world in which some questions fail that another world answers.
public struct FailingWorld: Resolver {
  private let world: any Resolver
  private let isFailing: @Sendable (DNSQuestion) -> Bool
  private let failure: DNSFailure

  /// Lets the questions fail that `isFailing` chooses; `world` answers all others.
  public init(
    _ world: any Resolver, failure: DNSFailure = .serverFailure(extendedError: nil),
    isFailing: @escaping @Sendable (DNSQuestion) -> Bool
  ) {
    self.world = world
    self.failure = failure
    self.isFailing = isFailing
  }

  /// Answers each question, or lets it fail.
  public func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
    let answers = await world.answers(to: questions)
    return zip(questions, answers).map { question, answer in
      isFailing(question) ? DNSAnswer(question: question, outcome: .failure(failure)) : answer
    }
  }
}
