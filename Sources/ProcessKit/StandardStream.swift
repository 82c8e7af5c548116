import Glibc

/// The streams that a process writes to.
public enum StandardStream: Int32, Sendable {
  /// Where results go.
  case output = 1
  /// Where errors and progress go.
  case error = 2

  /// Whether a terminal reads the stream.
  public var isTerminal: Bool { isatty(rawValue) == 1 }

  /// The width of the terminal in columns; nil when there is none or it does not tell.
  public var columns: Int? {
    var size = winsize()
    guard unsafe ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Writes all octets, however many calls that takes.
  public func write(_ octets: [UInt8]) throws(StreamError) {
    var rest = octets[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(rawValue, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { throw StreamError(number: errno) }
    }
  }
}

/// Why octets could not be written.
public struct StreamError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The system's number of the error.
  public let number: Int32

  /// Wraps the system's number of an error.
  public init(number: Int32) {
    self.number = number
  }

  /// Whether nobody reads the stream any more, as after `| head`.
  public var isBrokenPipe: Bool { number == EPIPE }

  /// The system's words.
  public var description: String { unsafe String(cString: strerror(number)) }
}
