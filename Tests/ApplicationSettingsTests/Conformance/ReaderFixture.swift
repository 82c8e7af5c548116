import ApplicationSettings
import Foundation
import Testing

/// What `Fixtures/NAME` holds of the application called NAME: its files, each under its own name, and `expected.txt`, the
/// table of what is read of them. A new application needs such a folder, and nothing else.
///
/// Columns of the table are at least two blanks apart. `?` cannot be told from the files, `-` does not apply, and `none`
/// is empty. Rows, with a column for the files and one for an empty file: transport, server, TLS, certificate, login, EHLO,
/// MAIL FROM, From, Reply-To, Message-ID. Rows of their own:
/// - `host`: the place of the server, and how it is written there,
/// - `computed`: what is written there when the server is computed; `-` where a format cannot say so,
/// - `placeholder`: how a word of an example is written there,
/// - `secret`: the password, of which nothing may be told.
struct ReaderFixture {
  /// The application.
  let application: Application
  /// Its files, in the order in which they count.
  let files: [SettingsFile]
  /// The cells of each row, by its name.
  let rows: [String: [String]]

  init(_ application: Application) throws {
    self.application = application
    let folder = Self.folder.appending(path: application.name)
    var names: [String] = []
    for path in application.files {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      if !names.contains(name) { names.append(name) }
    }
    files = try names.filter { FileManager.default.fileExists(atPath: folder.appending(path: $0).path) }.map { name in
      SettingsFile(name: name, octets: [UInt8](try Data(contentsOf: folder.appending(path: name))))
    }
    let table = try String(contentsOf: folder.appending(path: "expected.txt"), encoding: .utf8)
    var rows: [String: [String]] = [:]
    for line in table.split(separator: "\n") {
      let cells = line.split(separator: "  ").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
      if cells.count > 1 { rows[cells[0]] = Array(cells.dropFirst()) }
    }
    self.rows = rows
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures")

  /// The only cell of a row, or its first.
  func cell(_ name: String) throws -> String { try #require(rows[name]?.first, "no row \(name)") }

  /// What is read of the fixture.
  var settings: SubmissionSettings { SubmissionSettings.read(files, of: application) }

  /// The number of the file in which the server stands, and the octets that its value takes there.
  func hostRange() throws -> (file: Int, range: Range<Int>) {
    let row = try #require(rows["host"])
    let parts = row[0].split(separator: ":").map(String.init)
    let number = try #require(files.firstIndex { $0.name == parts[0] })
    let (line, column) = (try #require(Int(parts[1])), try #require(Int(parts[2])))
    let octets = files[number].octets
    let starts = [0] + octets.indices.filter { octets[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    let start = starts[line - 1] + column - 1
    return (number, start..<start + row[1].utf8.count)
  }

  /// The files with `text` where the server stands.
  func files(withHost text: String) throws -> [SettingsFile] {
    let (number, range) = try hostRange()
    var octets = files[number].octets
    octets.replaceSubrange(range, with: Array(text.utf8))
    return replacing(number, octets)
  }

  /// The files with other octets in one of them.
  func replacing(_ number: Int, _ octets: [UInt8]) -> [SettingsFile] {
    var files = files
    files[number] = SettingsFile(name: files[number].name, octets: octets)
    return files
  }
}

extension PredictedIdentity {
  /// The predictions by the names of the table, each as its cell has it.
  var cells: [(row: String, cell: String)] {
    let all: [(String, Prediction?)] = [
      ("transport", transport), ("server", server), ("TLS", security), ("certificate", verification), ("login", login),
      ("EHLO", greetingName), ("MAIL FROM", envelopeSender), ("From", from), ("Reply-To", replyTo),
      ("Message-ID", messageIDHost)
    ]
    return all.map { row, prediction in
      guard let prediction else { return (row, "-") }
      return (row, prediction.value.map { $0.isEmpty ? "none" : $0 } ?? "?")
    }
  }

  /// Every reason that is given.
  var reasons: [String] {
    [transport, greetingName, envelopeSender, from, replyTo, messageIDHost].map(\.reason)
      + [server, security, verification, login].compactMap { $0?.reason }
  }
}
