import Scan

/// How many domains one thread has under way: as few as keep it busy. What is under way together fights for the caches
/// of the processor: 256 domains cost a third more time each than 16, and gain nothing where the resolver answers at once.
/// Where it is far away, hundreds are needed.
struct ScanLane: Sendable {
  /// How many may be under way now.
  private(set) var width: Int
  /// How many are.
  private(set) var active = 0
  /// Workers who wait for their turn.
  private var sleepers: [CheckedContinuation<Void, Never>] = []
  private let most: Int

  /// Begins small, unless nobody tells how busy the thread is.
  init(most: Int, adapts: Bool) {
    self.most = max(1, most)
    width = adapts ? min(self.most, ScanLaneLimits.start) : self.most
  }

  /// Whether another domain may begin.
  var hasRoom: Bool { active < width }

  /// A worker begins, or ends.
  mutating func enter() { active += 1 }
  mutating func leave() { active -= 1 }

  /// A worker waits.
  mutating func sleep(_ sleeper: CheckedContinuation<Void, Never>) { sleepers.append(sleeper) }

  /// One worker to be woken; nil when none waits.
  mutating func next() -> CheckedContinuation<Void, Never>? { sleepers.popLast() }

  /// All of them.
  mutating func all() -> [CheckedContinuation<Void, Never>] {
    defer { sleepers = [] }
    return sleepers
  }

  /// Takes the part of the last interval in which the thread had nothing to do; nil when nobody knows.
  mutating func adapt(idle: Double?) {
    guard let idle else { return width = most }
    if idle > ScanLaneLimits.idle {
      // A thread that mostly waits needs twice as many, at once.
      width = min(most, max(width + 1, idle > 0.5 ? 2 * width : width + width / 4))
    } else if idle < ScanLaneLimits.busy {
      width = max(min(most, ScanLaneLimits.least), width - max(1, width / 8))
    }
  }
}

/// The limits of the domains that one thread has under way.
enum ScanLaneLimits {
  /// How many at first, and at least.
  static let (start, least) = (16, 8)
  /// A thread that has nothing to do for a larger part of the time gets more.
  static let idle = 0.15
  /// One with less gets fewer.
  static let busy = 0.05
  /// How often that is looked at: ten ticks of the kernel's clock.
  static let interval: Duration = .milliseconds(40)
}
