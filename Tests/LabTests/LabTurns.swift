import Dispatch
import Foundation
import Testing

/// Lets a few tests of the lab run at the same time, each on a thread of its own: a hundred at once, on few cores, would
/// meet servers that cannot answer in time, and take them for silent ones.
///
/// What has a deadline begins within a turn, so that waiting for the turn takes nothing from it.
struct LabTurn: SuiteTrait, TestTrait, TestScoping {
  /// Every row of every test takes its turn, not the suite.
  let isRecursive = true
  /// What has to be there first; it is waited for without a turn.
  let preparation: @Sendable () async -> Void

  func scopeProvider(for test: Test, testCase: Test.Case?) -> LabTurn? { testCase == nil ? nil : self }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    await preparation()
    try await LabTurns.shared.take {
      try await withTaskExecutorPreference(LabThread()) { try await function() }
    }
  }
}

extension Trait where Self == LabTurn {
  /// The tests take turns with all others of the lab.
  static var takesTurns: Self { LabTurn {} }

  /// The tests take turns once something is there.
  static func takesTurns(after preparation: @escaping @Sendable () async -> Void) -> Self {
    LabTurn(preparation: preparation)
  }
}

/// Counts who may run.
actor LabTurns {
  static let shared = LabTurns()
  /// While one waits for a server, another computes.
  private var free = 2 * ProcessInfo.processInfo.activeProcessorCount
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// Runs `body` when it is its turn.
  func take(_ body: @Sendable () async throws -> Void) async rethrows {
    await enter()
    defer { leave() }
    try await body()
  }

  private func enter() async {
    if free > 0 { free -= 1 } else { await withCheckedContinuation { waiting.append($0) } }
  }

  private func leave() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}

/// The thread of a turn. The threads of Swift's tasks are as many as cores: hundreds of tests queue for them, and a server
/// waits for its client meanwhile.
private final class LabThread: TaskExecutor {
  private let queue = DispatchQueue(label: "LabTurn")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
