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
  /// Runs tasks on the thread that carries the questions; audits are cheapest there.
  public let executor: EventLoopTaskExecutor
  /// The servers, in the order in which they are tried.
  public let servers: [ServerAddress]

  private let group: MultiThreadedEventLoopGroup
  private let ownsGroup: Bool
  private let engine: QueryEngine

  /// Starts one event loop; throws when a server's interface does not exist.
  public convenience init(_ configuration: ResolverConfiguration) throws(ServerAddressError) {
    try self.init(configuration, on: MultiThreadedEventLoopGroup(numberOfThreads: 1), ownsGroup: true)
  }

  /// Asks on the event loop of `other`, which has to be shut down last; the two share nothing else.
  public convenience init(_ configuration: ResolverConfiguration, beside other: LiveResolver) throws(ServerAddressError)
  {
    try self.init(configuration, on: other.group, ownsGroup: false)
  }

  /// A resolver that asks the same servers for signatures, on the same event loop; this one has to be shut down last.
  public func forSignatures() throws(ServerAddressError) -> LiveResolver {
    var configuration = engine.configuration
    configuration.wantsSignatures = true
    return try LiveResolver(configuration, beside: self)
  }

  private init(
    _ configuration: ResolverConfiguration, on group: MultiThreadedEventLoopGroup, ownsGroup: Bool
  ) throws(ServerAddressError) {
    var servers: [Server] = []
    for address in configuration.servers {
      servers.append(try Server(address, index: servers.count, timeout: configuration.timeout))
    }
    self.group = group
    self.ownsGroup = ownsGroup
    engine = QueryEngine(configuration, servers, on: group.next())
    executor = EventLoopTaskExecutor(engine.loop)
    self.servers = configuration.servers
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
  public var statistics: ResolverStatistics { engine.statistics.withLock { $0 } }

  /// What is being asked now, longest first, for a display of progress.
  public func inFlight() async -> [QuestionInFlight] {
    let engine = engine
    return await withCheckedContinuation { continuation in
      let isAlive = engine.onLoop {
        let (now, start) = (ContinuousClock.now, NIODeadline.now())
        let all = engine.active.map {
          QuestionInFlight(
            question: $0.question, since: now - .nanoseconds((start - $0.asked).nanoseconds), server: $0.server?.label)
        }
        continuation.resume(returning: all.sorted { ($0.since, $0.question) < ($1.since, $1.question) })
      }
      if !isAlive { continuation.resume(returning: []) }
    }
  }

  /// Answers what is open with ``DNSFailure/notAsked``, closes all sockets and ends the event loop. Tasks that prefer
  /// ``executor`` must have ended before; what is asked afterwards is not asked.
  public func shutDown() async {
    if await engine.end(), ownsGroup { try? await group.shutdownGracefully() }
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
