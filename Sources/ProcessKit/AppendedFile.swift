import Glibc

/// A file that grows, and that no second process lets grow at the same time.
public final class AppendedFile: Sendable {
  private let descriptor: Int32
  /// Its octets when it was opened.
  public let size: Int

  /// Opens the file at `path`, or makes it, and locks it (flock(2)) until it is let go or the process ends.
  public init(at path: String) throws(FileError) {
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0o666)
    guard descriptor >= 0 else { throw .system(errno) }
    do throws(FileError) { size = try Self.lockedSize(descriptor) } catch {
      close(descriptor)
      throw error
    }
  }

  private static func lockedSize(_ descriptor: Int32) throws(FileError) -> Int {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .system(errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .system(errno) }
    // The other process may have written until it let go.
    guard unsafe fstat(descriptor, &status) == 0 else { throw .system(errno) }
    return Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// The octets of a range, fewer when the file ends before it does.
  public func octets(in range: Range<Int>) throws(StreamError) -> [UInt8] {
    try FileOctets.read(range, from: descriptor)
  }

  /// Cuts the file off.
  public func truncate(to size: Int) throws(StreamError) {
    guard ftruncate(descriptor, off_t(size)) == 0 else { throw StreamError(number: errno) }
  }

  /// Adds octets at the end, all of them; where that fails, some of them may have been added.
  public func append(_ octets: [UInt8]) throws(StreamError) {
    try FileOctets.write(octets, to: descriptor)
  }

  /// Lets other processes write it, also where somebody holds this value still.
  public func unlock() { _ = flock(descriptor, LOCK_UN) }

  /// Waits until all is on the disk.
  public func synchronize() throws(StreamError) {
    guard fdatasync(descriptor) == 0 else { throw StreamError(number: errno) }
  }
}

extension FileError {
  /// Whether another process holds the file.
  public var isTaken: Bool { self == .system(EWOULDBLOCK) }
}
