import Glibc

/// A regular file that is read in pieces, from anywhere in it. Open as long as it is held.
public final class RegularFile: Sendable {
  /// Its octets when it was opened.
  public let size: Int
  private let descriptor: Int32

  /// The octets that are read at a time.
  private static let pieceOctets = 64 << 10

  /// O_TMPFILE of open(2), which its header defines in a way that Swift does not read.
  private static let nameless = 0o20000000 | O_DIRECTORY

  /// Opens the file at `path`.
  public convenience init(path: String) throws(FileError) {
    // Without O_NONBLOCK a pipe without a writer would block.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw .system(errno) }
    try self.init(descriptor: descriptor)
  }

  /// Takes an open descriptor, which it closes.
  private init(descriptor: Int32) throws(FileError) {
    var status = stat()
    let isKnown = unsafe fstat(descriptor, &status) == 0
    let number = errno
    self.descriptor = descriptor
    size = Int(status.st_size)
    guard isKnown else { throw .system(number) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .folder
    default: throw .notRegular
    }
  }

  deinit { close(descriptor) }

  /// Standard input: the file itself, or what comes through a pipe, kept in a file without a name in `folder`.
  public static func standardInput(keptIn folder: String) throws(FileError) -> RegularFile {
    let input = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
    guard input >= 0 else { throw .system(errno) }
    var status = stat()
    if unsafe fstat(input, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      return try RegularFile(descriptor: input)
    }
    defer { close(input) }
    let kept = unsafe open(folder, nameless | O_RDWR | O_CLOEXEC, 0o600)
    guard kept >= 0 else { throw .system(errno) }
    do throws(FileError) {
      try copy(from: input, to: kept)
    } catch {
      close(kept)
      throw error
    }
    return try RegularFile(descriptor: kept)
  }

  private static func copy(from input: Int32, to kept: Int32) throws(FileError) {
    var buffer = [UInt8](repeating: 0, count: pieceOctets)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(input, $0.baseAddress, $0.count) }
      if count == 0 { return }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw .system(errno)
      }
      try Self.system { () throws(StreamError) in try FileOctets.write(Array(buffer[..<count]), to: kept) }
    }
  }

  /// The octets of `range`; fewer when the file has become shorter.
  public func read(_ range: Range<Int>) throws(FileError) -> [UInt8] {
    try Self.system { () throws(StreamError) in try FileOctets.read(range, from: descriptor) }
  }

  /// Turns an error of the system into one of files.
  private static func system<Result>(_ body: () throws(StreamError) -> Result) throws(FileError) -> Result {
    do throws(StreamError) { return try body() } catch { throw .system(error.number) }
  }
}

/// Why a file cannot be read.
public enum FileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The system's number of the error.
  case system(Int32)
  /// It is a folder.
  case folder
  /// It is a device, a pipe or a socket.
  case notRegular

  /// Whether nothing stands at the path.
  public var isAbsent: Bool { self == .system(ENOENT) || self == .system(ENOTDIR) }

  /// A phrase.
  public var description: String {
    switch self {
    case .system(let number): unsafe String(cString: strerror(number))
    case .folder: "is a folder"
    case .notRegular: "is no regular file"
    }
  }
}

/// A folder of files.
public enum Folder {
  /// What tells a folder from others, whatever name or link leads to it.
  public struct Identity: Sendable, Hashable {
    let device: UInt
    let number: UInt
  }

  /// The identity of the folder at `path`, symbolic links followed.
  public static func identity(at path: String) throws(FileError) -> Identity {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw .system(errno) }
    return Identity(device: UInt(status.st_dev), number: UInt(status.st_ino))
  }

  /// The names in the folder at `path`, sorted by octets, without `.` and `..`; the first `count` that come.
  public static func names(at path: String, atMost count: Int = .max) throws(FileError) -> [String] {
    guard let folder = unsafe opendir(path) else { throw .system(errno) }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while names.count < count, let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
