import ProcessKit
import Scan

/// How far a scan has come: one line on a terminal.
struct ScanProgress: Sendable {
  /// How often the line changes.
  static let tick: Duration = .milliseconds(500)

  private let source: ScanSource
  private let run: ScanRun
  private let earlier: Int
  private let start: ContinuousClock.Instant

  /// Watches a scan that began at `start`.
  init(_ source: ScanSource, _ run: ScanRun, since start: ContinuousClock.Instant) {
    self.source = source
    self.run = run
    self.start = start
    earlier = run.tally.domains
  }

  /// The line.
  var text: String {
    let part = source.size.map { $0 == 0 ? 1 : Double(source.counts.octets) / Double($0) }
    let (tally, counts) = (run.tally, source.counts)
    return Self.text(
      done: tally.domains + tally.faultyLines - earlier, taken: counts.items, failing: run.aside + tally.undecided,
      part: part, time: ContinuousClock.now - start)
  }

  /// - Parameters:
  ///   - done: the results of this scan.
  ///   - taken: the lines that were taken from the list.
  ///   - failing: the domains with questions that failed.
  ///   - part: the part of the list that was read; nil when nobody knows its length.
  ///   - time: since the scan began.
  /// - Returns: the words of the line.
  static func text(done: Int, taken: Int, failing: Int, part: Double?, time: Duration) -> String {
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    let rate = seconds > 0 ? Double(done) / seconds : 0
    var words = "\(done) done, \(Int(rate.rounded()))/s"
    if let part, part > 0, rate > 0 {
      // The names read so far tell how long the list is; what was put aside comes on top.
      let total = Double(taken) / min(part, 1)
      words += ", \(duration(max(0, total - Double(done)) / rate)) left of \(part < 1 ? "about " : "")\(Int(total))"
    }
    return words + (failing == 0 ? "" : ", \(failing) with failures")
  }

  private static func duration(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 1e9))
    if whole >= 3_600 { return "\(whole / 3_600) h \(whole / 60 % 60) min" }
    return whole >= 60 ? "\(whole / 60) min \(whole % 60) s" : "\(whole) s"
  }
}
