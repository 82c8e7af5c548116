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
    return await answers(to: [question]).first ?? .notAsked(question)
  }

  /// The answers that `known` has, and those of this resolver for all other questions, in the order of the questions.
  public func answers(
    to questions: [DNSQuestion], unless known: (DNSQuestion) -> DNSAnswer?
  ) async -> [DNSAnswer] {
    let found = questions.map(known)
    let missing = zip(questions, found).filter { $0.1 == nil }.map(\.0)
    var fresh = (missing.isEmpty ? [] : await answers(to: missing)).makeIterator()
    return zip(questions, found).map { $1 ?? fresh.next() ?? .notAsked($0) }
  }
}

extension DNSAnswer {
  /// Stands for the answer to a question that was not asked.
  public static func notAsked(_ question: DNSQuestion) -> DNSAnswer {
    DNSAnswer(question: question, outcome: .failure(.notAsked))
  }

  /// Stands for the answer to a question that was not asked.
  public static func notAsked(_ name: DomainName, _ type: DNSRecordType) -> DNSAnswer {
    notAsked(DNSQuestion(name, type))
  }
}
