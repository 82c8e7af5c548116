import Audit
import AuditModel
import DNS
import MailAuthentication
import ProcessKit
import Reporting
import Scan
import Survey
import Synchronization

/// Audits the domains of a list, so many at the same time, and writes each result when it is there. What is kept of a
/// domain that is done is counted in ``ScanTally``.
final class ScanRun: Sendable {
  let plan: ScanPlan
  let auditor: DomainAuditor
  private let form: ScanForm
  private let output: OutputQueue
  private let clock: @Sendable () -> Int
  let state: Mutex<State>
  private let stops: AsyncStream<ScanStop>
  private let stopper: AsyncStream<ScanStop>.Continuation

  struct State {
    var gate: AuthorityGate<ScanItem>
    var tally: ScanTally
    /// Results that wait for earlier ones, with ``ScanPlan/isOrdered``.
    var waiting: [Int: (octets: [UInt8], record: ScanRecord)] = [:]
    var taken = 0
    var aside = 0
    var written = 0
    /// How many domains in a row had no answer at all.
    var blind = 0
    /// Whether any question was answered.
    var hasSeen = false
    /// Results without any answer, which are written when another one shows that the resolver answers.
    var held: [(octets: [UInt8], record: ScanRecord)] = []
    var isStopped = false
    /// One for each thread.
    var lanes: [ScanLane]
  }

  /// Takes all that a scan needs; results that are there already are counted in `tally`.
  init(
    _ plan: ScanPlan, auditor: DomainAuditor, form: ScanForm, output: OutputQueue, tally: ScanTally = ScanTally(),
    clock: @escaping @Sendable () -> Int
  ) {
    self.plan = plan
    self.auditor = auditor
    self.form = form
    self.output = output
    self.clock = clock
    state = Mutex(
      State(gate: AuthorityGate(most: plan.perAuthority, room: plan.room), tally: tally, lanes: plan.lanes))
    (stops, stopper) = AsyncStream.makeStream(of: ScanStop.self, bufferingPolicy: .bufferingOldest(1))
  }

  /// What the results come to so far.
  var tally: ScanTally { state.withLock { $0.tally } }

  /// How many domains were put aside and have no result yet.
  var aside: Int { state.withLock { $0.aside } }

  /// Ends the scan: what is under way is dropped, what was handed over is written.
  func stop(_ reason: ScanStop) { stopper.yield(reason) }

  /// Works through the list, and then through what was put aside.
  ///
  /// - Returns: why the scan ended before its list; nil when it did not.
  /// - Throws: what kept results from being written.
  func run(_ source: any ScanItems) async throws -> ScanStop? {
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          for await reason in self.stops {
            self.end(source)
            throw reason
          }
        }
        group.addTask { try await self.rounds(source) }
        for (lane, executor) in plan.executors.enumerated() {
          group.addTask(executorPreference: executor) { await self.adapt(lane) }
        }
        defer {
          group.cancelAll()
          end(source)
        }
        try await group.next()
      }
      try await output.finish()
      return nil
    } catch let reason as ScanStop {
      try await output.finish()
      return reason
    }
  }

  private func end(_ source: any ScanItems) {
    source.stop()
    let sleepers = state.withLock { state in
      state.isStopped = true
      return state.lanes.indices.flatMap { state.lanes[$0].all() }
    }
    for sleeper in sleepers { sleeper.resume() }
  }

  private func rounds(_ source: any ScanItems) async throws {
    var items: any ScanItems = source
    for round in 0... {
      let aside = AsideList(in: plan.folder)
      try await work(through: items, round: round, aside: aside)
      if aside.count == 0 { return try release() }
      try await Task.sleep(for: plan.pause)
      items = aside
    }
  }

  private func work(through items: any ScanItems, round: Int, aside: AsideList) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<plan.inFlight {
        group.addTask(executorPreference: plan.executor(ofWorker: index)) {
          try await self.work(items, lane: index % self.plan.threads, round: round, aside: aside)
        }
      }
      try await group.waitForAll()
    }
  }

  /// One worker: takes an item, looks, hands over, until there is nothing left.
  private func work(_ items: any ScanItems, lane: Int, round: Int, aside: AsideList) async throws {
    while let first = await take(items, lane) {
      var item: ScanItem? = first
      while let current = item {
        switch current.content {
        case .faulty(let row): try handOver(row, current)
        case .domain(let name):
          let (report, tries) = await look(at: name, round: round)
          try handOver(report, of: name, current, tries: tries, mayWait: round < plan.retries, aside: aside)
        }
        item = leave(current, lane)
        await output.room()
        try Task.checkCancellation()
      }
    }
  }

  /// Audits a domain; where results have to stay in order, it is looked at again at once.
  private func look(at name: DomainName, round: Int) async -> (AuditReport, tries: Int) {
    var auditor = auditor
    auditor.time = clock()
    var tries = round
    while true {
      let report = await ResolverDeadline.$current.withValue(.now + plan.timeout) { await auditor.audit(name) }
      tries += 1
      guard plan.isOrdered, report.statistics.failures > 0, tries <= plan.retries,
        (try? await Task.sleep(for: plan.pause)) != nil
      else { return (report, tries) }
    }
  }
}

