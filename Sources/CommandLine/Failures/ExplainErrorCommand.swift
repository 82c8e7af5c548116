import ArgumentParser
import AuditModel
import FailureCatalogue
import ProcessKit

/// `mailaudit explain-error`: what an error of mail means, and what to do.
struct ExplainErrorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain-error",
    abstract: "Explain an error text: why mail was not sent or came back, and what to do.",
    discussion: """
      Give the text as it is: a line of a mail log (Postfix, Exim, sendmail, Dovecot), the error of an application \
      (MediaWiki, DokuWiki, GitLab, PHP, Python, Java, .NET, Node), a transcript (swaks, PHPMailer, Net_SMTP, smtplib) or \
      a bounce. Lines that were wrapped are joined, colours and escapes are undone. More text around the error is better \
      than less: the command that was answered and the name of the server decide.

      Passwords and tokens in the text are replaced by [redacted] before anything else is done with it.

      EXAMPLES
        mailaudit explain-error "553 Mail from must equal authorized user"
        mailaudit explain-error bounce.eml
        journalctl -u postfix --since today | grep -v status=sent | mailaudit explain-error -
        mailaudit explain-error --host smtp.gmail.com "535-5.7.8 Username and Password not accepted"

      EXIT STATUS
        0   the text was explained, or tells of no failure
        2   no entry of the catalogue matches; what the codes say is told
        64  the command line is wrong
        74  a file or a stream could not be read or written
      """)

  @Argument(help: ArgumentHelp("The text, or one file; '-' or nothing is standard input.", valueName: "text"))
  var text: [String] = []

  @Option(help: ArgumentHelp("The step that failed: \(StageArgument.names).", valueName: "step"))
  var phase: StageArgument?

  @Option(help: ArgumentHelp("The server that answered, such as smtp.gmail.com.", valueName: "name"))
  var host: String?

  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let report = FailureCatalogue.shipped.explain(pasted: try octets(), stage: phase?.stage, host: host)
    switch output.format {
    case .json: try output.write(FailureJSON.of(report))
    case .text:
      var page = output.page
      page.failures(report, isWhole: output.verbose, isShort: output.quiet)
      try output.write(page)
    }
    if report.explanations.contains(where: { $0.entry == nil })
      && !report.explanations.contains(where: { $0.entry != nil })
    {
      throw ExitCode(ExitStatus.undecided.rawValue)
    }
    if report.explanations.isEmpty, !report.isAccepted, !report.isOther {
      throw ExitCode(ExitStatus.undecided.rawValue)
    }
  }

  /// The text of the command line, of the one file that it names, or of standard input.
  private func octets() throws(ErrorLine) -> [UInt8] {
    if text.isEmpty || text == ["-"] {
      var octets: [UInt8] = []
      for line in Console.current.lines() where octets.count <= FailureLimits.pasteOctets {
        octets += line.utf8
        octets.append(UInt8(ascii: "\n"))
      }
      return octets
    }
    if text.count == 1, let file = try? RegularFile(path: text[0]) { return try read(file, text[0]) }
    return Array(text.joined(separator: " ").utf8)
  }

  private func read(_ file: RegularFile, _ path: String) throws(ErrorLine) -> [UInt8] {
    // One octet more than is read shows that there was more.
    do throws(FileError) { return try file.read(0..<min(file.size, FailureLimits.pasteOctets + 1)) } catch {
      throw ErrorLine(path, error.description, .inputOutput)
    }
  }
}

/// The steps of a session as options name them.
struct StageArgument: ExpressibleByArgument {
  /// The step.
  let stage: FailureStage

  /// All names, for the help.
  static let names = FailureStage.allCases.filter { $0 != .accepted }.map(\.rawValue).joined(separator: ", ")

  init?(argument: String) {
    guard let stage = FailureStage(rawValue: argument.lowercased()), stage != .accepted else { return nil }
    self.stage = stage
  }

  static var allValueStrings: [String] { FailureStage.allCases.filter { $0 != .accepted }.map(\.rawValue) }
}
