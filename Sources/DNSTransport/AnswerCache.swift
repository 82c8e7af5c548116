import DNS
import LDNSKit
import NIOCore
import Synchronization

/// Answers by question, bounded in number, each until its time is over; the engines of a resolver share them.
///
/// Names that many domains share are asked once, on whatever thread their audits run. There are parts with a lock each,
/// chosen by the digest of the question, so that threads rarely meet; messages are read outside of the locks.
final class AnswerCache: Sendable {
  private let parts: [Part]
  private let servers: [String]
  private let keepsMessages: Bool

  private final class Part: Sendable {
    let answers: Mutex<AnswerGenerations>

    init(capacity: Int, octets: Int) { answers = Mutex(AnswerGenerations(capacity: capacity, octets: octets)) }
  }

  /// Parts for each thread, so that two of them seldom want the same.
  private static let partsOfThread = 4

  /// Holds at most `capacity` answers in about `octets` of memory, which give their messages too if wanted; the servers
  /// are given by their labels.
  init(capacity: Int, octets: Int = .max, servers: [String], keepsMessages: Bool = false, threads: Int = 1) {
    let count = threads > 1 ? threads * Self.partsOfThread : 1
    parts = (0..<count).map { _ in Part(capacity: capacity / count, octets: octets / count) }
    self.servers = servers
    self.keepsMessages = keepsMessages
  }

  /// The tables take the low bits of a digest, the parts the high ones.
  private func part(of key: QuestionKey) -> Part {
    parts.count == 1 ? parts[0] : parts[Int(key.digest >> 32) % parts.count]
  }

  /// The answer to a question, if it is still good; it says that it comes from the cache.
  func answer(to key: QuestionKey, at now: NIODeadline) -> DNSAnswer? {
    let part = part(of: key)
    switch part.answers.withLock({ $0.find(key, at: now) }) {
    case nil: return nil
    case .reading(let answer): return answer
    case .content(let content, let expiry):
      // Messages are read once: what is asked for again is nearly always shared by many domains.
      guard let answer = answer(to: key, from: content) else { return nil }
      return part.answers.withLock { $0.keep(answer, for: key, until: expiry) }
    }
  }

  /// Keeps the messages of an answer, the last of them and those before it, for `seconds`; nothing for 0 seconds.
  func store(
    _ earlier: [[UInt8]], _ last: Span<UInt8>, from server: Int, for key: QuestionKey, seconds: UInt32,
    at now: NIODeadline
  ) {
    guard seconds > 0 else { return }
    let expiry = now + .seconds(Int64(seconds))
    part(of: key).answers.withLock { $0.store(earlier[...], last, from: server, for: key, until: expiry) }
  }

  /// Keeps a failure for `seconds`.
  func store(_ failure: DNSAnswer, for key: QuestionKey, seconds: UInt32, at now: NIODeadline) {
    guard seconds > 0 else { return }
    part(of: key).answers.withLock { $0.store(failure, for: key, until: now + .seconds(Int64(seconds))) }
  }
}

extension AnswerCache {
  private func answer(to key: QuestionKey, from content: CachedAnswers.Content) -> DNSAnswer? {
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
