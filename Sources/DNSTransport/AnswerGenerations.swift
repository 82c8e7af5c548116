import DNS
import NIOCore

/// Answers by question, in two generations.
///
/// Messages are kept as they came, one behind the other, and read again on demand: most answers are never asked for
/// again, and what is kept of them has to be cheap to write and to forget. When the young generation is full it becomes
/// the old one, and what was not used since the last change is forgotten. Names that many domains share stay.
struct AnswerGenerations {
  private var young = CachedAnswers()
  private var old = CachedAnswers()
  private let generation: Int
  private let generationOctets: Int

  /// Holds at most `capacity` answers in about `octets` of memory.
  init(capacity: Int, octets: Int) {
    generation = max(capacity / 2, 1)
    generationOctets = max(octets / 2, 1)
  }

  /// What is known of an answer.
  enum Found {
    /// What its messages say.
    case reading(DNSAnswer)
    /// What it is made of, and when its time is over.
    case content(CachedAnswers.Content, NIODeadline)
  }

  /// The answer to a question, if it is still good.
  mutating func find(_ key: QuestionKey, at now: NIODeadline) -> Found? {
    if let expiry = young.expiry(of: key) {
      guard expiry > now else { return nil }
      return young.reading(of: key).map { .reading($0) } ?? young[key].map { .content($0, expiry) }
    }
    guard let expiry = old.expiry(of: key), expiry > now, let content = old[key] else { return nil }
    makeRoom()
    switch content {
    case .messages(let messages, let server):
      guard let last = messages.last else { return nil }
      young.store(messages.dropLast(), last.span, from: server, for: key, until: expiry)
    case .failure(let answer): young.store(answer, for: key, until: expiry)
    }
    return .content(content, expiry)
  }

  /// Keeps what the messages of an answer say, unless there are others by now; gives what another thread kept before.
  mutating func keep(_ reading: DNSAnswer, for key: QuestionKey, until expiry: NIODeadline) -> DNSAnswer {
    guard young.expiry(of: key) == expiry else { return reading }
    if let known = young.reading(of: key) { return known }
    young.keep(reading, for: key)
    return reading
  }

  /// Keeps the messages of an answer: the last of them, and those before it.
  mutating func store(
    _ earlier: ArraySlice<[UInt8]>, _ last: Span<UInt8>, from server: Int, for key: QuestionKey,
    until expiry: NIODeadline
  ) {
    makeRoom()
    young.store(earlier, last, from: server, for: key, until: expiry)
  }

  /// Keeps a failure.
  mutating func store(_ failure: DNSAnswer, for key: QuestionKey, until expiry: NIODeadline) {
    makeRoom()
    young.store(failure, for: key, until: expiry)
  }

  private mutating func makeRoom() {
    guard young.stores >= generation || young.weight >= generationOctets else { return }
    swap(&old, &young)
    young.removeAll()
  }
}
