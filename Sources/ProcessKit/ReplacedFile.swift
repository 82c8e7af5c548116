import Glibc

/// A file that is replaced as a whole: until it is complete, what was there before stays, and a process that ends in the
/// middle leaves it untouched.
public final class ReplacedFile {
  private let path: String
  private let temporary: String
  private let descriptor: Int32
  private var isPublished = false

  /// Begins a new file beside the one at `path`; who may read it is for the process's umask to say, unless it is for its
  /// owner alone.
  public init(at path: String, isPrivate: Bool = false) throws(StreamError) {
    self.path = path
    temporary = path + "." + String(UInt64.random(in: .min ... .max), radix: 36) + ".part"
    descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, isPrivate ? 0o600 : 0o666)
    if descriptor < 0 { throw StreamError(number: errno) }
  }

  deinit {
    close(descriptor)
    if !isPublished { _ = unsafe unlink(temporary) }
  }

  /// Adds octets at the end, all of them.
  public func append(_ octets: [UInt8]) throws(StreamError) {
    try FileOctets.write(octets, to: descriptor)
  }

  /// Puts the file in the place of the old one, when all of it is on the disk.
  public func publish() throws(StreamError) {
    guard fsync(descriptor) == 0, unsafe rename(temporary, path) == 0 else { throw StreamError(number: errno) }
    isPublished = true
  }
}
