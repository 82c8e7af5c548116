import Audit
import Checks
import HostFiles
import Survey

extension FuzzTarget {
  /// A whole machine: an image of a container comes from anywhere.
  static let machines = [
    // Files follow each other, a path and a content, with a NUL behind each; the world of zone text is empty.
    FuzzTarget(name: "host-audit", seeds: { machinesOfExamples }) { input in
      let pieces = input.split(separator: 0, omittingEmptySubsequences: false).prefix(64).map(Array.init)
      var files: [String: [UInt8]] = [:]
      for number in stride(from: 0, to: pieces.count - 1, by: 2) {
        files[String(decoding: pieces[number], as: UTF8.self)] = pieces[number + 1]
      }
      let tree = OctetTree(files: files)
      Drain.run {
        var instruments = HostInstruments(tree: tree)
        instruments.runningName = input.count.isMultiple(of: 2) ? "web01" : nil
        let survey = await HostSurvey.gather(HostOptions(), with: instruments)
        let outcomes = HostAuditor.outcomes(of: survey)
        promise(outcomes.count == Catalogue.hostChecks.count, "every check has an outcome")
      }
    }
  ]

  /// The machines of all examples of all checks.
  private static var machinesOfExamples: [[UInt8]] {
    Catalogue.hostChecks.flatMap { check in
      check.examples.map { example in
        let tree = example.files
        return tree.paths.flatMap { path in
          Array(path.utf8) + [0] + ((try? OctetTree.content(of: path, in: tree)) ?? []) + [0]
        }
      }
    }
  }
}

/// Files by their paths. A content that begins with `->` is a link, one that begins with `#!` a program.
private struct OctetTree: FileTree {
  let files: [String: [UInt8]]

  func status(of path: String) throws(FileTreeError) -> FileStatus {
    guard let octets = files[path] else {
      guard path == "/" || files.keys.contains(where: { $0.hasPrefix(path + "/") }) else { throw .absent }
      return FileStatus(.folder, mode: 0o755, owner: 0)
    }
    if octets.starts(with: "->".utf8) {
      return FileStatus(.link(String(decoding: octets.dropFirst(2), as: UTF8.self)), mode: 0o777, owner: 0)
    }
    return FileStatus(.file, mode: octets.starts(with: "#!".utf8) ? 0o2755 : 0o644, owner: 0)
  }

  func octets(of path: String, atMost count: Int) throws(FileTreeError) -> [UInt8] {
    guard let octets = files[path] else { throw .absent }
    return Array(octets.prefix(count))
  }

  func names(in path: String, atMost count: Int) throws(FileTreeError) -> [String] {
    let prefix = path == "/" ? path : path + "/"
    let below = files.keys.filter { $0.hasPrefix(prefix) }
      .compactMap { $0.dropFirst(prefix.count).split(separator: "/").first.map(String.init) }
    return Array(Set(below).sorted().prefix(count))
  }

  /// What stands at a path of another tree, as one of these contents.
  static func content(of path: String, in tree: some FileTree) throws(FileTreeError) -> [UInt8] {
    let status = try tree.status(of: path)
    if case .link(let target) = status.kind { return Array("->\(target)".utf8) }
    if status.isExecutable { return Array("#!".utf8) }
    return try tree.octets(of: path, atMost: 8_000)
  }
}
