import CProcess

/// The processors of this machine.
public enum Processors {
  /// Room for more of them than any kernel is built for.
  private static let words = 8_192 / UInt.bitWidth

  /// How many of them this process may run on (sched_getaffinity(2), as `taskset` sets it); nil when nobody tells.
  public static var allowed: Int? {
    var mask = [UInt](repeating: 0, count: words)
    let status = unsafe mask.withUnsafeMutableBufferPointer {
      unsafe allowed_processors(0, $0.count * MemoryLayout<UInt>.size, $0.baseAddress)
    }
    return status == 0 ? max(1, mask.reduce(0) { $0 + $1.nonzeroBitCount }) : nil
  }
}
