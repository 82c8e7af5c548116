import DNS
import Synchronization

/// Passes questions on, keeps every answer, and asks no question twice in one survey.
final class RecordingResolver: Resolver {
  private let base: any Resolver
  private let known = Mutex([DNSQuestion: DNSAnswer](minimumCapacity: usualQuestions))
  private let asked = Mutex(0)

  init(_ base: any Resolver) {
    self.base = base
  }

  func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
    asked.withLock { $0 += questions.count }
    let missing = known.withLock { known in
      // Nearly always nothing was known before.
      questions.allSatisfy { known[$0] == nil } ? questions : questions.filter { known[$0] == nil }
    }.withoutRepetitions
    let fresh = missing.isEmpty ? [] : await base.answers(to: missing)
    return known.withLock { known in
      // Two who ask at the same time are told the same: what came first.
      var isFirst = true
      for answer in fresh {
        guard let earlier = known.updateValue(answer, forKey: answer.question) else { continue }
        known[answer.question] = earlier
        isFirst = false
      }
      if isFirst, fresh.count == questions.count { return fresh }
      return questions.map { known[$0] ?? .notAsked($0) }
    }
  }

  /// Answers of the survey, and others that it does not keep: for a look at what it has asked.
  func glance(at questions: [DNSQuestion]) async -> [DNSAnswer] {
    await base.answers(to: questions, unless: { question in known.withLock { $0[question] } })
  }

  /// Room for what most audits ask.
  private static let usualQuestions = 64

  /// How many questions came in, those included that had been asked before.
  var questionCount: Int { asked.withLock(\.self) }

  /// Every answer so far, in no order.
  var unorderedAnswers: [DNSAnswer] { known.withLock { Array($0.values) } }

  /// Every answer so far, in the order of the questions.
  var answers: [DNSAnswer] { unorderedAnswers.sorted { $0.question < $1.question } }
}

/// Passes on what a survey has learned, and leaves no trace in it.
struct GlancingResolver: Resolver {
  let recorder: RecordingResolver

  func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] { await recorder.glance(at: questions) }
}

extension [DNSQuestion] {
  /// Each question once, in the order in which they come first.
  fileprivate var withoutRepetitions: [DNSQuestion] {
    // Few questions are compared faster than a set of them is made, and nearly none are repeated.
    if count < 16, indices.allSatisfy({ !self[..<$0].contains(self[$0]) }) { return self }
    var seen = Set<DNSQuestion>(minimumCapacity: count)
    return filter { seen.insert($0).inserted }
  }
}