// Handing over.
extension ScanRun {
  private func handOver(_ row: FaultyRow, _ item: ScanItem) throws {
    var octets: [UInt8] = []
    form.append(row, time: clock(), to: &octets)
    var record = ScanRecord()
    (record.input, record.line, record.error) = (row.input, row.line, row.error)
    try write(octets, record, item)
  }

  private func handOver(
    _ report: AuditReport, of name: DomainName, _ item: ScanItem, tries: Int, mayWait: Bool, aside: AsideList
  ) throws {
    try watch(report)
    // What was cancelled says less than there is.
    try Task.checkCancellation()
    if report.statistics.failures > 0, mayWait, !plan.isOrdered {
      try aside.append(name)
      return state.withLock { $0.aside += 1 }
    }
    if tries > 1, !plan.isOrdered { state.withLock { $0.aside -= 1 } }
    var octets: [UInt8] = []
    form.append(report, tries: tries, to: &octets)
    try write(octets, ScanRecord(report, tries: tries, inShort: !plan.isSummarised), item)
  }

  /// Ends the scan when nothing is answered any more: its results would say nothing, and count as done.
  private func watch(_ report: AuditReport) throws {
    guard let limit = plan.blindness else { return }
    let isBlind = report.statistics.questions > 0 && report.statistics.failures == report.statistics.questions
    let count = state.withLock { state in
      state.blind = isBlind ? state.blind + 1 : 0
      state.hasSeen = state.hasSeen || !isBlind
      return state.blind
    }
    // Several threads may come to this at the same time, and tell the same.
    if count >= limit { throw ScanStop.blind(limit) }
  }

  /// Writes a result, and those that were held before it.
  private func emit(_ octets: [UInt8], _ record: ScanRecord, _ state: inout State) {
    state.held.append((octets, record))
    let isTelling = record.domain != nil && (record.failures < record.questions || record.questions == 0)
    // A line without a domain tells nothing of the resolver; many of them are no reason to hold on.
    let isAlone = record.domain == nil && state.held.count == 1
    if isTelling || isAlone || state.held.count > 4 * (plan.blindness ?? 0) { flush(&state) }
  }

  private func flush(_ state: inout State) {
    for result in state.held {
      output.append(result.octets)
      state.tally.add(result.record)
    }
    state.held = []
  }

  /// Writes at the end what is still held. Several domains, and never an answer: that is the resolver, and no result.
  private func release() throws {
    let count = state.withLock { state in
      let count = state.held.count { $0.record.domain != nil }
      if state.hasSeen || count < ScanPlan.fewest { flush(&state) }
      return state.held.isEmpty ? 0 : count
    }
    if count > 0 { throw ScanStop.blind(count) }
  }

  /// Writes a result, or keeps it until it is its turn.
  private func write(_ octets: [UInt8], _ record: ScanRecord, _ item: ScanItem) throws {
    state.withLock { state in
      if state.isStopped { return }
      if plan.isOrdered {
        state.waiting[item.index] = (octets, record)
        while let next = state.waiting.removeValue(forKey: state.written) {
          emit(next.octets, next.record, &state)
          state.written += 1
        }
      } else {
        emit(octets, record, &state)
      }
    }
    if let failure = output.failure { throw failure }
  }
}
