import Foundation
import Testing

@testable import CommandLine

/// Reports in files and in several forms at once.
@Suite struct ReportOutputTests {
  private static let zone = "good.example. TXT \"v=spf1 -all\"\n"

  private static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mailaudit-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test func everyFormGoesToItsFile() async throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let forms = ["json", "html", "markdown", "sarif", "junit", "csv", "nagios", "prometheus", "text"]
    let options = forms.flatMap { ["--output", "\($0):\(folder.path)/report.\($0)"] }
    let run = try await ZoneCommandRun(["audit", "good.example", "--quiet"] + options, zone: Self.zone)
    #expect(run.output.hasPrefix("good.example: "), "\(run.error)")
    for form in forms {
      let text = try String(contentsOf: folder.appending(path: "report.\(form)"), encoding: .utf8)
      #expect(text.contains("good.example"), "\(form)")
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).count == forms.count, "nothing is left over")
  }

  @Test func aFileThatCannotBeWrittenIsToldBeforeTheAudit() async throws {
    let run = try await ZoneCommandRun(
      ["audit", "good.example", "--output", "html:/no/such/folder/x.html"], zone: Self.zone)
    #expect(run.status == 74 && run.output.isEmpty && run.error.contains("--output /no/such/folder/x.html"))
  }

  @Test(arguments: [["--output", "html"], ["--output", "pdf:x"], ["--format", "xml"], ["--output", "html:"]])
  func formsAreNamed(options: [String]) async throws {
    let run = try await ZoneCommandRun(["audit", "good.example"] + options, zone: Self.zone)
    #expect(run.status == 64 && run.output.isEmpty)
  }

  @Test func pluginsHaveFourStates() async throws {
    let run = try await ZoneCommandRun(["audit", "good.example", "--format", "nagios"], zone: Self.zone)
    #expect((0...3).contains(run.status) && run.output.hasPrefix("MAILAUDIT "), "\(run.status)")
  }
}
