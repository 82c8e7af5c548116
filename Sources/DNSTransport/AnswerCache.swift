import DNS
import LDNSKit
import NIOCore

/// Answers by question, bounded in number, each until its time is over.
///
/// Messages are kept as they came and read again on demand: that is a third of the memory of the records, in a tenth of
/// the pieces, and most answers are never asked for again. Two generations: when the young one is full it becomes the
/// old one, and what was not used since the last change is forgotten. Names that many domains share stay.
struct AnswerCache {
  /// What an answer is made of.
  enum Content {
    /// The messages of the chain of aliases but the last, the last, and who sent it.
    case messages([[UInt8]], last: [UInt8], server: String)
    /// A failure.
    indirect case answer(DNSAnswer)
  }

  /// An object, so that the tables stay small.
  private final class Entry {
    let content: Content
    let expiry: NIODeadline
    /// What the messages say, once they were asked for.
    var reading: DNSAnswer?

    init(_ content: Content, until expiry: NIODeadline) {
      self.content = content
      self.expiry = expiry
    }
  }

  private var young: [QuestionKey: Entry] = [:]
  private var old: [QuestionKey: Entry] = [:]
  private let generation: Int

  /// Holds at most `capacity` answers.
  init(capacity: Int) {
    generation = max(capacity / 2, 1)
  }

  /// The answer to a question, if it is still good; it says that it comes from the cache.
  mutating func answer(to key: QuestionKey, at now: NIODeadline) -> DNSAnswer? {
    if let entry = young[key] { return entry.expiry > now ? Self.answer(to: key, from: entry) : nil }
    guard !old.isEmpty, let entry = old[key], entry.expiry > now else { return nil }
    store(entry, for: key)
    return Self.answer(to: key, from: entry)
  }

  /// Keeps an answer for `seconds`; nothing is kept for 0 seconds.
  mutating func store(_ content: Content, for key: QuestionKey, seconds: UInt32, at now: NIODeadline) {
    if seconds > 0 { store(Entry(content, until: now + .seconds(Int64(seconds))), for: key) }
  }

  private mutating func store(_ entry: Entry, for key: QuestionKey) {
    if young.count >= generation {
      swap(&old, &young)
      young.removeAll(keepingCapacity: true)
    }
    young[key] = entry
  }
}

extension AnswerCache {
  /// Reads the messages once: what is asked for again is nearly always shared by many domains.
  private static func answer(to key: QuestionKey, from entry: Entry) -> DNSAnswer? {
    if let answer = entry.reading { return answer }
    entry.reading = answer(to: key, from: entry.content)
    return entry.reading
  }

  private static func answer(to key: QuestionKey, from content: Content) -> DNSAnswer? {
    switch content {
    case .answer(let answer):
      return DNSAnswer(
        question: answer.question, outcome: answer.outcome, aliases: answer.aliases,
        provenance: DNSProvenance(server: answer.provenance.server, transport: .cache))
    case .messages(let earlier, let last, let server):
      var interpreter = AnswerInterpreter(key.question)
      var provenance = DNSProvenance(server: server, transport: .cache, authenticated: true, messageOctets: last.count)
      var reading: AnswerInterpreter.Reading?
      for octets in earlier + [last] {
        guard let message = try? DNSMessage(decoding: octets) else { return nil }
        provenance.authenticated = provenance.authenticated && message.isAuthenticated
        reading = interpreter.read(message)
      }
      guard case .answered(let outcome, _) = reading else { return nil }
      return DNSAnswer(
        question: key.question, outcome: outcome, aliases: interpreter.aliases, provenance: provenance)
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
