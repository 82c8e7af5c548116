import DNS
import DNSTransport
import NIOCore
import Testing

/// What a resolver does with several questions and several servers.
@Suite(.serialized) struct LiveResolverTests {
  static let answering: ScriptedServer.Script = { [$0.reply([Sample.a($0.question.name)])] }
  static let failing: [(ScriptedServer.Script, String)] = [
    ({ [$0.reply(code: 2)] }, "SERVFAIL"), ({ [$0.reply(code: 5)] }, "REFUSED"), ({ _ in [] }, "silence"),
    ({ [$0.reply(code: 4)] }, "NOTIMP")
  ]

  @Test(arguments: failing.indices)
  func nextServerAnswers(index: Int) async throws {
    try await withResolver([Self.failing[index].0, Self.answering], configure: { $0.timeout = .milliseconds(500) }) {
      resolver, servers in
      let answer = await resolver.answer(to: "a.test", .a)
      #expect(answer.records == [Sample.a("a.test")])
      #expect(answer.provenance.server == servers[1].address.description)
    }
  }

  @Test func mostTellingFailureIsReported() async throws {
    let silent: ScriptedServer.Script = { _ in [] }
    try await withResolver(
      [silent, Self.failing[1].0, Self.failing[0].0], configure: { $0.timeout = .milliseconds(500) }
    ) { resolver, servers in
      let answer = await resolver.answer(to: "a.test", .a)
      #expect(answer.failure == .serverFailure(extendedError: nil))
      #expect(answer.provenance.server == servers[2].address.description)
      #expect(servers[1].queries.count == 1, "a refusal is final")
    }
  }

  @Test func nobodyListens() async throws {
    let gone = try await ScriptedServer.start { _ in [] }
    await gone.stop()
    let resolver = try LiveResolver(ResolverConfiguration(servers: [gone.address]))
    let time = await ContinuousClock().measure {
      let answers = await resolver.answers(to: [DNSQuestion("a.test", .a), DNSQuestion("b.test", .a)])
      #expect(answers.map(\.failure) == [.unreachable("Connection refused"), .unreachable("Connection refused")])
    }
    #expect(time < .seconds(2))
    await resolver.shutDown()
  }

  /// The kernel refuses to connect to a broadcast address, at once.
  @Test(.timeLimit(.minutes(10))) func serverThatCannotBeConnectedTo() async throws {
    let resolver = try LiveResolver(ResolverConfiguration(servers: [ServerAddress(.v4(0xFFFF_FFFF))]))
    #expect(await resolver.answer(to: "a.test", .a).failure == .unreachable("Permission denied"))
    await resolver.shutDown()
  }

  /// A server that is silent again and again is asked last.
  @Test func silentServerIsSuspended() async throws {
    try await withResolver([{ _ in [] }, Self.answering], configure: { $0.timeout = .milliseconds(60) }) {
      resolver, servers in
      for index in 0..<6 {
        _ = await resolver.answer(to: DomainName(stringLiteral: "n\(index).test"), .a)
      }
      #expect(Set(servers[0].queries.map(\.question)).count == 3)
    }
  }

  @Test func orderIsKeptAndEqualQuestionsAreAskedOnce() async throws {
    let slow: ScriptedServer.Script = { query in
      var reply = query.reply([Sample.a(query.question.name, UInt32(query.question.name.labels[0][1] - 48))])
      reply.delay = .milliseconds(Int64(30 - query.number * 5))
      return [reply]
    }
    try await withResolver([slow]) { resolver, servers in
      let names: [DomainName] = ["n1.test", "n2.test", "n3.test", "n1.test", "N2.Test"]
      async let other = resolver.answer(to: "n3.test", .a)
      let answers = await resolver.answers(to: names.map { DNSQuestion($0, .a) })
      #expect(answers.map(\.question.name) == names)
      #expect(answers.map { $0.records.first?.owner } == names)
      #expect(await other.records == answers[2].records)
      #expect(servers[0].queries.count == 3)
      #expect(resolver.statistics.joined + resolver.statistics.cacheHits == 3)
    }
  }

  @Test func windowBoundsWhatIsUnderWay() async throws {
    try await withResolver([{ _ in [] }], configure: { $0.window = 5 }) { resolver, servers in
      let questions = (0..<20).map { DNSQuestion(DomainName(stringLiteral: "n\($0).test"), .a) }
      async let answers = resolver.answers(to: questions)
      while servers[0].queries.count < 5 { try await Task.sleep(for: .milliseconds(5)) }
      try await Task.sleep(for: .milliseconds(50))
      #expect(servers[0].queries.count == 5)
      #expect(await resolver.inFlight().map(\.question) == Array(questions.prefix(5)))
      await resolver.shutDown()
      #expect(await answers.allSatisfy { $0.failure == .notAsked })
    }
  }

