import Glibc

/// A file that is read at any place, in pieces; closed with its last owner.
public final class ReadableFile: Sendable {
  private let descriptor: Int32
  /// How many octets it had when it was opened.
  public let count: Int

  /// Opens a file.
  public init(_ path: String) throws(StreamError) {
    unsafe descriptor = open(path, O_RDONLY | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, unsafe fstat(descriptor, &status) == 0 else { throw StreamError(number: errno) }
    count = Int(status.st_size)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The octets of `range`, fewer where the file ends.
  public func octets(_ range: Range<Int>) throws(StreamError) -> [UInt8] {
    var number: Int32 = 0
    let octets = unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
      while filled < range.count {
        let count = unsafe pread(
          descriptor, buffer.baseAddress.map { unsafe $0 + filled }, range.count - filled, range.lowerBound + filled)
        if count > 0 {
          filled += count
        } else if count == 0 || errno != EINTR {
          if count < 0 { number = errno }
          return
        }
      }
    }
    if number != 0 { throw StreamError(number: number) }
    return octets
  }
}
