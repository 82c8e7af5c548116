import AuditTesting
import Foundation

/// The scripted submission servers.
enum LabSubmission {
  /// Serves until the process ends; the file `dialogues.ready` says that all of them listen.
  static func serve(_ scenarios: [DialogueScenario], folder: String) async throws {
    var running: [DialogueServer] = []
    for scenario in scenarios where scenario.isListening {
      running.append(try await scenario.serve(at: scenario.address, port: Int(scenario.port)))
    }
    try Data().write(to: URL(fileURLWithPath: folder + "/dialogues.ready"))
    while !running.isEmpty { try await Task.sleep(for: .seconds(3_600)) }
  }
}
