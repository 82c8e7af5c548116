import Dispatch
import Glibc
import Synchronization

/// Octets of a file or a pipe as they come, read on a thread that may wait for them, so that nobody else has to.
public final class InputOctets: Sendable {
  /// The size of a file; nil for a pipe.
  public let size: Int?
  /// Where octets come from; nil when they are known already.
  private let descriptor: Int32?
  private let isOwned: Bool
  private let pieces: Mutex<[[UInt8]]>
  private let queue = DispatchQueue(label: "mailaudit.input")
  private let isStopped = Mutex(false)

  /// How much is read at a time.
  private static let pieceOctets = 64 << 10
  /// How often a thread that waits looks whether it is still wanted, in milliseconds.
  private static let patience: Int32 = 100

  private init(descriptor: Int32, isOwned: Bool) {
    (self.descriptor, self.isOwned) = (descriptor, isOwned)
    pieces = Mutex([])
    var status = stat()
    let isFile = unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    size = isFile ? Int(status.st_size) : nil
  }

  /// Takes octets that are known already, in pieces of `count`.
  public init(_ octets: [UInt8], inPiecesOf count: Int = 64 << 10) {
    let starts = stride(from: 0, to: octets.count, by: max(1, count))
    (descriptor, isOwned) = (nil, false)
    pieces = Mutex(starts.map { Array(octets[$0..<min($0 + count, octets.count)]) })
    size = octets.count
  }

  /// Opens a file, or a named pipe.
  public convenience init(path: String) throws(FileError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .system(errno) }
    var status = stat()
    if unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(descriptor)
      throw .folder
    }
    self.init(descriptor: descriptor, isOwned: true)
  }

  /// Standard input.
  public static func standardInput() -> InputOctets { InputOctets(descriptor: STDIN_FILENO, isOwned: false) }

  deinit {
    if let descriptor, isOwned { close(descriptor) }
  }

  /// The next octets; none at the end, and after ``stop()``.
  public func read() async throws(StreamError) -> [UInt8] {
    let result: Result<[UInt8], StreamError> = await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: self.piece()) }
    }
    return try result.get()
  }

  /// Ends the reading, also where it waits.
  public func stop() { isStopped.withLock { $0 = true } }

  private func piece() -> Result<[UInt8], StreamError> {
    guard let descriptor else {
      return .success(pieces.withLock { $0.isEmpty ? [] : $0.removeFirst() })
    }
    do throws(StreamError) { return .success(try wait(for: descriptor)) } catch { return .failure(error) }
  }

  private func wait(for descriptor: Int32) throws(StreamError) -> [UInt8] {
    while !isStopped.withLock({ $0 }) {
      var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = unsafe poll(&state, 1, Self.patience)
      if ready == 0 || (ready < 0 && errno == EINTR) { continue }
      var failure: Int32 = 0
      let octets = unsafe [UInt8](unsafeUninitializedCapacity: Self.pieceOctets) { buffer, count in
        let read = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        failure = read < 0 ? errno : 0
        count = max(0, read)
      }
      if failure == 0 { return octets }
      if failure != EINTR, failure != EAGAIN { throw StreamError(number: failure) }
    }
    return []
  }
}
