import DNS
import NIOCore
import Synchronization
import Testing

@testable import DNSTransport

/// Datagrams that are sent again, at servers on loopback. A time-out of a thousand seconds allows the first repetition after
/// 160 s; these end long before, because the server was fast.
@Suite(.serialized) struct RepetitionTests {
  private static let warming = 40

  /// Asks until the server is known to be fast, and then `body` does.
  private func withFastServer(
    _ script: @escaping ScriptedServer.Script, configure: (inout ResolverConfiguration) -> Void = { _ in },
    _ body: (LiveResolver, ScriptedServer) async throws -> Void
  ) async throws {
    let answering: ScriptedServer.Script = {
      $0.question.name.labels[0][1] == UInt8(ascii: "w") ? LiveResolverTests.answering($0) : script($0)
    }
    try await withResolver(
      [answering],
      configure: {
        ($0.timeout, $0.totalTimeout) = (.seconds(1_000), .seconds(300))
        configure(&$0)
      }
    ) { resolver, servers in
      for number in 0..<Self.warming {
        _ = await resolver.answer(to: DomainName(stringLiteral: "w\(number).test"), .a)
      }
      try await body(resolver, servers[0])
    }
  }

  /// The first datagram is lost, or its answer comes when it was sent again already: one try in both cases.
  @Test(arguments: [false, true]) func repetitionComesSoon(answersTheFirst: Bool) async throws {
    let earlier = Earlier()
    let script: ScriptedServer.Script = { query in
      guard let first = earlier.swap(query) else { return [] }
      return [(answersTheFirst ? first : query).reply([Sample.a(query.question.name)])]
    }
    try await withFastServer(script) { resolver, server in
      let answer = await resolver.answer(to: "lost.test", .a)
      #expect(answer.records == [Sample.a("lost.test")])
      #expect(answer.provenance.attempts >= 2)
      let queries = server.queries.filter { $0.question.name == "lost.test" }.map(\.octets)
      #expect(Set(queries).count == 1, "the same ID and case")
      #expect(resolver.statistics.rejected == 0)
    }
  }

  /// A server that falls silent is not sent more than questions pay for.
  @Test func silenceIsNotFlooded() async throws {
    try await withFastServer({ _ in [] }, configure: { $0.totalTimeout = .seconds(1) }) { resolver, server in
      let names = (0..<100).map { DomainName(stringLiteral: "s\($0).test") }
      let answers = await resolver.answers(to: names.map { DNSQuestion($0, .a) })
      #expect(answers.allSatisfy { $0.failure == .timeout })
      let credit = RepetitionLimits.firstCredit + Self.warming + names.count
      let again = server.queries.count - Self.warming - names.count
      #expect((0...credit / RepetitionLimits.questionsPerRepetition).contains(again), "\(again)")
    }
  }

  /// The query that came before.
  private final class Earlier: Sendable {
    private let query = Mutex<ReceivedQuery?>(nil)

    func swap(_ next: ReceivedQuery) -> ReceivedQuery? {
      query.withLock { query in
        defer { query = query ?? next }
        return query
      }
    }
  }
}
