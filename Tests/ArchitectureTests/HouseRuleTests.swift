import Foundation
import Testing

/// Rules that no compiler checks.
@Suite struct HouseRuleTests {
  /// The modules in which the word `unsafe` may stand: they talk to C.
  static let unsafeModules: Set<String> = [
    "LDNSKit", "OpenSSLKit", "IDNKit", "DNSTransport", "ProcessKit", "SQLiteKit", "XMLKit", "YAMLKit", "ZlibKit"
  ]

  /// Names of files and folders that say nothing about what is inside.
  static let emptyNames: Set<String> = ["utilities", "utils", "helpers", "common", "new", "misc", "extensions"]

  @Test func filesAreFound() {
    #expect(SourceTree.sources.count > 50)
    #expect(SourceTree.tests.count > 10)
  }

  @Test func namesSayWhatIsInside() {
    for path in SourceTree.files(in: "Sources") + SourceTree.files(in: "Tests") + SourceTree.files(in: "script") {
      for part in path.lowercased().components(separatedBy: "/") {
        #expect(!Self.emptyNames.contains(part.components(separatedBy: ".")[0]), "\(path)")
      }
    }
  }

  @Test func filesAreShort() {
    for file in SourceTree.sources + SourceTree.tests where !file.isGenerated {
      #expect(file.lines.count <= 301, "\(file.path) has \(file.lines.count) lines, 300 are the limit")
    }
  }

  @Test func unsafeStaysInsideItsFence() {
    for file in SourceTree.sources where !Self.unsafeModules.contains(file.module) {
      #expect(file.lines(with: "unsafe").isEmpty, "\(file.path) says unsafe")
    }
  }

  @Test(arguments: ["try!", "as!", "fatalError(", "unowned(unsafe)"])
  func nothingTrapsOnInput(word: String) {
    for file in SourceTree.sources where !file.isGenerated {
      let lines = file.code.filter { $0.text.contains(word) }.map(\.number)
      #expect(lines.isEmpty, "\(file.path) has \(word) in line \(lines.first ?? 0)")
    }
  }

  @Test func nothingIsUnwrappedByForce() throws {
    for file in SourceTree.sources where !file.isGenerated {
      for line in file.code where line.text.contains("!") {
        let isForced = line.text.firstRange(of: /[A-Za-z0-9_\)\]]!($|[^=])/) != nil
        #expect(!isForced, "\(file.path):\(line.number) unwraps by force")
      }
    }
  }

  @Test func nothingIsLeftForLater() {
    let words = ["TO" + "DO", "FIX" + "ME"]
    for file in SourceTree.sources + SourceTree.tests where !file.isGenerated {
      let line = file.lines.first { line in words.contains { line.contains($0) } }
      #expect(line == nil, "\(file.path): \(line ?? "")")
    }
  }

  @Test func everyModuleSaysWhatItIs() {
    for (module, files) in Dictionary(grouping: SourceTree.sources, by: \.module) where module != "mailaudit" {
      #expect(files.contains { $0.lines.contains { $0.hasPrefix("/// ") } }, "\(module) has no documented type")
    }
  }

  @Test func everyCheckPointsAtAStandard() {
    for file in SourceTree.sources where file.module == "Checks" {
      guard file.lines.contains(where: { $0.contains("= DomainCheck(") || $0.contains("= MessageCheck(") }) else {
        continue
      }
      let standards = file.lines.drop { !$0.contains("standards: [") }.prefix { !$0.contains("causes:") }
      #expect(standards.contains { $0.contains("\"") }, "\(file.path) names no standard")
    }
  }

  /// What makes a thread wait. The threads of Swift's tasks are as many as cores; while a test holds one, others miss their
  /// deadlines. `Program` in LabTests runs programs without that.
  static let waits = [
    "waitUntilExit", "readDataToEndOfFile", "readData(ofLength", "readToEnd(", "Thread.sleep", "DispatchSemaphore",
    "DispatchGroup", "usleep(", "waitpid(", "popen("
  ]

  @Test func noTestMakesAThreadWait() {
    for file in SourceTree.tests {
      let line = file.code.first { line in Self.waits.contains { line.text.contains($0) } }
      #expect(line == nil, "\(file.path):\(line?.number ?? 0) makes a thread of Swift's tasks wait")
    }
  }

  @Test func noFileKnowsTheMachineItWasWrittenOn() {
    let folder = "/" + "work" + "/"
    for file in SourceTree.sources + SourceTree.tests where !file.isGenerated {
      #expect(!file.lines.contains { $0.contains(folder) }, "\(file.path) names a folder of a machine")
    }
  }
}
