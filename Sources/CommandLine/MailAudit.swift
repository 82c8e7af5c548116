import ArgumentParser
import Audit
import ProcessKit

/// The command `mailaudit`.
public enum MailAudit {
  /// Runs the command with the arguments of the process, and ends the process with its status.
  public static func start() async -> Never {
    let status = await run(Array(Swift.CommandLine.arguments.dropFirst()))
    Surroundings.end(status: status)
  }

  /// Runs the command, and gives the exit status; nothing is thrown.
  static func run(_ arguments: [String]) async -> Int32 {
    var console = Console.current
    console.arguments = arguments
    return await Console.$current.withValue(console) { await carryOut(arguments) }
  }

  private static func carryOut(_ arguments: [String]) async -> Int32 {
    do {
      if let page = RootCommand.helpAlone(arguments) {
        try Console.current.write(page)
        return ExitCode.success.rawValue
      }
      var command = try RootCommand.command(of: arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return ExitCode.success.rawValue
    } catch {
      return ErrorLine.report(error)
    }
  }
}

/// The root: names the subcommands, and audits when none is named.
struct RootCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mailaudit",
    abstract: "Tells what keeps mail of a domain from arriving, why, and what to publish instead.",
    discussion: """
      'mailaudit example.org' is short for 'mailaudit audit example.org'. Results go to standard output, errors \
      and progress to standard error.

      EXIT STATUS
        0   nothing at or above the level of --fail-on
        1   something at or above it
        2   nothing found, but something that could not be looked at could be at or above it
        64  the command line is wrong
        70  mailaudit itself failed
        74  a file or a stream could not be read or written
      """,
    version: mailauditVersion,
    subcommands: subcommands,
    defaultSubcommand: AuditCommand.self)
}
