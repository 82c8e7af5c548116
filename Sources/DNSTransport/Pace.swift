import NIOCore

/// How fast one server is asked: a bucket of tokens bounds the queries per second, and a window of those under way
/// becomes smaller when the server refuses or keeps silent, and larger again when it answers.
///
/// A few failures are not the server's fault: names whose own servers are broken fail at any speed. So what counts is the
/// share of failures in an interval, and the window never becomes so small that a server with many of them starves.
struct Pace {
  /// How many queries may be under way now.
  private(set) var limit: Int
  /// How many are.
  private(set) var underWay = 0
  private let most: Int
  private let least: Int
  private let rate: Double?
  /// Queries that may be sent at once; below zero after queries that had to be sent again.
  private var tokens: Double
  private var filled: NIODeadline
  private var intervalEnd: NIODeadline
  private var answered = 0
  private var failed = 0

  /// How a query ended.
  enum End {
    /// The server answered, whatever it said of the name.
    case answered
    /// The server failed: SERVFAIL, REFUSED, or nothing.
    case failed
    /// Nobody waits for it any more.
    case abandoned
  }

  /// Begins with the largest window.
  ///
  /// - Parameters:
  ///   - most: the largest window; nil for no bound, however the server answers.
  ///   - rate: queries per second; nil for no bound.
  ///   - engines: how many engines ask the server, each with a pace of its own and a part of the whole.
  ///   - now: the present time.
  init(most: Int?, rate: Int?, among engines: Int = 1, at now: NIODeadline) {
    self.most = max(most ?? .max, 1)
    least = min(max(PaceLimits.least / engines, 1), self.most)
    self.rate = rate.map { Double(max($0, 1)) }
    limit = self.most
    filled = now
    intervalEnd = now + PaceLimits.interval
    tokens = self.rate.map { Self.depth(of: $0) } ?? 0
  }

  /// The bucket holds what two ticks of the clock fill in, so that a burst is as long as a tick is inexact.
  private static func depth(of rate: Double) -> Double {
    max(1, rate * Double(2 * TransportLimits.tickMilliseconds) / 1_000)
  }

  /// Whether another query may be sent now.
  mutating func admits(at now: NIODeadline) -> Bool {
    guard underWay < limit else { return false }
    guard let rate else { return true }
    let seconds = Double((now - filled).nanoseconds) / 1e9
    if seconds > 0 {
      tokens = min(Self.depth(of: rate), tokens + seconds * rate)
      filled = now
    }
    return tokens >= 1
  }

  /// A query begins.
  mutating func begin() {
    underWay += 1
    tokens -= 1
  }

  /// A datagram is sent once more, or goes by TCP.
  mutating func spend() { tokens -= 1 }

  /// A query ends.
  mutating func end(_ end: End, at now: NIODeadline) {
    underWay -= 1
    switch end {
    case .answered: answered += 1
    case .failed: failed += 1
    case .abandoned: break
    }
    if most < .max, now >= intervalEnd, answered + failed >= PaceLimits.sample { adapt(at: now) }
  }

  /// Additive increase, multiplicative decrease, by the share of failures since the last time.
  private mutating func adapt(at now: NIODeadline) {
    let share = Double(failed) / Double(answered + failed)
    if share > PaceLimits.overloaded {
      limit = max(least, limit / 2)
    } else if share > PaceLimits.strained {
      // Never below a sixteenth: what fails for other reasons must not end the scan.
      limit = max(min(max(least, most / 16), limit), limit * 9 / 10)
    } else {
      limit = min(most, limit + max(1, most / 32))
    }
    (answered, failed) = (0, 0)
    intervalEnd = now + PaceLimits.interval
  }
}

/// The limits of pacing.
enum PaceLimits {
  /// How long is looked at before the window changes: several round trips to any resolver.
  static let interval: TimeAmount = .milliseconds(500)
  /// Fewer ends than this tell nothing of a share.
  static let sample = 16
  /// Above this share of failures the server is taken to be overloaded, or to limit its clients.
  static let overloaded = 0.5
  /// Above this share there is more than the names that fail at any speed: of all domains a few percent.
  static let strained = 0.15
  /// The smallest window, of all engines together.
  static let least = 8
}
