import DNS
import NIOCore
import Testing

@testable import DNSTransport

/// How fast a server is asked. The clock is a number.
@Suite struct PaceTests {
  private let start = NIODeadline.uptimeNanoseconds(1_000_000_000_000)

  /// Runs queries that all end at once, `failures` of each hundred with a failure, for so many intervals.
  private func run(_ pace: inout Pace, intervals: Int, failures: Int) {
    let step = PaceLimits.interval.nanoseconds / 100
    for count in 0..<(intervals * 100) {
      let now = start + .nanoseconds(step * Int64(count + 1))
      let isAdmitted = pace.admits(at: now)
      #expect(isAdmitted)
      pace.begin()
      pace.end((count * 37) % 100 < failures ? .failed : .answered, at: now)
    }
  }

  /// Failures that any list of domains has change nothing; more of them, a little; most of them, at once.
  @Test(arguments: [(0, 1_000...1_000), (10, 1_000...1_000), (30, 62...400), (90, 8...8), (100, 8...8)])
  func windowFollowsTheShareOfFailures(failures: Int, limits: ClosedRange<Int>) {
    var pace = Pace(most: 1_000, rate: nil, at: start)
    run(&pace, intervals: 20, failures: failures)
    #expect(limits.contains(pace.limit), "\(pace.limit)")
    // However long that lasts, some are under way.
    run(&pace, intervals: 500, failures: failures)
    #expect(pace.limit >= 8)
    if failures < 50 { #expect(pace.limit >= 62) }
  }

  @Test func windowComesBack() {
    var pace = Pace(most: 1_000, rate: nil, at: start)
    run(&pace, intervals: 20, failures: 100)
    run(&pace, intervals: 60, failures: 0)
    #expect(pace.limit == 1_000)
  }

  @Test func windowBoundsWhatIsUnderWay() {
    var pace = Pace(most: 3, rate: nil, at: start)
    var begun = 0
    while pace.admits(at: start) {
      pace.begin()
      begun += 1
    }
    #expect(begun == 3)
    pace.end(.abandoned, at: start)
    let isAdmitted = pace.admits(at: start)
    #expect(isAdmitted)
  }

  /// Queries in a time at a rate, asked whenever the pace lets them; a bucket of two ticks comes on top.
  @Test(arguments: [(1, 10), (10, 3), (1_000, 2), (20_000, 1)])
  func rateIsKept(rate: Int, seconds: Int) {
    var pace = Pace(most: nil, rate: rate, at: start)
    var sent = 0
    for millisecond in 0..<(seconds * 1_000) {
      while pace.admits(at: start + .milliseconds(Int64(millisecond))) {
        pace.begin()
        sent += 1
      }
    }
    let burst = max(1, rate / 20)
    #expect((rate * seconds - 1 - burst...rate * seconds + burst + 1).contains(sent), "\(sent)")
  }

  /// What had to be sent again is paid for later.
  @Test func repetitionsCount() {
    var pace = Pace(most: nil, rate: 100, at: start)
    for _ in 0..<20 { pace.spend() }
    let admitted = [100, 200].map { pace.admits(at: start + .milliseconds($0)) }
    #expect(admitted == [false, true])
  }
}

/// Resolvers whose questions are paced, at servers on loopback.
@Suite(.serialized) struct PacedResolverTests {
  private static func names(_ count: Int) -> [DomainName] {
    (0..<count).map { DomainName(stringLiteral: "n\($0).test") }
  }

  @Test func rateHoldsQuestionsBack() async throws {
    try await withResolver([LiveResolverTests.answering], configure: { $0.queriesPerSecond = 100 }) {
      resolver, servers in
      let start = ContinuousClock.now
      let answers = await resolver.answers(to: Self.names(45).map { DNSQuestion($0, .a) })
      #expect(answers.allSatisfy { $0.failure == nil })
      // 5 at once, 40 at one in ten milliseconds.
      #expect(ContinuousClock.now - start > .milliseconds(350))
      #expect(servers[0].queries.count == 45)
    }
  }

  @Test func serversTakeTurns() async throws {
    try await withResolver(
      [LiveResolverTests.answering, LiveResolverTests.answering], configure: { $0.spreadsQuestions = true }
    ) { resolver, servers in
      _ = await resolver.answers(to: Self.names(40).map { DNSQuestion($0, .a) })
      #expect(servers.map(\.queries.count) == [20, 20])
    }
  }

  /// A server that refuses more than it can bear: every question has its answer in the end, from the other one.
  @Test(arguments: [2 as UInt8, 5]) func failuresLeadToTheOtherServer(code: UInt8) async throws {
    let failing: ScriptedServer.Script = { query in
      query.number % 10 == 0 ? [query.reply(code: code)] : [query.reply([Sample.a(query.question.name)])]
    }
    try await withResolver(
      [failing, LiveResolverTests.answering],
      configure: { ($0.adaptsToServers, $0.spreadsQuestions, $0.window) = (true, true, 16) }
    ) { resolver, _ in
      let answers = await resolver.answers(to: Self.names(400).map { DNSQuestion($0, .a) })
      #expect(answers.allSatisfy { $0.records.count == 1 })
    }
  }

  /// What waits for its turn longer than its time was not asked: nobody may take that for silence.
  @Test func whatWaitsTooLongWasNotAsked() async throws {
    try await withResolver(
      [LiveResolverTests.answering], configure: { ($0.queriesPerSecond, $0.totalTimeout) = (1, .seconds(2)) }
    ) { resolver, _ in
      let failures = await resolver.answers(to: Self.names(12).map { DNSQuestion($0, .a) }).map(\.failure)
      #expect(failures.count { $0 == .notAsked } >= 5)
      #expect(failures.allSatisfy { $0 == nil || $0 == .notAsked })
    }
  }
}
