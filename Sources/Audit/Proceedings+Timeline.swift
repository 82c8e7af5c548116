import AuditModel
import Survey

extension Proceedings {
  /// The way of a message in time, the first hop first, by its Received fields; nil when it has none.
  init?(_ timeline: MessageTimeline) {
    guard !timeline.steps.isEmpty else { return nil }
    self.init(steps: timeline.steps.map(\.words), transcript: [])
  }
}

extension MessageTimeline.Step {
  /// One hop: when, who gave it to whom, how it was protected, and how long it took since the hop before.
  fileprivate var words: Proceedings.Step {
    let who = [from.map { "from \($0)" }, by.map { "to \($0)" }].compactMap(\.self).joined(separator: " ")
    let wait = delay.map { $0 < 0 ? "\(-$0) s before the hop before it" : "after \($0) s" }
    let parts = [who.isEmpty ? "tells neither side" : who, with.map { "with \($0)" }, protection, wait]
    let verdict: Verdict = isEncrypted == false || (delay ?? 0) < 0 || (delay ?? 0) > Self.patience ? .info : .pass
    let name = time.map { Timestamp.rfc3339($0) } ?? "no time"
    return .init(
      place: "Received, the first hop first", name, verdict, parts.compactMap(\.self).joined(separator: ", "))
  }

  private var protection: String? {
    switch isEncrypted {
    case true?: tlsVersion ?? "encrypted"
    case false?: "not encrypted"
    case nil: nil
    }
  }

  /// Five minutes: greylisting and queues take that.
  private static let patience = 300
}
