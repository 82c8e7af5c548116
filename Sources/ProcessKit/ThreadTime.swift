import Glibc

/// How the present thread has spent its time so far, as the kernel counts it; what is missing to the time of the clock it
/// had nothing to do.
public struct ThreadTime: Sendable, Hashable {
  /// On a processor.
  public let running: Duration
  /// Ready to run, while others had the processors.
  public let ready: Duration

  /// The present thread's; nil where the kernel does not tell.
  public static var current: ThreadTime? {
    let descriptor = unsafe open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var octets = [UInt8](repeating: 0, count: 96)
    let count = unsafe octets.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
    return count > 0 ? ThreadTime(schedstat: octets.prefix(count)) : nil
  }

  /// Reads nanoseconds on a processor, nanoseconds in wait for one, and the number of turns: proc_pid_schedstat(5).
  init?(schedstat: some Sequence<UInt8>) {
    let numbers = String(decoding: Array(schedstat), as: UTF8.self).split { $0.isWhitespace }.map { Int64($0) }
    guard numbers.count == 3, let running = numbers[0], let ready = numbers[1] else { return nil }
    (self.running, self.ready) = (.nanoseconds(running), .nanoseconds(ready))
  }

  /// The part of `duration` in which the thread had nothing to do, from 0 to 1, when it had spent `earlier` before.
  public func idle(since earlier: ThreadTime, in duration: Duration) -> Double {
    let busy = running - earlier.running + ready - earlier.ready
    return duration > .zero ? min(1, max(0, 1 - busy / duration)) : 0
  }
}
