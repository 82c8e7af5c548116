import DNS
import LDNSKit
import NIOCore
import Synchronization

/// Everything a resolver has under way on one event loop. All of it is touched there only, so nothing is locked but the
/// statistics, and the cache that all engines of the resolver share.
///
/// A question goes from the cache, or a lookup on its way, or a new lookup in the queue, through the window to a server.
final class QueryEngine: @unchecked Sendable {
  let loop: any EventLoop
  let configuration: ResolverConfiguration
  let statistics = Mutex(ResolverStatistics())
  let servers: [Server]
  private let allServers: [Int]
  /// The server whose turn it is, when all are asked in turn.
  private var turn = 0
  private let totalTimeout: TimeAmount
  /// How long one try may take.
  let timeout: TimeAmount
  private let isEnding = Mutex(false)
  var random = RandomPool()

  var active: [Lookup] = []
  private let cache: AnswerCache
  private(set) var pending: [QuestionKey: Lookup] = [:]
  private var queue = CircularBuffer<Lookup>()
  private var batches: [Batch] = []
  private var clock: RepeatedTask?
  private var isTurnEndScheduled = false
  /// Room for the datagrams that are read and written.
  let inbound = DatagramVectors(capacity: TransportLimits.datagramsPerRead, room: TransportLimits.datagramOctets)
  let outbound = DatagramVectors(capacity: TransportLimits.burst, room: 0)
  private var unflushed: [DatagramSocket] = []
  private(set) var isClosed = false

  /// - Parameters:
  ///   - configuration: what this engine may do, of all that the resolver may.
  ///   - servers: the servers, as this engine knows them.
  ///   - cache: the answers that all engines know.
  ///   - loop: where it runs.
  ///   - engines: how many engines the resolver has.
  init(
    _ configuration: ResolverConfiguration, _ servers: [Server], _ cache: AnswerCache, on loop: any EventLoop,
    among engines: Int = 1
  ) {
    self.loop = loop
    self.configuration = configuration
    self.cache = cache
    self.servers = servers
    allServers = Array(servers.indices)
    totalTimeout = .nanoseconds(configuration.totalTimeout.inNanoseconds)
    timeout = .nanoseconds(configuration.timeout.inNanoseconds)
    if configuration.adaptsToServers || configuration.queriesPerSecond != nil {
      let most = configuration.adaptsToServers ? configuration.window : nil
      let pace = Pace(most: most, rate: configuration.queriesPerSecond, among: engines, at: .now())
      for server in servers { server.pace = pace }
    }
  }

  /// Runs `body` on the loop, at once when called there; false when the loop has ended, or is about to.
  func onLoop(_ body: @escaping @Sendable () -> Void) -> Bool {
    if loop.inEventLoop {
      body()
      return true
    }
    return isEnding.withLock { isEnding in
      if !isEnding { loop.execute(body) }
      return !isEnding
    }
  }

  /// Closes everything on the loop, after what was handed to it before; false when that was done already.
  func end() async -> Bool {
    let isFirst = isEnding.withLock { isEnding in
      defer { isEnding = true }
      return !isEnding
    }
    guard isFirst else { return false }
    await withCheckedContinuation { continuation in
      loop.execute {
        self.close()
        continuation.resume()
      }
    }
    return true
  }

  func count(_ change: (inout ResolverStatistics) -> Void) { statistics.withLock { change(&$0) } }
}

// Batches.
extension QueryEngine {
  /// Asks the questions of a batch and wakes the caller when all have an answer.
  func begin(_ batch: Batch, _ continuation: CheckedContinuation<[DNSAnswer], Never>) {
    let now = NIODeadline.now()
    if isClosed || batch.deadline.map({ $0 <= now }) == true { batch.end() }
    count { $0.questions += batch.questions.count }
    if !batch.isDone {
      if batch.deadline != nil { batches.append(batch) }
      for index in batch.questions.indices { ask(batch.questions[index], Waiter(batch: batch, index: index), at: now) }
    }
    batch.begin(continuation)
  }

  /// Wakes the caller of a batch that was cancelled. What is on its way goes on and fills the cache.
  func cancel(_ batch: Batch) { batch.end() }

  private func ask(_ question: DNSQuestion, _ waiter: Waiter, at now: NIODeadline) {
    let key = QuestionKey(question)
    if let answer = cache.answer(to: key, at: now) {
      count { $0.cacheHits += 1 }
      waiter.batch.fill(waiter.index, answer)
    } else if let lookup = pending[key] {
      count { $0.joined += 1 }
      lookup.join(waiter)
    } else {
      let lookup = Lookup(key, waiter, at: now)
      pending[key] = lookup
      queue.append(lookup)
      scheduleTurnEnd()
    }
  }

