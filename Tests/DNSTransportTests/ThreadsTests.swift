import DNS
import NIOCore
import NIOPosix
import Testing

@testable import DNSTransport

/// Resolvers that ask on several threads.
@Suite(.serialized) struct ThreadsTests {
  private static func question(_ number: Int, _ task: Int = 0) -> DNSQuestion {
    DNSQuestion(DomainName(stringLiteral: "n\(number).t\(task).test"), .a)
  }

  /// Runs `body` on a thread.
  private static func on<Result: Sendable>(
    _ executor: EventLoopTaskExecutor, _ body: @escaping @Sendable () async -> Result
  ) async -> Result {
    await Task(executorPreference: executor) { await body() }.value
  }

  /// An answer that one thread got comes from the cache on the others.
  @Test func answersAreShared() async throws {
    try await withResolver([LiveResolverTests.answering], configure: { $0.threads = 3 }) { resolver, servers in
      #expect(resolver.executors.count == 3)
      for (index, executor) in resolver.executors.enumerated() {
        let answer = await Self.on(executor) { await resolver.answer(to: "a.test", .a) }
        #expect(answer.records == [Sample.a("a.test")])
        #expect(answer.provenance.transport == (index == 0 ? .udp : .cache))
      }
      // So it does where no thread of the resolver runs.
      #expect(await resolver.answer(to: "a.test", .a).provenance.transport == .cache)
      #expect(servers[0].queries.count == 1)
      #expect(resolver.statistics.questions == 4 && resolver.statistics.cacheHits == 3)
      #expect(resolver.statistics.queries == 1)
    }
  }

  /// Each thread asks through sockets of its own: no question leaves it, nor does any child of a task.
  @Test func nothingChangesThreads() async throws {
    try await withResolver([LiveResolverTests.answering], configure: { $0.threads = 2 }) { resolver, _ in
      for (index, executor) in resolver.executors.enumerated() {
        let loops = await Self.on(executor) {
          async let child = Self.loop(asking: resolver, 1, index)
          let children = await withTaskGroup(of: ObjectIdentifier?.self) { group in
            for number in 2..<10 { group.addTask { await Self.loop(asking: resolver, number, index) } }
            return await group.reduce(into: Set()) { $0.insert($1) }
          }
          return await children.union([child, Self.loop])
        }
        #expect(loops.count == 1 && !loops.contains(nil))
      }
    }
  }

  private static var loop: ObjectIdentifier? { MultiThreadedEventLoopGroup.currentEventLoop.map(ObjectIdentifier.init) }

  /// The event loop that a task is on behind its question; nil when it began on another one.
  private static func loop(asking resolver: LiveResolver, _ number: Int, _ task: Int) async -> ObjectIdentifier? {
    let before = loop
    _ = await resolver.answers(to: [question(number, task)])
    return loop == before ? before : nil
  }

  /// Far more questions than the windows hold, the same ones on all threads at the same time, and a cache that forgets.
  @Test func manyQuestionsOnAllThreads() async throws {
    try await withResolver(
      [LiveResolverTests.answering], configure: { ($0.threads, $0.window, $0.cacheCapacity) = (2, 200, 1_000) }
    ) { resolver, servers in
      let wrong = await withTaskGroup(of: Int.self) { group in
        for task in 0..<100 {
          group.addTask(executorPreference: resolver.executors[task % 2]) {
            let questions = (0..<100).map { Self.question($0, task / 2 % 25) }
            let answers = await resolver.answers(to: questions)
            return zip(answers, questions).filter { $0.records.first?.owner != $1.name }.count
          }
        }
        return await group.reduce(0, +)
      }
      #expect(wrong == 0)
      let statistics = resolver.statistics
      #expect(statistics.questions == 10_000 && statistics.queries >= servers[0].queries.count)
      #expect(statistics.cacheHits + statistics.joined + Set(servers[0].queries.map(\.question)).count <= 10_000)
    }
  }

