import Foundation
import Testing

@testable import CommandLine

/// Commands do what the transcripts in `Fixtures` say. After a wanted change `script/generate` writes them anew, with
/// MAILAUDIT_RECORD=1; read the difference before you commit it.
@Suite struct TranscriptTests {
  @Test(arguments: Transcript.all)
  func saysSo(transcript: Transcript) async {
    let actual = await transcript.run()
    guard ProcessInfo.processInfo.environment["MAILAUDIT_RECORD"] == nil else { return }
    #expect(actual == transcript.expected)
  }

  @Test func thereAreTranscripts() {
    #expect(Transcript.all.count >= 25)
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["MAILAUDIT_RECORD"] != nil))
  func record() async throws {
    for (file, entries) in Dictionary(grouping: Transcript.all, by: \.file) {
      let url = Transcript.folder.appending(path: file)
      var lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
      for entry in entries.sorted(by: { $0.line > $1.line }) {
        let old = entry.expected.split(separator: "\n", omittingEmptySubsequences: false).count - 1
        let new = await entry.run().split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        lines.replaceSubrange(entry.line..<(entry.line + old), with: new.map(String.init))
      }
      try lines.joined(separator: "\n").write(to: url, atomically: true, encoding: .utf8)
    }
  }
}
