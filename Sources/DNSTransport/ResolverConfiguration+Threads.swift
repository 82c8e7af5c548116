import NIOCore

extension ResolverConfiguration {
  /// How many engines there are: each may ask something at least.
  var engines: Int { max(1, min(threads, window, queriesPerSecond ?? .max)) }

  /// What one engine of `count` may do. The window and the rate are promises to a server, whoever asks it: they are
  /// divided, not shared, so that no query waits for another thread. Together the parts are the whole.
  func part(_ index: Int, of count: Int) -> ResolverConfiguration {
    var part = self
    part.window = Self.part(index, of: count, window)
    part.queriesPerSecond = queriesPerSecond.map { Self.part(index, of: count, $0) }
    return part
  }

  private static func part(_ index: Int, of count: Int, _ whole: Int) -> Int {
    whole / count + (index < whole % count ? 1 : 0)
  }

  /// How many threads are of use: the processors of this machine, or what the limits of the process's control group
  /// (cpu.max, cpuset) leave of them.
  public static var usefulThreads: Int { max(1, System.coreCount) }
}
