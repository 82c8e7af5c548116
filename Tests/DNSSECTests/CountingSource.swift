import DNS
import LDNSKit
import Synchronization

/// Counts how often it is asked.
final class CountingSource: SignedAnswerSource {
  private let base: any SignedAnswerSource
  private let count = Mutex((rounds: 0, questions: 0))

  init(_ base: any SignedAnswerSource) { self.base = base }

  var rounds: Int { count.withLock { $0.rounds } }
  var questions: Int { count.withLock { $0.questions } }

  func signedAnswers(to questions: [DNSQuestion]) async -> [SignedAnswer] {
    count.withLock { $0 = ($0.rounds + 1, $0.questions + questions.count) }
    return await base.signedAnswers(to: questions)
  }
}
