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
    let missing = known.withLock { known in questions.filter { known[$0] == nil } }.withoutRepetitions
    let fresh = missing.isEmpty ? [] : await base.answers(to: missing)
    return known.withLock { known in
      for answer in fresh { known[answer.question] = answer }
      // Nearly always nothing was known before.
      if fresh.count == questions.count { return fresh }
      return questions.map { known[$0] ?? DNSAnswer(question: $0, outcome: .failure(.notAsked)) }
    }
  }

  /// Answers of the survey, and others that it does not keep: for a look at what it has asked.
  func glance(at questions: [DNSQuestion]) async -> [DNSAnswer] {
    let found = known.withLock { known in questions.map { known[$0] } }
    let missing = zip(questions, found).filter { $0.1 == nil }.map(\.0)
    var fresh = (missing.isEmpty ? [] : await base.answers(to: missing)).makeIterator()
    return zip(questions, found).map { $1 ?? fresh.next() ?? DNSAnswer(question: $0, outcome: .failure(.notAsked)) }
  }

  /// Room for what most audits ask.
  private static let usualQuestions = 64

  /// How many questions came in, those included that had been asked before.
  var questionCount: Int { asked.withLock(\.self) }

  /// Every answer so far, in the order of the questions.
  var answers: [DNSAnswer] {
    let keyed = known.withLock { known in known.values.map { (key: $0.question.name.sortingKey, answer: $0) } }
    return keyed.sorted { left, right in
      left.key == right.key
        ? left.answer.question.type < right.answer.question.type : left.key.lexicographicallyPrecedes(right.key)
    }.map(\.answer)
  }
}

/// Passes on what a survey has learned, and leaves no trace in it.
struct GlancingResolver: Resolver {
  let recorder: RecordingResolver

  func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] { await recorder.glance(at: questions) }
}

extension [DNSQuestion] {
  /// Each question once, in the order in which they come first.
  fileprivate var withoutRepetitions: [DNSQuestion] {
    if count < 2 { return self }
    var seen = Set<DNSQuestion>(minimumCapacity: count)
    return filter { seen.insert($0).inserted }
  }
}
