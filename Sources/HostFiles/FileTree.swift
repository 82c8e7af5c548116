/// The files of a machine: those of the one that runs, those of an image below a folder, or those of an example.
///
/// Paths begin with a slash and hold no links, `.` or `..`: who follows links is ``resolved(_:)``, so that links of an
/// image lead to files of the image.
public protocol FileTree: Sendable {
  /// What stands at a path, links not followed.
  func status(of path: String) throws(FileTreeError) -> FileStatus
  /// The octets of a regular file, `count` at most.
  func octets(of path: String, atMost count: Int) throws(FileTreeError) -> [UInt8]
  /// The names in a folder in order, without `.` and `..`, `count` at most.
  func names(in path: String, atMost count: Int) throws(FileTreeError) -> [String]
}

/// Why something of a tree cannot be had.
public enum FileTreeError: Error, Sendable, Hashable {
  /// It is not there.
  case absent
  /// It is there, or may be, and cannot be looked at: why.
  case hidden(String)
}

/// What stands at a path.
public struct FileStatus: Sendable, Hashable {
  /// What it is.
  public let kind: Kind
  /// Its permissions with setuid, setgid and sticky bit, as chmod(1) takes them.
  public let mode: UInt32
  /// The number of its owner.
  public let owner: UInt32

  /// Makes the value of its parts.
  public init(_ kind: Kind, mode: UInt32, owner: UInt32) {
    self.kind = kind
    self.mode = mode
    self.owner = owner
  }

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

  /// Whether somebody may execute it.
  public var isExecutable: Bool { mode & 0o111 != 0 }
  /// Whether it runs with the rights of its owner.
  public var isSetUID: Bool { mode & 0o4000 != 0 }
  /// Whether it runs with the rights of its group.
  public var isSetGID: Bool { mode & 0o2000 != 0 }

  /// The mode as chmod(1) takes it.
  public var modeText: String { String(mode, radix: 8) }
}

/// What a path leads to when all links are followed.
public struct ResolvedFile: Sendable, Hashable {
  /// The path without links.
  public let path: String
  /// What stands there.
  public let status: FileStatus

  /// The name without its folders.
  public var name: String { path.split(separator: "/").last.map(String.init) ?? "" }
}

extension FileTree {
  /// Follows all links of a path within the tree.
  public func resolved(_ path: String) throws(FileTreeError) -> ResolvedFile {
    var waiting = Array(path.split(separator: "/").map(String.init).reversed())
    var (done, status, links): ([String], FileStatus?, Int) = ([], nil, 0)
    while let part = waiting.popLast() {
      if part == "." { continue }
      if part == ".." {
        _ = done.popLast()
        status = nil
        continue
      }
      let place = "/" + (done + [part]).joined(separator: "/")
      if place.utf8.count > FileTreeLimits.pathOctets { throw .hidden("the path is too long") }
      let found = try self.status(of: place)
      guard case .link(let target) = found.kind else {
        done.append(part)
        status = found
        continue
      }
      links += 1
      if links > FileTreeLimits.links { throw .hidden("too many links one behind the other") }
      if target.hasPrefix("/") { done = [] }
      status = nil
      waiting += target.split(separator: "/").map(String.init).reversed()
    }
    let place = "/" + done.joined(separator: "/")
    if let status { return ResolvedFile(path: place, status: status) }
    return ResolvedFile(path: place, status: try self.status(of: place))
  }

  /// What a path leads to, as one of four answers.
  public func look(at path: String) -> Sight<ResolvedFile> {
    do throws(FileTreeError) { return .present(try resolved(path)) } catch { return Self.sight(of: error) }
  }

  /// The text at a path.
  public func text(at path: String) -> Sight<TextFile> { octets(at: path).map { TextFile(path: path, octets: $0) } }

  /// The octets of the text at a path.
  public func octets(at path: String) -> Sight<[UInt8]> {
    do throws(FileTreeError) {
      let file = try resolved(path)
      guard file.status.kind == .file else { return .malformed("\(path) is no file") }
      let octets = try octets(of: file.path, atMost: FileTreeLimits.fileOctets)
      return octets.contains(0) ? .malformed("\(path) is no text") : .present(octets)
    } catch {
      return Self.sight(of: error)
    }
  }

  /// The names in the folder at a path, in order.
  public func list(_ path: String) -> Sight<[String]> {
    do throws(FileTreeError) {
      let folder = try resolved(path)
      guard folder.status.kind == .folder else { return .malformed("\(path) is no folder") }
      return .present(try names(in: folder.path, atMost: FileTreeLimits.names))
    } catch {
      return Self.sight(of: error)
    }
  }

  /// Whether something stands at a path, for sure.
  public func has(_ path: String) -> Bool { look(at: path).value != nil }

  private static func sight<Value>(of error: FileTreeError) -> Sight<Value> {
    switch error {
    case .absent: .absent
    case .hidden(let reason): .unseen(reason)
    }
  }
}

/// What is read of a tree at most: an image comes from anywhere.
public enum FileTreeLimits {
  /// Octets of one file: /etc/hosts of machines that block advertisements holds megabytes, settings hold little.
  static let fileOctets = 4_000_000
  /// Lines of one file.
  static let lines = 200_000
  /// Octets of a path: PATH_MAX of Linux.
  static let pathOctets = 4_096
  /// Links one behind the other: path_resolution(7).
  static let links = 40
  /// Names of one folder: a queue with more is full, however many there are.
  public static let names = 10_000
}
