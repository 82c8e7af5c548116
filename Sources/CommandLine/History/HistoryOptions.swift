import ArgumentParser
import AuditModel
import EvidenceBundle
import History
import ProcessKit
import SQLiteKit

/// Where the runs of the past are.
struct HistoryOptions: ParsableArguments {
  /// The environment variable that names the file.
  static let variable = "MAILAUDIT_HISTORY"

  @Option(
    help: ArgumentHelp(
      "The file of the runs of the past (default: the environment variable MAILAUDIT_HISTORY; without both none).",
      valueName: "file"))
  var history: String?

  /// The file that was named; nil for none.
  var path: String? {
    let named = history ?? Console.current.environment(Self.variable) ?? ""
    return named.isEmpty ? nil : named
  }

  /// Keeps reports in the file that was named; nil for none.
  var reports: ReportsHistory? { path.map(ReportsHistory.init) }

  /// Keeps runs in the file that was named; nil for none.
  var recorder: HistoryFile? {
    guard let player = Console.current.evidence.player else { return path.map(HistoryFile.init) }
    return player.hasPast ? HistoryFile() : nil
  }

  /// Knows the runs in the file that was named, if it is there.
  var reader: HistoryFile? {
    path.flatMap { Surroundings.modificationTime(of: $0) == nil ? nil : HistoryFile($0) }
  }

  /// Works with the file that was named, which must be there.
  func read<Value>(_ work: (History) throws -> Value) throws -> Value {
    guard let file = path else {
      throw ErrorLine("--history", "is missing: name the file that 'mailaudit audit --history FILE' wrote")
    }
    do {
      return try work(try History(.existing(file)))
    } catch let error as SQLiteError {
      throw ErrorLine("history \(file)", error.description, .inputOutput)
    }
  }
}