  /// Ends the batches whose deadline has passed: what was sent has no answer in time, the rest was not asked.
  private func expireBatches(at now: NIODeadline) {
    guard !batches.isEmpty else { return }
    batches.removeAll { $0.isDone }
    for batch in batches where batch.deadline.map({ $0 <= now }) == true {
      for index in batch.unanswered {
        guard let lookup = pending[QuestionKey(batch.questions[index])], lookup.wasSent else { continue }
        batch.fill(index, lookup.failureAnswer(.timeout, lookup.server, at: now))
      }
      batch.end()
    }
  }
}

// The window.
extension QueryEngine {
  /// Lets lookups out of the queue as far as the window is open.
  private func admit() {
    let now = NIODeadline.now()
    while active.count < configuration.window, let lookup = queue.popFirst() {
      if lookup.isWanted { start(lookup, at: now) } else { pending[lookup.key] = nil }
    }
    if !active.isEmpty { startClock() }
  }

  private func start(_ lookup: Lookup, at now: NIODeadline) {
    lookup.place = active.count
    lookup.end = now + totalTimeout
    active.append(lookup)
    lookup.restart(order: serverOrder(at: now))
    tryNext(lookup, at: now)
  }

  /// The servers in their order, those that do not answer behind the others.
  private func serverOrder(at now: NIODeadline) -> [Int] {
    if servers.count == 1 { return allServers }
    var order = allServers
    if configuration.spreadsQuestions {
      turn = (turn + 1) % servers.count
      order = Array(order[turn...] + order[..<turn])
    }
    return order.filter { !servers[$0].isSuspended(at: now) } + order.filter { servers[$0].isSuspended(at: now) }
  }

  /// Asks anew for the next name of a chain of aliases.
  func restart(_ lookup: Lookup) {
    let now = NIODeadline.now()
    lookup.restart(order: serverOrder(at: now))
    tryNext(lookup, at: now)
  }

  /// Gives the answer to all who wait and keeps it: as the message it was read from, if it was read from one.
  func finish(
    _ lookup: Lookup, _ answer: DNSAnswer, readFrom message: Span<UInt8>? = nil, negativeTTL: UInt32? = nil,
    at now: NIODeadline
  ) {
    guard lookup.place >= 0 else { return }
    let last = active.removeLast()
    if last !== lookup {
      active[lookup.place] = last
      last.place = lookup.place
    }
    lookup.place = -1
    pending[lookup.key] = nil
    let seconds = AnswerCache.lifetime(of: answer, negativeTTL: negativeTTL)
    if let message, let server = lookup.server {
      cache.store(lookup.messages, message, from: server.index, for: lookup.key, seconds: seconds, at: now)
    } else {
      cache.store(answer, for: lookup.key, seconds: seconds, at: now)
    }
    count {
      $0.waitingNanoseconds &+= (now - lookup.asked).nanoseconds
      if answer.failure != nil { $0.failures += 1 }
    }
    lookup.deliver(answer)
    if !queue.isEmpty { scheduleTurnEnd() }
  }
}

// The clock and the end of a turn.
extension QueryEngine {
  private func startClock() {
    guard clock == nil else { return }
    let tick = TimeAmount.milliseconds(TransportLimits.tickMilliseconds)
    clock = loop.scheduleRepeatedTask(initialDelay: tick, delay: tick) { [weak self] _ in self?.tick() }
  }

  private func tick() {
    let now = NIODeadline.now()
    for lookup in active.filter({ $0.wake <= now }) where lookup.place >= 0 { wake(lookup, at: now) }
    expireBatches(at: now)
    releaseHeld(at: now)
    for server in servers { server.stream?.closeIfIdle(at: now) }
    if active.isEmpty, batches.isEmpty, servers.allSatisfy({ $0.stream == nil }) {
      clock?.cancel()
      clock = nil
    }
  }

  /// Has the socket flushed at the end of this turn of the loop.
  func scheduleFlush(_ socket: DatagramSocket) {
    unflushed.append(socket)
    scheduleTurnEnd()
  }

  /// What was asked and freed in this turn of the loop leads to queries at its end: all together, so that the code and
  /// the system calls for them run once.
  func scheduleTurnEnd() {
    if isTurnEndScheduled { return }
    isTurnEndScheduled = true
    loop.execute { self.endTurn() }
  }

  private func endTurn() {
    admit()
    releaseHeld(at: .now())
    isTurnEndScheduled = false
    let sockets = unflushed
    unflushed.removeAll(keepingCapacity: true)
    var sent = 0
    for socket in sockets {
      socket.server.burst = nil
      sent += socket.flush()
    }
    count { $0.datagrams += sent }
  }

  /// Ends all: callers get what there is, sockets close.
  private func close() {
    isClosed = true
    clock?.cancel()
    for lookup in pending.values.sorted(by: { $0.question < $1.question }) {
      lookup.deliver(.notAsked(lookup.question))
    }
    for lookup in active { lookup.place = -1 }
    (active, pending, batches) = ([], [:], [])
    for server in servers { server.close() }
  }
}
