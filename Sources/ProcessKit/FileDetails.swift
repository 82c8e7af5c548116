import Glibc

/// What stands at a path, symbolic links not followed.
public struct FileDetails: Sendable, Hashable {
  /// What it is.
  public let kind: Kind
  /// Its permissions with setuid, setgid and sticky bit.
  public let mode: UInt32
  /// The number of its owner.
  public let owner: UInt32

  /// The kinds of what stands at a path.
  public enum Kind: Sendable, Hashable {
    /// A regular file.
    case file
    /// A folder.
    case folder
    /// A symbolic link to this path.
    case link(String)
    /// A device, a pipe or a socket.
    case other
  }

  /// Looks at a path.
  public init(path: String) throws(FileError) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { throw .system(errno) }
    mode = status.st_mode & 0o7777
    owner = status.st_uid
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link(try Self.target(of: path))
    default: kind = .other
    }
  }

  private static func target(of path: String) throws(FileError) -> String {
    // PATH_MAX of Linux is the longest target.
    var octets = [CChar](repeating: 0, count: 4_096)
    let count = unsafe octets.withUnsafeMutableBufferPointer { octets in
      unsafe octets.baseAddress.map { unsafe readlink(path, $0, octets.count) } ?? -1
    }
    guard count >= 0 else { throw .system(errno) }
    return String(decoding: octets.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
