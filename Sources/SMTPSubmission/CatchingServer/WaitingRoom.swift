import Synchronization

/// Messages on their way from the sessions to who looks at them: few wait, the others are put off.
final class WaitingRoom: Sendable {
  private struct State {
    var events: [CatchingServer.Event] = []
    var messages = 0
    var taken = 0
    var isClosed = false
    var waiter: CheckedContinuation<CatchingServer.Event?, Never>?
  }

  private let state = Mutex(State())
  /// How many messages are taken at all; nil for any number.
  private let limit: Int?

  init(limit: Int?) {
    self.limit = limit
  }

  /// Takes a message, and gives its number; nil when it is not taken.
  func offer(_ message: (Int) -> CaughtMessage?) -> Int? {
    state.withLock { state in
      let isFull = state.messages >= CatchingLimits.waitingMessages || limit.map { state.taken >= $0 } == true
      guard !isFull, !state.isClosed, let message = message(state.taken + 1) else { return nil }
      state.taken += 1
      state.messages += 1
      Self.add(.message(message), to: &state)
      return state.taken
    }
  }

  /// Takes note of a session without a message; dropped when too many wait.
  func tell(_ session: FruitlessSession) {
    state.withLock { state in
      guard !state.isClosed, state.events.count < CatchingLimits.waitingEnds else { return }
      Self.add(.fruitless(session), to: &state)
    }
  }

  private static func add(_ event: CatchingServer.Event, to state: inout State) {
    guard let waiter = state.waiter else { return state.events.append(event) }
    state.waiter = nil
    if case .message = event { state.messages -= 1 }
    waiter.resume(returning: event)
  }

  /// The next event; nil when the room is closed and empty.
  func next() async -> CatchingServer.Event? {
    await withCheckedContinuation { continuation in
      state.withLock { state in
        if !state.events.isEmpty {
          let event = state.events.removeFirst()
          if case .message = event { state.messages -= 1 }
          continuation.resume(returning: event)
        } else if state.isClosed || state.waiter != nil {
          continuation.resume(returning: nil)
        } else {
          state.waiter = continuation
        }
      }
    }
  }

  /// Takes nothing more; what waits can still be had.
  func close() {
    state.withLock { state in
      state.isClosed = true
      state.waiter?.resume(returning: nil)
      state.waiter = nil
    }
  }
}
