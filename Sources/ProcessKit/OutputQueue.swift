import Dispatch
import Synchronization

/// Octets on their way to a file or a pipe, written on a thread that may wait for a slow reader, in their order.
///
/// What comes while something is being written is written together: a line at a time for who reads along, and few calls
/// when there is much.
public final class OutputQueue: Sendable {
  private let write: @Sendable ([UInt8]) throws -> Void
  private let queue = DispatchQueue(label: "mailaudit.output")
  private let state = Mutex(State())

  private struct State {
    var pending: [UInt8] = []
    var isWriting = false
    var failure: (any Error)?
    var waiters: [CheckedContinuation<Void, Never>] = []
  }

  /// For so long more is gathered before a thread is woken: waking one for each result takes a tenth of the time that
  /// making it takes, and nobody who reads along sees the difference.
  private static let pause = DispatchTimeInterval.milliseconds(4)
  /// So much may wait before those who write have to.
  private static let room = 4 << 20

  /// Writes with `write`, from one thread at a time.
  public init(_ write: @escaping @Sendable ([UInt8]) throws -> Void) {
    self.write = write
  }

  /// Why nothing is written any more; nil while all is well.
  public var failure: (any Error)? { state.withLock { $0.failure } }

  /// Takes octets; after a failure they are dropped.
  public func append(_ octets: [UInt8]) {
    let starts = state.withLock { state in
      guard state.failure == nil else { return false }
      state.pending += octets
      defer { state.isWriting = true }
      return !state.isWriting
    }
    if starts { queue.asyncAfter(deadline: .now() + Self.pause) { self.drain() } }
  }

  /// Waits until there is room for more, or nothing is written any more.
  public func room() async { await wait { $0.pending.count <= Self.room } }

  /// Waits until everything is written; throws what kept it from being written.
  public func finish() async throws {
    await wait { !$0.isWriting }
    if let failure { throw failure }
  }

  private func wait(_ isReached: @Sendable (borrowing State) -> Bool) async {
    while true {
      let isDone = state.withLock { $0.failure != nil || isReached($0) }
      if isDone { return }
      await withCheckedContinuation { continuation in
        let isDone = state.withLock { state in
          if state.failure != nil || isReached(state) { return true }
          state.waiters.append(continuation)
          return false
        }
        if isDone { continuation.resume() }
      }
    }
  }

  private func drain() {
    while true {
      let octets = state.withLock { state in
        let octets = state.pending
        state.pending = []
        if octets.isEmpty { state.isWriting = false }
        return octets
      }
      if octets.isEmpty { return wake() }
      do {
        try write(octets)
      } catch {
        state.withLock { ($0.failure, $0.pending, $0.isWriting) = (error, [], false) }
        return wake()
      }
      wake()
    }
  }

  private func wake() {
    let waiters = state.withLock { state in
      defer { state.waiters = [] }
      return state.waiters
    }
    for waiter in waiters { waiter.resume() }
  }
}
