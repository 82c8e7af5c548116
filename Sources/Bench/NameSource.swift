import Synchronization

/// Hands out names one after the other.
final class NameSource: Sendable {
  private let rest: Mutex<ArraySlice<String>>

  init(_ names: [String]) {
    rest = Mutex(names[...])
  }

  func next() -> String? { rest.withLock { $0.popFirst() } }
}
