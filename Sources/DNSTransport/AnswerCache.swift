import DNS

/// Answers by question, bounded in number, each until its time is over.
///
/// Two generations: when the young one is full it becomes the old one, and what was not used since the last change is
/// forgotten. Names that many domains share stay; names asked once go.
struct AnswerCache {
  private struct Entry {
    let answer: DNSAnswer
    let expiry: ContinuousClock.Instant
  }

  private var young: [DNSQuestion: Entry] = [:]
  private var old: [DNSQuestion: Entry] = [:]
  private let generation: Int

  /// Holds at most `capacity` answers.
  init(capacity: Int) {
    generation = max(capacity / 2, 1)
  }

  /// The number of answers held.
  var count: Int { young.count + old.count }

  /// The answer to a question, if it is still good.
  mutating func answer(to question: DNSQuestion, at now: ContinuousClock.Instant) -> DNSAnswer? {
    if let entry = young[question] { return entry.expiry > now ? entry.answer : nil }
    guard let entry = old[question], entry.expiry > now else { return nil }
    store(entry, for: question)
    return entry.answer
  }

  /// Keeps an answer for `seconds`; nothing is kept for 0 seconds. It will say that it comes from the cache.
  mutating func store(_ answer: DNSAnswer, seconds: UInt32, at now: ContinuousClock.Instant) {
    guard seconds > 0 else { return }
    var provenance = answer.provenance
    provenance.transport = .cache
    provenance.attempts = 0
    provenance.duration = .zero
    let kept = DNSAnswer(
      question: answer.question, outcome: answer.outcome, aliases: answer.aliases, provenance: provenance)
    store(Entry(answer: kept, expiry: now + .seconds(Int64(seconds))), for: answer.question)
  }

  private mutating func store(_ entry: Entry, for question: DNSQuestion) {
    if young.count >= generation {
      old = young
      young = Dictionary(minimumCapacity: 0)
    }
    young[question] = entry
  }
}

extension AnswerCache {
  /// For how many seconds an answer may be kept (RFC 2181 §5.2, RFC 2308 §5, RFC 9520 §3.2).
  static func lifetime(of answer: DNSAnswer, negativeTTL: UInt32?) -> UInt32 {
    switch answer.outcome {
    case .records: min(answer.ttl ?? 0, TransportLimits.longestTTL)
    case .noData, .nameError:
      min(negativeTTL ?? 0, answer.aliases.map(\.ttl).min() ?? .max, TransportLimits.longestNegativeTTL)
    case .failure(.notAsked): 0
    case .failure: TransportLimits.failureTTL
    }
  }
}
