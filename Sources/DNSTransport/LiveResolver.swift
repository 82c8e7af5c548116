public import DNS
import NIOCore
import NIOPosix
import Synchronization

/// Asks recursive servers over the network.
///
/// - Datagrams with EDNS0 and 1232 octets, random IDs, source ports and case of letters; an answer counts only when it
///   comes from the server asked, with the ID and the question asked. TCP when it is truncated.
/// - An answer whose question comes back in other case is not believed: the question is asked again by TCP, where
///   nobody can forge. If the server does not echo the case there either, or does not serve TCP, it is asked in lower
///   case from then on.
/// - SERVFAIL, REFUSED and malformed answers lead to the next server; the most telling failure is reported when none
///   knows better. SERVFAIL without a cause (RFC 8914) is asked anew when all servers had their turn. A server that is silent three times in a row is tried last for half a minute.
/// - Equal questions are asked once; answers are kept for their time to live, with the times they came with.
public final class LiveResolver: DNS.Resolver {
  /// Run tasks on the threads that carry the questions, one for each thread; audits are cheapest there. What a task asks
  /// on one of them goes its way on that thread alone.
  public let executors: [EventLoopTaskExecutor]
  /// The servers, in the order in which they are tried.
  public var servers: [ServerAddress] { configuration.servers }

  private let group: MultiThreadedEventLoopGroup
  private let ownsGroup: Bool
  private let configuration: ResolverConfiguration
  private let first: QueryEngine
  /// Those on the other threads.
  private let others: [QueryEngine]

  /// Starts its event loops; throws when a server's interface does not exist.
  public convenience init(_ configuration: ResolverConfiguration) throws(ServerAddressError) {
    try self.init(
      configuration, on: MultiThreadedEventLoopGroup(numberOfThreads: configuration.engines), ownsGroup: true)
  }

  /// Asks on the event loops of `other`, which has to be shut down last; the two share nothing else.
  public convenience init(_ configuration: ResolverConfiguration, beside other: LiveResolver) throws(ServerAddressError)
  {
    var configuration = configuration
    configuration.threads = 1 + other.others.count
    try self.init(configuration, on: other.group, ownsGroup: false)
  }

  /// A resolver that asks the same servers for signatures, on the same event loops; this one has to be shut down last.
  public func forSignatures() throws(ServerAddressError) -> LiveResolver {
    var configuration = configuration
    configuration.wantsSignatures = true
    return try LiveResolver(configuration, beside: self)
  }

  private init(
    _ configuration: ResolverConfiguration, on group: MultiThreadedEventLoopGroup, ownsGroup: Bool
  ) throws(ServerAddressError) {
    let count = configuration.engines
    let cache = AnswerCache(
      capacity: configuration.cacheCapacity, octets: configuration.cacheOctets,
      servers: configuration.servers.map(\.description), keepsMessages: configuration.wantsSignatures, threads: count)
    var engines: [QueryEngine] = []
    for loop in group.makeIterator().prefix(count) {
      var servers: [Server] = []
      for address in configuration.servers {
        servers.append(try Server(address, index: servers.count, timeout: configuration.timeout))
      }
      let part = configuration.part(engines.count, of: count)
      engines.append(QueryEngine(part, servers, cache, on: loop, among: count))
    }
    self.group = group
    self.ownsGroup = ownsGroup
    self.configuration = configuration
    executors = engines.map { EventLoopTaskExecutor($0.loop) }
    first = engines.removeFirst()
    others = engines
  }

  /// Runs tasks on the first of the threads.
  public var executor: EventLoopTaskExecutor { executors[0] }

  /// All engines.
  private var engines: [QueryEngine] { [first] + others }

  /// The engine of the thread that asks; the first one for all that run elsewhere.
  private var engine: QueryEngine {
    if others.isEmpty || first.loop.inEventLoop { return first }
    return others.first { $0.loop.inEventLoop } ?? first
  }

  /// Asks all questions at once, within ``ResolverDeadline/current``; a cancelled task gets what there is.
  public func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
    if questions.isEmpty { return [] }
    let batch = Batch(questions, deadline: ResolverDeadline.current)
    let engine = engine
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        if engine.onLoop({ engine.begin(batch, continuation) }) { return }
        batch.end()
        batch.begin(continuation)
      }
    } onCancel: {
      _ = engine.onLoop { engine.cancel(batch) }
    }
  }

  /// What was done so far.
  public var statistics: ResolverStatistics {
    others.reduce(into: first.statistics.withLock { $0 }) { sum, engine in
      sum.add(engine.statistics.withLock { $0 })
    }
  }

  /// What is being asked now, longest first, for a display of progress.
  public func inFlight() async -> [QuestionInFlight] {
    var all: [QuestionInFlight] = []
    for engine in engines { all += await engine.questionsInFlight() }
    return all.sorted { ($0.since, $0.question) < ($1.since, $1.question) }
  }

  /// Answers what is open with ``DNSFailure/notAsked``, closes all sockets and ends the event loops. Tasks that prefer
  /// ``executors`` must have ended before; what is asked afterwards is not asked.
  public func shutDown() async {
    guard await first.end() else { return }
    for engine in others { _ = await engine.end() }
    if ownsGroup { try? await group.shutdownGracefully() }
  }
}

/// A question on its way.
public struct QuestionInFlight: Sendable, Equatable {
  /// The question.
  public let question: DNSQuestion
  /// When it was asked.
  public let since: ContinuousClock.Instant
  /// The server asked at present, as address and port.
  public let server: String?
}

extension QueryEngine {
  /// What is being asked now, in no order.
  func questionsInFlight() async -> [QuestionInFlight] {
    await withCheckedContinuation { continuation in
      let isAlive = onLoop {
        let (now, start) = (ContinuousClock.now, NIODeadline.now())
        let all = self.active.map {
          QuestionInFlight(
            question: $0.question, since: now - .nanoseconds((start - $0.asked).nanoseconds), server: $0.server?.label)
        }
        continuation.resume(returning: all)
      }
      if !isAlive { continuation.resume(returning: []) }
    }
  }
}
