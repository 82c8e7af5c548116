import DNS
import DNSTransport
import Testing

/// How long answers are kept.
@Suite struct AnswerLifetimeTests {
  struct Life: Sendable {
    let name: String
    let isKept: Bool
    let script: ScriptedServer.Script
  }

  static let lives = [
    Life(name: "TTL 300", isKept: true) { [$0.reply([Sample.a($0.question.name)])] },
    Life(name: "TTL 0", isKept: false) { [$0.reply([Sample.a($0.question.name, ttl: 0)])] },
    Life(name: "TTL 1 over", isKept: false) { [$0.reply([Sample.a($0.question.name, ttl: 1)])] },
    Life(name: "negative", isKept: true) { [$0.reply(code: 3, authority: [Sample.soa("test")])] },
    Life(name: "negative over", isKept: false) { [$0.reply(code: 3, authority: [Sample.soa("test", minimum: 1)])] },
    Life(name: "negative without SOA", isKept: false) { [$0.reply()] },
    Life(name: "failure", isKept: true) { [$0.reply(code: 2)] }
  ]

  @Test(arguments: lives.indices)
  func answersAreKeptForTheirTime(index: Int) async throws {
    let life = Self.lives[index]
    try await withResolver([life.script]) { resolver, servers in
      let first = await resolver.answer(to: "a.test", .a)
      let asked = servers[0].queries.count
      try await Task.sleep(for: .milliseconds(1100))
      let second = await resolver.answer(to: "A.test", .a)
      #expect(servers[0].queries.count - asked == (life.isKept ? 0 : 1), "\(life.name)")
      #expect(first.outcome == second.outcome)
      #expect(second.provenance.transport == (life.isKept ? .cache : .udp))
    }
  }
}
