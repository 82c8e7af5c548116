import Foundation
import Testing

/// A program that runs beside the tests, and for which no thread waits: the threads of Swift's tasks are as many as
/// cores, and one that waits is missed by all other tests.
final class Program {
  /// What a program came to.
  struct Ending: Sendable {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Far beyond what any takes, also on a busy machine.
  private static let patience = Duration.seconds(300)

  /// The files of the two streams.
  var streams: [URL] { [output, errors] }
  private let folder = URL.temporaryDirectory.appending(path: "mailaudit-\(UUID().uuidString)")
  private var output: URL { folder.appending(path: "output") }
  private var errors: URL { folder.appending(path: "errors") }
  private let process = Process()
  private let untilItEnds: AsyncStream<Void>

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - arguments: its arguments.
  ///   - environment: variables beside those of the tests.
  ///   - isJoined: whether standard error goes where standard output goes.
  /// - Throws: what keeps it from being started.
  init(_ path: String, _ arguments: [String], environment: [String: String] = [:], isJoined: Bool = false) throws {
    let (stream, end) = AsyncStream.makeStream(of: Void.self)
    untilItEnds = stream
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for file in streams { try Data().write(to: file) }
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let handle = try FileHandle(forWritingTo: output)
    process.standardOutput = handle
    process.standardError = isJoined ? handle : try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    process.terminationHandler = { _ in end.finish() }
    try process.run()
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Asks the program to end.
  func interrupt() { process.terminate() }

  /// Ends the program at once, as a power cut would.
  func kill() { _ = Foundation.kill(process.processIdentifier, SIGKILL) }

  /// What was written to standard error, as soon as there is a whole line; all of it when the program ends without.
  func firstErrors() async throws -> String {
    while true {
      let isOver = !process.isRunning
      let text = try String(contentsOf: errors, encoding: .utf8)
      if text.contains("\n") || isOver { return text }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  private static func kill(_ process: pid_t, after patience: Duration) -> Task<Void, any Error> {
    Task {
      try await Task.sleep(for: patience)
      _ = Foundation.kill(process, SIGKILL)
    }
  }

  /// Waits for the end.
  func end() async throws -> Ending {
    let limit = Self.kill(process.processIdentifier, after: Self.patience)
    for await _ in untilItEnds {}
    limit.cancel()
    try Task.checkCancellation()
    return Ending(
      status: process.terminationStatus, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}

/// A tool of the system.
enum ToolRun {
  private static let folders = ["/usr/bin", "/usr/sbin", "/bin", "/sbin"]

  static func exists(_ tool: String) -> Bool { path(tool) != nil }

  private static func path(_ tool: String) -> String? {
    folders.map { "\($0)/\(tool)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// What the tool writes, to both streams.
  static func output(_ tool: String, _ arguments: String...) async throws -> String {
    try await output(tool, arguments)
  }

  /// What the tool writes, to both streams.
  static func output(_ tool: String, _ arguments: [String]) async throws -> String {
    try await run(tool, arguments).output
  }

  /// What the tool comes to; its output is that of both streams.
  static func run(_ tool: String, _ arguments: [String]) async throws -> Program.Ending {
    let program = try Program(
      path(tool) ?? tool, arguments, environment: ["MAIL_CONFIG": LabMail.folder ?? ""], isJoined: true)
    return try await program.end()
  }
}

/// The command, built beside the tests.
enum MailauditProgram {
  static let path = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
    .appending(path: "mailaudit").path
}
