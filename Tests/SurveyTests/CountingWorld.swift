import DNS
import Synchronization

/// A world of lists that pass their tests and have nobody in them; counts the questions.
final class CountingWorld: Resolver {
  private let questions = Mutex(0)

  var count: Int { questions.withLock { $0 } }

  func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
    self.questions.withLock { $0 += questions.count }
    return questions.map { question in
      let isTest = question.name.labels.first?.elementsEqual("2".utf8) == true
      let listed = DNSRecord(owner: question.name, ttl: 60, data: .address(.v4(0x7F00_0002)))
      return DNSAnswer(question: question, outcome: isTest ? .records([listed]) : .nameError)
    }
  }
}
