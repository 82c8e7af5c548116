import DNSTransport
import ProcessKit
import Reporting
import Synchronization

/// What is being asked, and how long that takes: one line on a terminal's standard error, gone when there is a result.
enum Progress {
  /// Quick audits show nothing: only what takes longer than this is worth a line.
  static let patience: Duration = .milliseconds(400)
  /// How often the line changes.
  static let tick: Duration = .milliseconds(200)

  /// Runs `body`, and shows the questions of `resolver` meanwhile when a terminal reads standard error; nil shows
  /// nothing.
  static func shown<Result: Sendable>(
    of resolver: LiveResolver?, _ body: @Sendable () async throws -> Result
  ) async throws -> Result {
    guard let resolver else { return try await body() }
    return try await shown(every: tick, of: { await text(of: resolver) }, body)
  }

  /// Runs `body`, and shows what `text` says meanwhile when a terminal reads standard error; nil leaves the line as it is.
  static func shown<Result: Sendable>(
    every tick: Duration, of text: @escaping @Sendable () async -> String?,
    _ body: @Sendable () async throws -> Result
  ) async throws -> Result {
    guard Console.current.showsProgress else { return try await body() }
    let line = ProgressLine(Console.current)
    Interrupt.clearLine()
    return try await Console.$current.withValue(line.console) {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          while (try? await Task.sleep(for: tick)) != nil {
            if let words = await text(), !Task.isCancelled { line.show(words) }
          }
        }
        defer {
          group.cancelAll()
          line.clear()
        }
        return try await body()
      }
    }
  }

  private static func text(of resolver: LiveResolver) async -> String? {
    let questions = await resolver.inFlight()
    guard let oldest = questions.first else { return nil }
    let time = ContinuousClock.now - oldest.since
    return time >= patience ? text(oldest, of: questions.count, time) : nil
  }

  static func text(_ oldest: QuestionInFlight, of count: Int, _ time: Duration) -> String {
    let tenths = time.components.seconds * 10 + time.components.attoseconds / 100_000_000_000_000_000
    let more = count > 1 ? " and \(count - 1) more" : ""
    let server = oldest.server.map { " at \($0)" } ?? ""
    return "\(tenths / 10).\(tenths % 10) s, asking \(oldest.question)\(server)\(more)"
  }
}

/// The line of a terminal that progress is shown in.
final class ProgressLine: Sendable {
  private let base: Console
  private let isVisible = Mutex(false)

  init(_ base: Console) {
    self.base = base
  }

  /// A console that clears the line before anything is written.
  var console: Console {
    var console = base
    console.output = { [self] octets in
      clear()
      try base.output(octets)
    }
    console.error = { [self] octets in
      clear()
      base.error(octets)
    }
    return console
  }

  /// Puts `text` in place of what the line holds, cut to the width of the terminal.
  func show(_ text: String) {
    isVisible.withLock { isVisible in
      isVisible = true
      let room = max(10, (base.progressColumns ?? 80) - 1)
      base.writeError("\r\u{1B}[K" + VisibleText.of(text).prefix(room))
    }
  }

  /// Empties the line, if it holds anything.
  func clear() {
    isVisible.withLock { isVisible in
      if isVisible { base.writeError("\r\u{1B}[K") }
      isVisible = false
    }
  }
}
