import Glibc

/// What a process learns from the system that it runs on.
public enum Surroundings {
  /// The value of an environment variable; nil when it is not set.
  public static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// The name of this machine, when it is one with a dot in it.
  public static var hostName: String? { nodeName.flatMap { $0.contains(".") ? $0 : nil } }

  /// The name of this machine as it calls itself; nil when it cannot be had.
  public static var nodeName: String? {
    var octets = [CChar](repeating: 0, count: 256)
    guard unsafe gethostname(&octets, octets.count - 1) == 0 else { return nil }
    return String(decoding: octets.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The program that runs; nil when the system does not tell.
  public static var program: String? {
    var octets = [CChar](repeating: 0, count: pathOctets)
    let count = unsafe octets.withUnsafeMutableBufferPointer { octets in
      unsafe octets.baseAddress.map { unsafe readlink("/proc/self/exe", $0, octets.count) } ?? -1
    }
    return count > 0 ? String(decoding: octets.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
  }

  /// The folder that places are counted from; nil when the system does not tell.
  public static var folder: String? {
    var octets = [CChar](repeating: 0, count: pathOctets)
    guard unsafe getcwd(&octets, octets.count) != nil else { return nil }
    return String(decoding: octets.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// PATH_MAX of Linux.
  private static let pathOctets = 4_096

  /// Seconds since 1970, UTC.
  public static var now: Int { time(nil) }

  /// When a file last changed, in seconds since 1970, UTC; nil when it cannot be seen.
  public static func modificationTime(of path: String) -> Int? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return status.st_mtim.tv_sec
  }

  /// Ends the process.
  public static func end(status: Int32) -> Never { exit(status) }
}

/// Keeps the terminal clean when the user interrupts.
public enum Interrupt {
  /// From now on SIGINT clears the line of standard error that the cursor stands in, and then ends the process as it
  /// always does.
  public static func clearLine() {
    _ = signal(SIGINT) { number in
      // Only calls that are safe in a signal handler (signal-safety(7)).
      let erase: InlineArray<4, UInt8> = [0x0D, 0x1B, 0x5B, 0x4B]
      unsafe erase.span.withUnsafeBytes { unsafe _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      _ = signal(number, SIG_DFL)
      _ = raise(number)
    }
  }
}
