import HostFiles
import ProcessKit

/// The files of this machine, or those below a folder.
struct DiskTree: FileTree {
  private let root: String

  /// Takes the folder that stands for `/`.
  init(root: String) {
    self.root = root.hasSuffix("/") ? String(root.dropLast()) : root
  }

  func status(of path: String) throws(FileTreeError) -> FileStatus {
    let details = try Self.told { () throws(FileError) in try FileDetails(path: root + path) }
    let kind: FileStatus.Kind =
      switch details.kind {
      case .file: .file
      case .folder: .folder
      case .link(let target): .link(target)
      case .other: .other
      }
    return FileStatus(kind, mode: details.mode, owner: details.owner)
  }

  func octets(of path: String, atMost count: Int) throws(FileTreeError) -> [UInt8] {
    // Files that the kernel makes up have no size: they end where reading ends.
    try Self.told { () throws(FileError) in try RegularFile(path: root + path).read(0..<count) }
  }

  func names(in path: String, atMost count: Int) throws(FileTreeError) -> [String] {
    try Self.told { () throws(FileError) in try Folder.names(at: root + path, atMost: count) }
  }

  private static func told<Result>(_ body: () throws(FileError) -> Result) throws(FileTreeError) -> Result {
    do throws(FileError) { return try body() } catch {
      throw error.isAbsent ? .absent : .hidden(error.description)
    }
  }
}
