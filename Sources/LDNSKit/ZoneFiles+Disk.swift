import Glibc

/// Files on disk.
public struct DiskZoneFiles: ZoneFiles {
  /// Makes the value.
  public init() {}

  /// The octets of the file; with a folder, only of a regular file in it, symbolic links followed.
  public func octets(of path: String, within folder: String?) throws(ZoneFileError) -> [UInt8] {
    guard let folder else { return try read(path, regularOnly: false) }
    let (place, bounds) = (try resolved(path), try resolved(folder.isEmpty ? "." : folder))
    guard place.hasPrefix(bounds == "/" ? "/" : bounds + "/") else { throw .outside(folder: folder) }
    return try read(place, regularOnly: true)
  }

  private func resolved(_ path: String) throws(ZoneFileError) -> String {
    guard let text = unsafe realpath(path, nil) else { throw lastError }
    defer { unsafe free(text) }
    return unsafe String(cString: text)
  }

  /// An included fifo or device would hang the audit, so it is opened without waiting and refused.
  private func read(_ path: String, regularOnly: Bool) throws(ZoneFileError) -> [UInt8] {
    let descriptor = unsafe open(path, regularOnly ? O_RDONLY | O_NONBLOCK : O_RDONLY)
    guard descriptor >= 0 else { throw lastError }
    defer { _ = close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw lastError }
    if regularOnly, status.st_mode & S_IFMT != S_IFREG { throw .unreadable("no regular file") }
    return try readAll(descriptor)
  }

  private func readAll(_ descriptor: Int32) throws(ZoneFileError) -> [UInt8] {
    var (octets, chunk): ([UInt8], [UInt8]) = ([], Array(repeating: 0, count: 1 << 16))
    while true {
      let count = unsafe Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { return octets }
      guard count > 0 else { if errno == EINTR { continue } else { throw lastError } }
      octets += chunk[..<count]
      if octets.count > ZoneTextLimits.octets { throw .tooLarge }
    }
  }

  private var lastError: ZoneFileError { unsafe .unreadable(String(cString: strerror(errno))) }
}
