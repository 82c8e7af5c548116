import ArgumentParser
import AuditModel
import ProcessKit
import Reporting

/// An error as the user sees it: one line on standard error, `mailaudit: PLACE: CAUSE`, and an exit status.
struct ErrorLine: Error, Hashable, CustomStringConvertible {
  /// Where: an option, a file and its line, a domain; empty when the cause says it.
  let place: String
  /// What is wrong there, a phrase without a full stop.
  let cause: String
  /// How the command ends.
  let status: ExitStatus

  init(_ place: String, _ cause: String, _ status: ExitStatus = .usage) {
    self.place = place
    self.cause = cause
    self.status = status
  }

  /// The line, with its line feed.
  var text: String { "mailaudit: " + VisibleText.of(description) + "\n" }

  /// The place and the cause.
  var description: String { place.isEmpty ? cause : "\(place): \(cause)" }

  /// Tells the user of an error, and gives the exit status. Requests for help and exits by status are no errors.
  static func report(_ error: any Error) -> Int32 {
    switch error {
    case let line as ErrorLine: return write(line)
    case let code as ExitCode: return code.rawValue
    case let stream as StreamError where stream.isBrokenPipe: return ExitStatus.inputOutput.rawValue
    case let stream as StreamError:
      return write(ErrorLine("standard output", stream.description, .inputOutput))
    default: return reportParsing(error)
    }
  }

  private static func reportParsing(_ error: any Error) -> Int32 {
    let code = RootCommand.exitCode(for: error)
    if code == .success {
      let text = RootCommand.fullMessage(for: error, columns: Console.current.width) + "\n"
      do { try Console.current.write(text) } catch { return report(error) }
      return code.rawValue
    }
    let status: ExitStatus = code == .validationFailure ? .usage : .internalError
    let message = RootCommand.message(for: error).split(separator: "\n").joined(separator: " ")
    return write(ErrorLine("", status == .usage ? message + " ('mailaudit help' explains)" : message, status))
  }

  private static func write(_ line: ErrorLine) -> Int32 {
    Console.current.writeError(line.text)
    return line.status.rawValue
  }
}
