import DNS
import LDNSKit
import NIOCore

/// Answers by question, bounded in number, each until its time is over.
///
/// Messages are kept as they came, one behind the other, and read again on demand: most answers are never asked for
/// again, and what is kept of them has to be cheap to write and to forget. Two generations: when the young one is full
/// it becomes the old one, and what was not used since the last change is forgotten. Names that many domains share stay.
struct AnswerCache {
  /// What an answer is made of.
  enum Content {
    /// The messages of a chain of aliases, and the index of the server that sent the last.
    case messages([[UInt8]], server: Int)
    /// A failure.
    case failure(DNSAnswer)
  }

  private var young = CachedAnswers()
  private var old = CachedAnswers()
  private let generation: Int
  private let generationOctets: Int
  private let servers: [String]
  private let keepsMessages: Bool

  /// Holds at most `capacity` answers in about `octets` of memory, which give their messages too if wanted; the servers
  /// are given by their labels.
  init(capacity: Int, octets: Int = .max, servers: [String], keepsMessages: Bool = false) {
    generation = max(capacity / 2, 1)
    generationOctets = max(octets / 2, 1)
    self.servers = servers
    self.keepsMessages = keepsMessages
  }

  /// The answer to a question, if it is still good; it says that it comes from the cache.
  mutating func answer(to key: QuestionKey, at now: NIODeadline) -> DNSAnswer? {
    if let expiry = young.expiry(of: key) {
      return expiry > now ? reading(of: key) : nil
    }
    guard let expiry = old.expiry(of: key), expiry > now, let content = old[key] else { return nil }
    makeRoom()
    switch content {
    case .messages(let messages, let server):
      guard let last = messages.last else { return nil }
      young.store(messages.dropLast(), last.span, from: server, for: key, until: expiry)
    case .failure(let answer): young.store(answer, for: key, until: expiry)
    }
    return reading(of: key)
  }

  /// Reads the messages once: what is asked for again is nearly always shared by many domains.
  private mutating func reading(of key: QuestionKey) -> DNSAnswer? {
    if let answer = young.reading(of: key) { return answer }
    guard let content = young[key], let answer = answer(to: key, from: content) else { return nil }
    young.keep(answer, for: key)
    return answer
  }

  /// Keeps the messages of an answer, the last of them and those before it, for `seconds`; nothing for 0 seconds.
  mutating func store(
    _ earlier: [[UInt8]], _ last: Span<UInt8>, from server: Int, for key: QuestionKey, seconds: UInt32,
    at now: NIODeadline
  ) {
    guard seconds > 0 else { return }
    makeRoom()
    young.store(earlier[...], last, from: server, for: key, until: now + .seconds(Int64(seconds)))
  }

  /// Keeps a failure for `seconds`.
  mutating func store(_ failure: DNSAnswer, for key: QuestionKey, seconds: UInt32, at now: NIODeadline) {
    guard seconds > 0 else { return }
    makeRoom()
    young.store(failure, for: key, until: now + .seconds(Int64(seconds)))
  }

  private mutating func makeRoom() {
    guard young.stores >= generation || young.weight >= generationOctets else { return }
    swap(&old, &young)
    young.removeAll()
  }
}

extension AnswerCache {
  private func answer(to key: QuestionKey, from content: Content) -> DNSAnswer? {
    switch content {
    case .failure(let answer):
      return DNSAnswer(
        question: answer.question, outcome: answer.outcome, aliases: answer.aliases,
        provenance: DNSProvenance(server: answer.provenance.server, transport: .cache))
    case .messages(let messages, let server):
      var interpreter = AnswerInterpreter(key.question)
      var provenance = DNSProvenance(
        server: servers[server], transport: .cache, authenticated: true, messageOctets: messages.last?.count ?? 0)
      var reading: AnswerInterpreter.Reading?
      for octets in messages {
        guard let message = try? DNSMessage(decoding: octets.span, asked: interpreter.name) else { return nil }
        provenance.authenticated = provenance.authenticated && message.isAuthenticated
        reading = interpreter.read(message)
      }
      guard case .answered(let outcome, _) = reading else { return nil }
      return DNSAnswer(
        question: key.question, outcome: outcome, aliases: interpreter.aliases, provenance: provenance,
        messages: keepsMessages ? messages : [])
    }
  }
}

extension AnswerCache {
  /// For how many seconds an answer may be kept (RFC 2181 §5.2, RFC 2308 §5, RFC 9520 §3.2).
  static func lifetime(of answer: DNSAnswer, negativeTTL: UInt32?) -> UInt32 {
    switch answer.outcome {
    case .records: min(ttl(of: answer), TransportLimits.longestTTL)
    case .noData, .nameError:
      min(negativeTTL ?? 0, answer.aliases.map(\.ttl).min() ?? .max, TransportLimits.longestNegativeTTL)
    case .failure(.notAsked): 0
    case .failure: TransportLimits.failureTTL
    }
  }

  /// The smallest time to live of records and aliases.
  private static func ttl(of answer: DNSAnswer) -> UInt32 {
    var least = UInt32.max
    for record in answer.records { least = min(least, record.ttl) }
    for alias in answer.aliases { least = min(least, alias.ttl) }
    return least
  }
}
