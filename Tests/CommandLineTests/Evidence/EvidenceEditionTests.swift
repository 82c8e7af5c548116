import EvidenceBundle
import Foundation
import Testing

@testable import CommandLine

/// Bundles that users have are read as long as their edition is: a type that is coded in another way needs a new edition.
@Suite struct EvidenceEditionTests {
  private static let name = "edition-\(BundleFormat.edition).evidence"
  private static let file = Transcript.folder.appending(path: name)

  /// Writes the bundle of a new edition: `MAILAUDIT_RECORD=1 swift test --filter EvidenceEditionTests`.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["MAILAUDIT_RECORD"] != nil))
  func record() async throws {
    let command =
      "mailaudit probe mail.example.org --zone probe.zone --helo app.example.org --from wiki@example.org "
      + "--to admin@example.net"
    let entry = Transcript(file: "", line: 0, command: command, expected: "")
    _ = await entry.run(adding: ["--save-evidence", Self.file.path])
    let folder = Transcript.folder.path + "/"
    let text = try String(contentsOf: Self.file, encoding: .utf8).replacingOccurrences(of: folder, with: "")
    try text.write(to: Self.file, atomically: true, encoding: .utf8)
  }

  @Test func theBundleOfThisEditionIsRead() async throws {
    let entry = Transcript(file: "", line: 0, command: "mailaudit replay \(Self.name)", expected: "")
    let said = await entry.run()
    #expect(said.contains("mail.example.org") && said.contains("waiting for the greeting"), "\(said)")
    #expect(!said.contains("not in the evidence"), "\(said)")
  }

  @Test func theSeedOfTheFuzzerIsRead() throws {
    let corpus = Transcript.folder.appending(path: "../../Fuzz/Corpus/evidence-bundle")
    for name in try FileManager.default.contentsOfDirectory(atPath: corpus.path) {
      let player = try EvidencePlayer(Array(Data(contentsOf: corpus.appending(path: name))))
      #expect(player.heading.format == BundleFormat.edition)
    }
  }
}
