import ApplicationSettings
import AuditModel
import Checks
import Foundation
import Testing

/// A row of the files in `Repairs`: a head of check, application and options, the file, `--`, and the lines that go and
/// come.
struct RepairRow: Sendable, CustomTestStringConvertible {
  let check: CheckID
  let application: Application
  let hints: RepairHints
  let text: String
  let changes: [String]

  /// The passwords in the files.
  static let secrets = ["geheim", "abcdefghijklmnop", "SG.x"]

  static let all: [RepairRow] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Repairs")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().flatMap { name -> [RepairRow] in
      let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
      return text.components(separatedBy: "== ").dropFirst().compactMap(RepairRow.init)
    }
  }()

  /// Reads a row without its `==`.
  private init?(_ row: String) {
    let parts = row.components(separatedBy: "\n--\n")
    guard parts.count == 2, let end = parts[0].firstIndex(of: "\n") else { return nil }
    let head = parts[0][..<end].split(separator: " ").map(String.init)
    guard head.count >= 2, let application = Application.named(head[1]) else { return nil }
    self.application = application
    check = CheckID(rawValue: head[0])
    func option(_ name: String) -> String? {
      head.firstIndex(of: name).flatMap { $0 + 1 < head.count ? head[$0 + 1] : nil }
    }
    hints = RepairHints(hostName: option("--helo"), from: option("--from"))
    text = parts[0][end...].dropFirst() + "\n"
    changes = parts[1].split(separator: "\n").map(String.init)
  }

  var testDescription: String { "\(check) \(application.name) \(changes.first ?? "")" }
}
