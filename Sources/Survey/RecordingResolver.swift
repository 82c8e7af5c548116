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
      // Two who ask at the same time are told the same: what came first.
      var isFirst = true
      for answer in fresh {
        guard let earlier = known.updateValue(answer, forKey: answer.question) else { continue }
        known[answer.question] = earlier
        isFirst = false
      }
      // Nearly always nothing was known before.
      if isFirst, fresh.count == questions.count { return fresh }
      return questions.map { known[$0] ?? DNSAnswer(question: $0, outcome: .failure(.notAsked)) }
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

  /// Every answer so far, in the order of the questions.
  var answers: [DNSAnswer] {
    // Comparing names costs more than moving references, and halving needs the fewest comparisons.
    var (sorted, keys): ([DNSAnswer], [[UInt8]]) = ([], [])
    for answer in known.withLock({ Array($0.values) }) {
      let type = answer.question.type.rawValue
      let key = answer.question.name.sortingKey + [UInt8(type >> 8), UInt8(truncatingIfNeeded: type)]
      let place = Self.place(of: key, in: keys)
      sorted.insert(answer, at: place)
      keys.insert(key, at: place)
    }
    return sorted
  }

  /// How many keys stand before one.
  private static func place(of key: [UInt8], in keys: [[UInt8]]) -> Int {
    var (start, end) = (0, keys.count)
    while start < end {
      let middle = (start + end) / 2
      if keys[middle].lexicographicallyPrecedes(key) { start = middle + 1 } else { end = middle }
    }
    return start
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
