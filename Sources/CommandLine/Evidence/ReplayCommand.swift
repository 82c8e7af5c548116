import ArgumentParser
import Audit
import AuditModel
import EvidenceBundle
import LDNSKit

/// `mailaudit replay`: the report of a bundle of evidence.
struct ReplayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Print the report of a run that was kept with --save-evidence, without network.",
    discussion: """
      The command of then runs again, and sees what it saw then: answers of DNS, conversations with mail servers, \
      certificates, files, and the time. The same version of mailaudit prints the same report, octet for octet; another one \
      judges the same evidence by its own rules, and says so. Nothing is connected to, and no file of then is read or \
      written. What a newer version would ask besides is "not in the evidence".

      EXAMPLES
        mailaudit audit --save-evidence run.evidence example.org
        mailaudit replay run.evidence
        mailaudit replay --format json run.evidence
        mailaudit replay --output html:report.html --quiet run.evidence
      """)

  @Argument(help: "The file.")
  var file: String

  @Option(
    help: ArgumentHelp(
      "The form of the report on standard output (default: that of then, as verbose as then).", valueName: "form"))
  var format: FormArgument?

  @Option(
    help: ArgumentHelp(
      "Write the report to a file too, in any form, as a whole or not at all; may be repeated.", valueName: "form:file")
  )
  var output: [OutputPlace] = []

  @OptionGroup var extent: DetailOptions

  func run() async throws {
    let player = try read()
    if player.heading.version != mailauditVersion {
      let line = ErrorLine(
        file, "was recorded by mailaudit \(player.heading.version): \(mailauditVersion) may judge otherwise")
      Console.current.writeError(line.text)
    }
    var command = try command(of: player)
    command.evidence.saveEvidence = nil
    command.leaveFilesAlone()
    if let format { command.output.format = format }
    command.output.output = output
    if format != nil || extent.verbose || extent.quiet { command.output.extent = extent }
    try command.output.validate()
    let settled = command
    try await Console.$current.withValue(Console.current.replaying(player)) {
      var command = settled
      try await command.run()
    }
  }

  private func read() throws(ErrorLine) -> EvidencePlayer {
    let octets: [UInt8]
    do throws(ZoneFileError) { octets = try Console.current.files.octets(of: file, within: nil) } catch {
      throw ErrorLine(file, error.description, .inputOutput)
    }
    do throws(BundleFault) { return try EvidencePlayer(octets) } catch {
      throw ErrorLine(error.line.map { "\(file):\($0)" } ?? file, error.cause, .inputOutput)
    }
  }

  private func command(of player: EvidencePlayer) throws(ErrorLine) -> any ReplayableCommand {
    let arguments = player.heading.command
    do {
      if let command = try RootCommand.command(of: arguments) as? any ReplayableCommand { return command }
    } catch {
      let words = RootCommand.message(for: error).split(separator: "\n").joined(separator: " ")
      throw ErrorLine(file, "its command line means nothing to this version: \(words)", .inputOutput)
    }
    throw ErrorLine(file, "its command \(arguments.first ?? "") cannot be replayed", .inputOutput)
  }
}
