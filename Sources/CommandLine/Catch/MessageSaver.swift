import AuditModel
import ProcessKit
import SMTPSubmission

/// Writes messages into a directory, each to a new file: `0001.eml` and so on.
struct MessageSaver {
  private let directory: String
  private var last = 0

  /// - Throws: when nothing can be written there.
  init(_ directory: String) throws(ErrorLine) {
    self.directory = directory
    do throws(StreamError) {
      // The file has no name, and is gone at once.
      _ = try TemporaryFile(in: directory)
    } catch {
      throw ErrorLine("--save \(directory)", error.description, .inputOutput)
    }
  }

  /// Writes a message octet for octet, under the next free number; files that exist stay as they are.
  mutating func save(_ message: CaughtMessage) throws(ErrorLine) -> String {
    while true {
      last += 1
      let digits = String(last)
      let path = directory + "/" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ".eml"
      do throws(StreamError) {
        guard let file = try NewFile(at: path) else { continue }
        try message.octets.forEachPiece { piece throws(StreamError) in try file.append(piece) }
        return path
      } catch {
        throw ErrorLine(path, error.description, .inputOutput)
      }
    }
  }
}
