import Audit
import AuditModel
import DNS
import ProcessKit
import Reporting
import Survey
import Synchronization

/// Audits a stream of domains, so many at the same time, and writes each report as a line of JSON when it is there.
/// Nothing is kept of a domain that is done.
final class AuditRun: Sendable {
  private let auditor: DomainAuditor
  private let next: @Sendable () -> String?
  private let renderer = JSONRenderer(isIndented: false)
  private let state = Mutex(State())

  private struct State {
    var isEnded = false
    var tally = Tally()
    var octets: [UInt8] = []
  }

  /// What was done.
  struct Tally: Sendable {
    var domains = 0
    var questions = 0
    var repeated = 0
    var failures = 0
    var octets = 0
  }

  /// How much is gathered before it is written.
  private static let bufferOctets = 1 << 18

  /// Takes an engine and what gives the names, one at a time.
  init(_ auditor: DomainAuditor, next: @escaping @Sendable () -> String?) {
    self.auditor = auditor
    self.next = next
  }

  /// Audits all domains with `width` tasks on `executor`.
  func run(width: Int, on executor: (any TaskExecutor)?) async -> Tally {
    await withDiscardingTaskGroup { group in
      for _ in 0..<width { group.addTask(executorPreference: executor) { await self.work() } }
    }
    return state.withLock { state in
      Self.write(&state)
      return state.tally
    }
  }

  private func work() async {
    while let name = takeName() {
      guard let domain = DomainName(name) else { continue }
      let report = await auditor.audit(domain)
      state.withLock { state in
        state.tally.domains += 1
        state.tally.questions += report.statistics.questions
        state.tally.repeated += report.statistics.repeated
        state.tally.failures += report.statistics.failures
        renderer.append(report, to: &state.octets)
        if state.octets.count >= Self.bufferOctets { Self.write(&state) }
      }
    }
  }

  private func takeName() -> String? {
    state.withLock { state in
      if state.isEnded { return nil }
      let name = next()
      state.isEnded = name == nil
      return name
    }
  }

  private static func write(_ state: inout State) {
    state.tally.octets += state.octets.count
    try? StandardStream.output.write(state.octets)
    state.octets.removeAll(keepingCapacity: true)
  }
}
