import Dispatch
import Glibc

/// Somebody asks the process to end: SIGINT (Ctrl-C) or SIGTERM.
///
/// Sources of Dispatch may be used by any thread.
public final class EndRequest: @unchecked Sendable {
  private let sources: [any DispatchSourceSignal]

  /// From now on the first such signal calls `body` instead of ending the process; the next one ends it as always.
  public init(_ body: @escaping @Sendable () -> Void) {
    sources = [SIGINT, SIGTERM].map { number in
      _ = signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        EndRequest.restore()
        body()
      }
      return source
    }
    for source in sources { source.resume() }
  }

  /// Signals end the process again.
  public func cancel() {
    for source in sources { source.cancel() }
    Self.restore()
  }

  private static func restore() {
    for number in [SIGINT, SIGTERM] { _ = signal(number, SIG_DFL) }
  }
}
