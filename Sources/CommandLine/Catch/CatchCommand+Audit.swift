import AuditModel
import Reporting
import SMTPSubmission

extension CatchCommand {
  /// What is made of a message.
  ///
  /// - Parameters:
  ///   - caught: the message.
  ///   - file: the file that it was written to.
  /// - Returns: how good it is, as the exit status says it.
  /// - Throws: when standard output cannot be written, or the octets cannot be read.
  func audit(_ caught: CaughtMessage, file: String?) async throws -> ExitStatus {
    let summary = try CaughtSummary(caught, file: file)
    switch output.format {
    case .json: try Console.current.output(summary.json.octets(isIndented: false))
    case .text:
      var page = output.page
      page.caught(summary, isWhole: output.verbose, isShort: output.quiet)
      try output.write(page)
    }
    return .clean
  }
}
