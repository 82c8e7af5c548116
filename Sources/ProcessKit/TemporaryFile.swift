import Glibc

/// A file without a name: written at its end, read anywhere, gone with its owner or with the process.
public final class TemporaryFile: Sendable {
  private let descriptor: Int32

  /// Makes an empty one in a folder, `/tmp` unless told otherwise, that nobody else can open.
  public init(in folder: String = "/tmp") throws(StreamError) {
    var path = Array((folder + "/mailaudit-XXXXXX").utf8CString)
    descriptor = unsafe path.withUnsafeMutableBufferPointer { path in
      unsafe path.baseAddress.map { unsafe mkstemp($0) } ?? -1
    }
    if descriptor < 0 { throw StreamError(number: errno) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = unsafe path.withUnsafeBufferPointer { path in unsafe path.baseAddress.map { unsafe unlink($0) } }
  }

  deinit { close(descriptor) }

  /// Adds octets at the end, all of them.
  public func append(_ octets: [UInt8]) throws(StreamError) {
    try FileOctets.write(octets, to: descriptor)
  }

  /// The octets of a range, fewer when the file ends before it does.
  public func octets(in range: Range<Int>) throws(StreamError) -> [UInt8] {
    try FileOctets.read(range, from: descriptor)
  }
}

/// A file that did not exist before, for its owner's eyes alone.
public final class NewFile {
  private let descriptor: Int32

  /// Makes the file; nil when something of that name exists already.
  public init?(at path: String) throws(StreamError) {
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    if descriptor >= 0 { return }
    if errno == EEXIST { return nil }
    throw StreamError(number: errno)
  }

  deinit { close(descriptor) }

  /// Adds octets at the end, all of them.
  public func append(_ octets: [UInt8]) throws(StreamError) {
    try FileOctets.write(octets, to: descriptor)
  }
}

/// Reading and writing of octets, however many calls that takes.
enum FileOctets {
  /// The octets of a range of a file, fewer when the file ends before it does.
  static func read(_ range: Range<Int>, from descriptor: Int32) throws(StreamError) -> [UInt8] {
    var (done, failure) = (0, Int32(0))
    let octets = unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while done < range.count {
        let more = unsafe pread(
          descriptor, buffer.baseAddress.map { unsafe $0 + done }, range.count - done, off_t(range.lowerBound + done))
        if more > 0 {
          done += more
        } else if more == 0 {
          break
        } else if errno != EINTR {
          failure = errno
          break
        }
      }
      count = done
    }
    if failure != 0 { throw StreamError(number: failure) }
    return octets
  }

  /// Writes all octets.
  static func write(_ octets: [UInt8], to descriptor: Int32) throws(StreamError) {
    var rest = octets[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { throw StreamError(number: errno) }
    }
  }
}
