import Foundation
import Testing

/// Adding a check is adding a file and one line in the list of its area; this finds a forgotten line.
@Suite struct ListingTests {
  static let checks = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/Checks").standardizedFileURL

  static let areas: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: checks.path)) ?? []).filter { !$0.hasSuffix(".swift") }
    .sorted()

  @Test func areasAreFound() {
    #expect(Set(Self.areas).isSuperset(of: ["DKIM", "DMARC", "DNS", "MX", "SPF"]))
  }

  @Test(arguments: areas)
  func everyCheckIsListed(area: String) throws {
    let folder = Self.checks.appending(path: area)
    let listed = try names(
      after: ".", in: String(contentsOf: folder.appending(path: "\(area)Checks.swift"), encoding: .utf8))
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() where file.hasSuffix(".swift")
    {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      let defined = ["DomainCheck", "MessageCheck", "SubmissionCheck", "SettingsCheck", "HostCheck", "ReportsCheck"]
        .flatMap {
          names(after: "static let ", before: " = \($0)(", in: text)
        }
      #expect(defined.count <= 1, "\(file) holds more than one check")
      for name in defined { #expect(listed.contains(name), "\(area)Checks.swift does not list .\(name) of \(file)") }
    }
  }

  /// The identifiers that follow `prefix` and stand before `suffix`.
  private func names(after prefix: String, before suffix: String = "", in text: String) -> [String] {
    text.components(separatedBy: prefix).dropFirst().compactMap { part in
      let name = String(part.prefix { $0.isLetter || $0.isNumber })
      return !name.isEmpty && part.dropFirst(name.count).hasPrefix(suffix) ? name : nil
    }
  }
}
