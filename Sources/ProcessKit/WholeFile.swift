import Glibc

/// A new file that is seen under its name when it is complete, and never if it is given up. For its owner's eyes alone.
public final class WholeFile {
  private let path: String
  private let temporary: [CChar]
  private let descriptor: Int32

  /// Begins a file that will be at `path`; nil when something is there already.
  public init?(at path: String) throws(StreamError) {
    var status = stat()
    if unsafe lstat(path, &status) == 0 { return nil }
    var name = Array((path + ".XXXXXX").utf8CString)
    descriptor = unsafe name.withUnsafeMutableBufferPointer { name in
      unsafe name.baseAddress.map { unsafe mkstemp($0) } ?? -1
    }
    (self.path, temporary) = (path, name)
    if descriptor < 0 { throw StreamError(number: errno) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  deinit {
    close(descriptor)
    _ = unsafe temporary.withUnsafeBufferPointer { name in unsafe name.baseAddress.map { unsafe unlink($0) } }
  }

  /// Adds octets at the end, all of them.
  public func append(_ octets: [UInt8]) throws(StreamError) {
    try FileOctets.write(octets, to: descriptor)
  }

  /// Gives the file its name, when all of it is on the disk; false when the name has been taken meanwhile.
  public func publish() throws(StreamError) -> Bool {
    guard fsync(descriptor) == 0 else { throw StreamError(number: errno) }
    // Unlike rename(2), link(2) takes no name from another file.
    let isLinked = unsafe temporary.withUnsafeBufferPointer { name in
      unsafe name.baseAddress.map { unsafe link($0, path) } == 0
    }
    if isLinked { return true }
    if errno == EEXIST { return false }
    throw StreamError(number: errno)
  }
}
