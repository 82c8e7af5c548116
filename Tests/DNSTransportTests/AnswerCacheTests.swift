import DNS
import NIOCore
import Testing

@testable import DNSTransport

/// What is kept, and until when; capacity 4 makes generations of two.
@Suite struct AnswerCacheTests {
  private let start = NIODeadline.now()
  private var cache = AnswerCache(capacity: 4, servers: ["first", "second"])

  private static func key(_ number: Int) -> QuestionKey {
    QuestionKey(DNSQuestion(DomainName("name-\(number).test") ?? .root, .a))
  }

  /// An answer with the address 0.0.0.number to the question.
  private static func message(_ key: QuestionKey, _ number: UInt8) -> [UInt8] {
    [0, 7, 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0] + key.question.name.wire + [0, 1, 0, 1]
      + [0xC0, 12, 0, 1, 0, 1, 0, 0, 1, 0, 0, 4, 0, 0, 0, number]
  }

  private mutating func store(_ number: Int, seconds: UInt32 = 60) {
    let key = Self.key(number)
    let message = Self.message(key, UInt8(number))
    cache.store([], message.span, from: 1, for: key, seconds: seconds, at: start)
  }

  private mutating func addresses(_ number: Int, after seconds: Int64 = 1) -> [IPAddress]? {
    let answer = cache.answer(to: Self.key(number), at: start + .seconds(seconds))
    if let answer { #expect(answer.provenance.server == "second" && answer.provenance.transport == .cache) }
    return answer?.addresses
  }

  @Test mutating func untilTheTimeIsOver() {
    store(1, seconds: 10)
    store(2, seconds: 0)
    #expect(addresses(1, after: 9) == [.v4(1)])
    #expect(addresses(1, after: 10) == nil)
    #expect(addresses(2) == nil)
    #expect(addresses(3) == nil)
  }

  /// What was used stays when the generation changes; what was not is forgotten with the next.
  @Test mutating func whatIsUsedStays() {
    for number in 1...3 { store(number) }
    #expect(addresses(1) == [.v4(1)])
    store(4)
    #expect(addresses(1) == [.v4(1)])
    for number in 5...6 { store(number) }
    #expect(addresses(2) == nil)
    #expect(addresses(1) == [.v4(1)])
  }

  /// Two answers take more than a hundred octets.
  @Test mutating func memoryIsBounded() {
    cache = AnswerCache(capacity: 1_000, octets: 400, servers: ["first", "second"])
    for number in 1...50 { store(number) }
    #expect(addresses(50) == [.v4(50)])
    var kept = 0
    for number in 1...49 where addresses(number) != nil { kept += 1 }
    #expect(kept <= 5)
  }

  @Test mutating func aFailureAndAnAnswerTakeTurns() {
    let key = Self.key(1)
    let failure = DNSAnswer(question: key.question, outcome: .failure(.refused))
    cache.store(failure, for: key, seconds: 60, at: start)
    #expect(cache.answer(to: key, at: start)?.failure == .refused)
    store(1)
    #expect(addresses(1) == [.v4(1)])
    cache.store(failure, for: key, seconds: 60, at: start)
    #expect(cache.answer(to: key, at: start)?.failure == .refused)
  }
}
