import Glibc

/// A lock that one process holds at a time. It lasts as long as the value, and no longer than the process.
public final class FileLock {
  private let descriptor: Int32

  /// Takes the lock of the file at `path`, which is made when it is not there; nil when another process holds it.
  public init?(at path: String) throws(StreamError) {
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    if descriptor < 0 { throw StreamError(number: errno) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
    if errno == EWOULDBLOCK { return nil }
    throw StreamError(number: errno)
  }

  deinit { close(descriptor) }
}
