import ArgumentParser
import AuditModel
import FoundationEssentials

/// `mailaudit generate`: writes the pages in `reports/`, for those who work on mailaudit.
struct GenerateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Write the pages in reports/ that are generated from the code, and the excerpt in the README.",
    shouldDisplay: false)

  @Argument(help: ArgumentHelp("The folder of the project.", valueName: "folder"))
  var folder: String = "."

  @Flag(help: "Write the manual pages into the folder instead.")
  var manual = false

  func run() async throws {
    for page in try await manual ? ManualPages.all() : GeneratedPages.all(of: folder) {
      let path = folder + "/" + page.path
      do {
        try FileManager.default.createDirectory(
          atPath: String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)),
          withIntermediateDirectories: true)
        try Data(page.octets).write(to: URL(filePath: path))
      } catch {
        throw ErrorLine(path, "cannot be written", .inputOutput)
      }
    }
  }
}