  @Test func deadlineEndsABatch() async throws {
    let script: ScriptedServer.Script = { $0.question.name == "fast.test" ? [$0.reply([Sample.a("fast.test")])] : [] }
    try await withResolver([script], configure: { ($0.window, $0.timeout) = (2, .seconds(5)) }) { resolver, _ in
      let questions = ["fast.test", "slow.test", "slower.test", "unasked.test"].map { DNSQuestion($0, .a) }
      let start = ContinuousClock.now
      await ResolverDeadline.$current.withValue(start + .milliseconds(100)) {
        let answers = await resolver.answers(to: questions)
        #expect(answers.map(\.failure) == [nil, .timeout, .timeout, .notAsked])
        let late = await resolver.answers(to: [DNSQuestion("fast.test", .mx)])
        #expect(late.map(\.failure) == [.notAsked])
      }
      #expect(.now - start < .seconds(2))
    }
  }

  /// Deadlines that no clock of 64 bits can hold.
  @Test func deadlinesFarAway() async throws {
    try await withResolver([Self.answering]) { resolver, _ in
      let question = DNSQuestion("a.test", .a)
      let past = await ResolverDeadline.$current.withValue(.now - .seconds(1 << 40)) {
        await resolver.answers(to: [question])
      }
      #expect(past.map(\.failure) == [.notAsked])
      let future = await ResolverDeadline.$current.withValue(.now + .seconds(1 << 40)) {
        await resolver.answers(to: [question])
      }
      #expect(future.map(\.failure) == [nil])
    }
  }

  @Test func cancellationWakesTheCaller() async throws {
    try await withResolver([{ _ in [] }], configure: { $0.timeout = .seconds(5) }) { resolver, _ in
      let task = Task { await resolver.answers(to: [DNSQuestion("a.test", .a)]) }
      try await Task.sleep(for: .milliseconds(30))
      task.cancel()
      #expect(await task.value.map(\.failure) == [.notAsked])
      let early = Task {
        try? await Task.sleep(for: .seconds(60))
        return await resolver.answers(to: [DNSQuestion("b.test", .a)])
      }
      early.cancel()
      #expect(await early.value.map(\.failure) == [.notAsked])
    }
  }

  @Test func shutDownAnswersWhatIsOpen() async throws {
    let server = try await ScriptedServer.start { _ in [] }
    let resolver = try LiveResolver(ResolverConfiguration(servers: [server.address]))
    async let answer = resolver.answer(to: "a.test", .a)
    try await Task.sleep(for: .milliseconds(50))
    await resolver.shutDown()
    #expect(await answer.failure == .notAsked)
    #expect(await resolver.answer(to: "b.test", .a).failure == .notAsked)
    await server.stop()
  }

  /// On the resolver's own executor, with far more questions than the window holds and sockets live.
  @Test func manyQuestionsOnTheLoop() async throws {
    try await withResolver(
      [Self.answering],
      configure: {
        ($0.window, $0.cacheCapacity) = (200, 100); $0.timeout = .seconds(5)
      }
    ) { resolver, _ in
      let wrong = await withTaskGroup(of: Int.self) { group in
        for task in 0..<100 {
          group.addTask(executorPreference: resolver.executor) {
            let questions = (0..<100).map { DNSQuestion(DomainName(stringLiteral: "n\($0).t\(task).test"), .a) }
            let answers = await resolver.answers(to: questions)
            return zip(answers, questions).filter { $0.records.first?.owner != $1.name }.count
          }
        }
        return await group.reduce(0, +)
      }
      #expect(wrong == 0)
      #expect(resolver.statistics.questions == 10_000)
    }
  }

  @Test func queriesDifferInIDCaseAndPort() async throws {
    try await withResolver([Self.answering]) { resolver, servers in
      for index in 0..<50 { _ = await resolver.answer(to: DomainName(stringLiteral: "abcdefghij\(index).test"), .a) }
      let queries = servers[0].queries
      #expect(Set(queries.map { Array($0.octets[..<2]) }).count > 45)
      #expect(Set(queries.map { Array($0.octets[13..<23]) }).count > 30)
    }
  }
}
