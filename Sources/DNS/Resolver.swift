/// Answers questions about names.
///
/// A batch is asked at once, because one continuation for eight questions costs two thirds of eight. An
/// implementation never throws: what could not be learned is an answer with a ``DNSFailure``.
public protocol Resolver: Sendable {
  /// Asks all `questions` at the same time; the answers stand in the same order.
  func answers(to questions: [DNSQuestion]) async -> [DNSAnswer]
}

extension Resolver {
  /// Asks one question.
  public func answer(to name: DomainName, _ type: DNSRecordType) async -> DNSAnswer {
    let question = DNSQuestion(name, type)
    return await answers(to: [question]).first ?? DNSAnswer(question: question, outcome: .failure(.notAsked))
  }
}
