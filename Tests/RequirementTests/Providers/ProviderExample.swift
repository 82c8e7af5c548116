import ApplicationSettings
import AuditModel
import Checks
import Foundation

/// Settings that a manual prints for a provider, with the findings that they have to give. `Examples` holds them as text.
struct ProviderExample: Sendable, CustomStringConvertible {
  /// The number of the requirement that it stands for.
  let number: Int
  /// The provider, and the section of the manual.
  let title: String
  let application: Application
  var text = ""
  /// Findings that have to be there.
  var wanted: [Row] = []
  /// Findings that are there, too.
  var others: [Row] = []

  /// A finding: the check, its level, and words of its statement.
  struct Row: Sendable, CustomStringConvertible {
    let check: String
    let level: Severity
    let words: String

    var description: String { "\(check) \(level.name) \(words)" }
  }

  var description: String { "R\(number) \(title)" }

  /// The checks that have to find something, each once.
  var checks: [String] {
    var seen: Set<String> = []
    return wanted.map(\.check).filter { seen.insert($0).inserted }
  }

  /// What is read of the file.
  var settings: SubmissionSettings {
    SubmissionSettings.read(
      [SettingsFile(name: application.exampleFile, octets: Array(text.utf8))], of: application)
  }

  /// All of them, in the order of their numbers.
  static let all: [ProviderExample] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Examples")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []
    return names.flatMap { name -> [ProviderExample] in
      guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8) else { return [] }
      return read(text)
    }
  }()

  private static func read(_ text: String) -> [ProviderExample] {
    var examples: [ProviderExample] = []
    for line in text.split(separator: "\n") {
      let rest = line.dropFirst(2)
      switch line.first {
      case "R": examples += head(line).map { [$0] } ?? []
      case "|": examples[examples.endIndex - 1].text += rest + "\n"
      case "=": examples[examples.endIndex - 1].wanted += row(rest).map { [$0] } ?? []
      case "+": examples[examples.endIndex - 1].others += row(rest).map { [$0] } ?? []
      default: break
      }
    }
    return examples
  }

  private static func head(_ line: Substring) -> ProviderExample? {
    let parts = line.split(separator: " ", maxSplits: 2)
    guard parts.count == 3, let number = Int(parts[0].dropFirst()),
      let application = Application.named(String(parts[1]))
    else { return nil }
    return ProviderExample(number: number, title: String(parts[2]), application: application)
  }

  private static func row(_ line: Substring) -> Row? {
    let parts = line.split(separator: " ", maxSplits: 2)
    guard parts.count == 3, let level = Severity(name: String(parts[1])) else { return nil }
    return Row(check: String(parts[0]), level: level, words: String(parts[2]))
  }
}
