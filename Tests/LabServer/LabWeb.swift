import AuditTesting
import Foundation

/// The web servers of the scenarios.
enum LabWeb {
  /// Serves until the process ends; the file `web.ready` says that all of them listen.
  static func serve(_ scenarios: [LabScenario], folder: String) async throws {
    var running: [ScriptedWebServer] = []
    for server in scenarios.flatMap(\.webServers) { running.append(try await server.serve()) }
    try Data().write(to: URL(fileURLWithPath: folder + "/web.ready"))
    while !running.isEmpty { try await Task.sleep(for: .seconds(3_600)) }
  }
}
