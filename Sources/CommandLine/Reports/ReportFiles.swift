import MailMessage
import ProcessKit

/// The files of feedback that a command line names: files, folders with all that is below them, and standard input. One
/// is open at a time.
enum ReportFiles {
  /// How deep folders are followed; links to folders are not.
  static let depth = 32

  /// Hands over the files of `paths` in order, `-` for standard input; `fail` gets what cannot be opened, with its error.
  static func each(
    _ paths: [String], _ take: (String, MessageOctets) -> Void, fail: (String, String) -> Void
  ) {
    for path in paths {
      if path == "-" {
        let folder = Console.current.environment("TMPDIR") ?? "/tmp"
        open("-", { () throws(FileError) in try RegularFile.standardInput(keptIn: folder) }, take, fail)
      } else {
        each(path, depth: 0, take, fail)
      }
    }
  }

  private static func each(
    _ path: String, depth: Int, _ take: (String, MessageOctets) -> Void, _ fail: (String, String) -> Void
  ) {
    let names: [String]
    do throws(FileError) {
      let file = try RegularFile(path: path)
      return take(path, octets(of: file))
    } catch {
      guard error == .folder else { return fail(path, error.description) }
    }
    if depth >= Self.depth { return fail(path, "folders more than \(Self.depth) deep") }
    do throws(FileError) { names = try Folder.names(at: path) } catch { return fail(path, error.description) }
    // The messages in `tmp` of a Maildir are not whole yet.
    let isMaildir = names.contains("cur") && names.contains("new")
    for name in names where !name.hasPrefix(".") && !(isMaildir && name == "tmp") {
      let whole = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      if isLinkedFolder(whole) { continue }
      each(whole, depth: depth + 1, take, fail)
    }
  }

  /// Whether the path is a symbolic link to a folder: it may lead in a circle.
  private static func isLinkedFolder(_ path: String) -> Bool {
    guard case .link? = (try? FileDetails(path: path))?.kind else { return false }
    do throws(FileError) {
      _ = try RegularFile(path: path)
      return false
    } catch {
      return error == .folder
    }
  }

  private static func open(
    _ name: String, _ file: () throws(FileError) -> RegularFile, _ take: (String, MessageOctets) -> Void,
    _ fail: (String, String) -> Void
  ) {
    do throws(FileError) { take(name, octets(of: try file())) } catch { fail(name, error.description) }
  }

  private static func octets(of file: RegularFile) -> MessageOctets {
    MessageOctets(count: file.size) { range throws(MessageReadError) in
      do throws(FileError) { return try file.read(range) } catch { throw MessageReadError(error.description) }
    }
  }
}
