import ArgumentParser
import AuditModel
import DNS
import Reporting

/// `mailaudit config`: project files.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Check a project file, or print one to begin with.",
    discussion: """
      A project file says what is audited every night: domains, what DNS does not tell of them, accepted findings, outputs, \
      and where news are mailed. 'mailaudit audit --project FILE' and 'mailaudit cron --project FILE' do what it says. \
      Passwords never stand in it.

      'check' tells every fault with its line and column, and what to write instead: the exit status is 0 when the file is \
      good, 1 when it has faults, 74 when it cannot be read. Nothing is asked over the network. 'example' prints a file \
      with remarks.

      EXAMPLES
        mailaudit config example > mailaudit.yaml
        mailaudit config check mailaudit.yaml
      """)

  /// What is to be done.
  enum Action: String, ExpressibleByArgument, CaseIterable {
    /// Tells every fault.
    case check
    /// Prints a file.
    case example
  }

  @Argument(help: "What to do: check or example.")
  var action: Action

  @Argument(help: "The project file that is checked.")
  var file = "mailaudit.yaml"

  func run() throws {
    if action == .example { return try Console.current.write(ProjectExample.text) }
    let reader = ProjectReader(try LaunchOptions.octets(of: file), file: file)
    let faults = reader.text.faults
    for fault in faults { try Console.current.write(VisibleText.of(fault.description) + "\n") }
    if !faults.isEmpty { throw ExitCode(ExitStatus.found.rawValue) }
    try Console.current.write(VisibleText.of("\(file): \(reader.project.inShort)") + "\n")
  }
}

extension Project {
  /// What a good file says, a phrase.
  fileprivate var inShort: String {
    let names = domains.map(\.name.description).joined(separator: ", ")
    var parts = ["\(domains.count == 1 ? "one domain" : "\(domains.count) domains") (\(names))"]
    if !acceptances.isEmpty { parts.append("\(acceptances.count) accepted") }
    if !outputs.isEmpty { parts.append("\(outputs.count) \(outputs.count == 1 ? "output" : "outputs")") }
    parts.append(mail.map { "news go to \($0.recipients.joined(separator: ", "))" } ?? "news are printed")
    return parts.joined(separator: ", ")
  }
}