  /// What is promised to a server is divided, to the last query; a thread that might ask nothing is not started.
  @Test(
    arguments: [
      (1_000, nil, 2, [500, 500], nil), (1_000, 7, 3, [334, 333, 333], [3, 2, 2]), (1_000, 1, 4, [1_000], [1]),
      (3, 100, 8, [1, 1, 1], [34, 33, 33]), (5, nil, 0, [5], nil)
    ] as [(Int, Int?, Int, [Int], [Int]?)])
  func promisesAreDivided(window: Int, rate: Int?, threads: Int, windows: [Int], rates: [Int]?) {
    var configuration = ResolverConfiguration(servers: [])
    (configuration.window, configuration.queriesPerSecond, configuration.threads) = (window, rate, threads)
    let count = configuration.engines
    let parts = (0..<count).map { configuration.part($0, of: count) }
    #expect(parts.map(\.window) == windows)
    #expect(parts.compactMap(\.queriesPerSecond) == rates ?? [])
  }

  @Test func rateHoldsForAllThreadsTogether() async throws {
    try await withResolver(
      [LiveResolverTests.answering], configure: { ($0.threads, $0.queriesPerSecond) = (2, 100) }
    ) { resolver, servers in
      let start = ContinuousClock.now
      await withTaskGroup(of: Void.self) { group in
        for (index, executor) in resolver.executors.enumerated() {
          group.addTask(executorPreference: executor) {
            let answers = await resolver.answers(to: (0..<23).map { Self.question($0, index) })
            #expect(answers.allSatisfy { $0.failure == nil })
          }
        }
      }
      // Each thread: 2.5 at once, 20.5 at one in 20 milliseconds.
      #expect(ContinuousClock.now - start > .milliseconds(350))
      #expect(servers[0].queries.count == 46)
    }
  }

  /// A server that refuses gets no more from all threads together than from one.
  @Test(arguments: [(1, 8), (2, 4), (8, 1), (64, 1)])
  func smallestWindowIsDivided(engines: Int, least: Int) {
    var pace = Pace(most: 125, rate: nil, among: engines, at: .uptimeNanoseconds(0))
    for step in 1...2_000 {
      pace.begin()
      pace.end(.failed, at: .uptimeNanoseconds(UInt64(step) * 10_000_000))
    }
    #expect(pace.limit == least)
  }

  @Test(.timeLimit(.minutes(5))) func shutDownAnswersWhatIsOpenOnAllThreads() async throws {
    let server = try await ScriptedServer.start { _ in [] }
    var configuration = ResolverConfiguration(servers: [server.address])
    configuration.threads = 2
    let resolver = try LiveResolver(configuration)
    let tasks = resolver.executors.enumerated().map { index, executor in
      Task(executorPreference: executor) { await resolver.answers(to: [Self.question(1, index)]) }
    }
    while await resolver.inFlight().count < 2 { try await Task.sleep(for: .milliseconds(5)) }
    #expect(await resolver.inFlight().map(\.question).sorted() == [Self.question(1, 0), Self.question(1, 1)])
    await resolver.shutDown()
    for task in tasks { #expect(await task.value.map(\.failure) == [.notAsked]) }
    #expect(await resolver.answer(to: "b.test", .a).failure == .notAsked)
    #expect(await resolver.inFlight().isEmpty)
    await server.stop()
  }

  @Test(.timeLimit(.minutes(5))) func cancellationReachesTheThread() async throws {
    try await withResolver([{ _ in [] }], configure: { $0.threads = 2 }) { resolver, _ in
      let task = Task(executorPreference: resolver.executors[1]) { await resolver.answers(to: [Self.question(1)]) }
      while await resolver.inFlight().isEmpty { try await Task.sleep(for: .milliseconds(5)) }
      task.cancel()
      #expect(await task.value.map(\.failure) == [.notAsked])
    }
  }

  /// A resolver beside another one asks on each of its threads.
  @Test func besideAllThreads() async throws {
    try await withResolver([LiveResolverTests.answering], configure: { $0.threads = 2 }) { resolver, _ in
      let signed = try resolver.forSignatures()
      #expect(signed.executors.count == 2)
      let loops = await withTaskGroup(of: ObjectIdentifier?.self) { group in
        for (index, executor) in resolver.executors.enumerated() {
          group.addTask(executorPreference: executor) {
            let loop = await Self.loop(asking: signed, 1, index)
            let answer = await signed.answers(to: [Self.question(1, index)])[0]
            #expect(answer.provenance.transport == .cache && answer.messages.count == 1)
            return loop
          }
        }
        return await group.reduce(into: Set()) { $0.insert($1) }
      }
      #expect(loops.count == 2 && !loops.contains(nil))
      await signed.shutDown()
      #expect(await resolver.answer(to: "a.test", .a).failure == nil)
    }
  }
}
