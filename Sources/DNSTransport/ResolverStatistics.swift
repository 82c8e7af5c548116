/// What a resolver did so far.
public struct ResolverStatistics: Sendable, Equatable {
  /// Questions that came in.
  public var questions = 0
  /// Questions answered from the cache.
  public var cacheHits = 0
  /// Questions that joined an equal one on its way.
  public var joined = 0
  /// Datagrams sent, those sent again included.
  public var datagrams = 0
  /// Datagrams sent again to the same server, and questions passed on to the next.
  public var retries = 0
  /// TCP connections opened.
  public var connections = 0
  /// Queries sent by TCP.
  public var streamQueries = 0
  /// Datagrams thrown away: no question of ours, or no answer to it.
  public var rejected = 0
  /// Questions that ended in a failure.
  public var failures = 0
  /// The time from question to answer, summed over all that were sent.
  public var waiting: Duration { .nanoseconds(waitingNanoseconds) }
  var waitingNanoseconds: Int64 = 0

  /// Starts at zero.
  public init() {}

  /// Adds what another engine did.
  mutating func add(_ other: ResolverStatistics) {
    questions += other.questions
    cacheHits += other.cacheHits
    joined += other.joined
    datagrams += other.datagrams
    retries += other.retries
    connections += other.connections
    streamQueries += other.streamQueries
    rejected += other.rejected
    failures += other.failures
    waitingNanoseconds &+= other.waitingNanoseconds
  }

  /// All queries that were sent.
  public var queries: Int { datagrams + streamQueries }
}

extension ResolverStatistics: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    "\(questions) questions, \(queries) queries (\(retries) again, \(streamQueries) by TCP), "
      + "\(cacheHits + joined) answered without asking, \(failures) failures"
  }
}
