/// Lets a few audits run at the same time: a hundred at once, on few cores, would meet servers that cannot answer in
/// time, and take them for silent ones.
actor LabTurns {
  static let shared = LabTurns()
  private var free = 8
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// Runs `body` when it is its turn.
  func take<Result: Sendable>(_ body: @Sendable () async throws -> Result) async rethrows -> Result {
    await enter()
    defer { leave() }
    return try await body()
  }

  private func enter() async {
    if free > 0 { free -= 1 } else { await withCheckedContinuation { waiting.append($0) } }
  }

  private func leave() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
