import ArgumentParser
import Audit
import AuditModel
import EvidenceBundle
import ProcessKit

/// Whether what is looked at is kept.
struct EvidenceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Keep all that was looked at (answers, conversations, certificates, files, the message as it is) for 'mailaudit \
      replay'. Passwords, private keys and logins are left out.
      """, valueName: "file"))
  var saveEvidence: String?

  /// Whether anything is kept.
  var isOn: Bool { saveEvidence != nil }

  /// Runs `body`, and writes what it looked at when it came to an end, whatever it found.
  func keep(_ body: () async throws -> Void) async throws {
    guard let name = saveEvidence else { return try await body() }
    let console = Console.current
    let heading = BundleHeading(version: mailauditVersion, time: console.now, command: console.arguments)
    let recorder = EvidenceRecorder(heading)
    var status: ExitCode?
    do {
      // A message and the names of recipients may be in it.
      let file = try ReplacedFile(at: name, isPrivate: true)
      do { try await Console.$current.withValue(console.recording(recorder)) { try await body() } } catch {
        guard let code = error as? ExitCode else { throw error }
        status = code
      }
      try file.append(try recorder.octets())
      try file.publish()
    } catch let error as StreamError where !error.isBrokenPipe {
      throw ErrorLine("--save-evidence \(name)", "\(error)", .inputOutput)
    } catch let error as BundleFault {
      throw ErrorLine("--save-evidence \(name)", "\(error)", .inputOutput)
    }
    if let status { throw status }
  }
}

/// A command whose runs can be kept and replayed.
protocol ReplayableCommand: AsyncParsableCommand {
  /// How its reports are written.
  var output: ReportOutput { get set }
  /// Whether what it looks at is kept.
  var evidence: EvidenceOptions { get set }

  /// Forgets which files the recorded run wrote beside its reports.
  mutating func leaveFilesAlone()
}

extension AuditCommand: ReplayableCommand {
  mutating func leaveFilesAlone() {}
}

extension MessageCommand: ReplayableCommand {
  mutating func leaveFilesAlone() { (redact, copy) = (false, nil) }
}

extension ProbeCommand: ReplayableCommand {
  mutating func leaveFilesAlone() { if trial.transcript != "-" { trial.transcript = nil } }
}
