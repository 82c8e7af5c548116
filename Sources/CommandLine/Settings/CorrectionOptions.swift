import ApplicationSettings
import ArgumentParser
import AuditModel
import Checks
import DNS
import Providers

/// Options that write settings: a patch for files, or an example.
struct CorrectionOptions: ParsableArguments {
  @Flag(
    help: """
      Print the corrected lines as a unified diff, each change tried first; secrets are masked.
      """)
  var diff = false

  @Option(
    help: ArgumentHelp("Print a block of settings for an application, with --provider and --domain.", valueName: "app"))
  var writeExample: ApplicationArgument?

  @Option(help: ArgumentHelp("The mail provider; 'mailaudit providers' lists them.", valueName: "name"))
  var provider: String?

  @Option(help: ArgumentHelp("The domain that the application sends for.", valueName: "domain"))
  var domain: String?

  @Option(help: ArgumentHelp("The public name of the machine, for EHLO and Message-ID.", valueName: "name"))
  var helo: String?

  @Option(help: ArgumentHelp("The address that the application is to send from.", valueName: "address"))
  var from: String?

  /// The block that is asked for; nil when none is.
  func example() throws -> String? {
    guard let application = writeExample?.application else { return nil }
    guard let provider, let domain else { throw ValidationError("--write-example needs --provider and --domain") }
    let own = try DomainArgument.parse(domain)
    guard let facts = ProvidersCommand.search(provider).first?.provider else {
      throw ErrorLine(provider, "is no provider that is known; 'mailaudit providers' lists them")
    }
    let example = WrittenExample(application: application, provider: facts, domain: own, hostName: helo, from: from)
    guard let text = example.text else {
      throw ErrorLine(
        "--write-example",
        application.unwritten ?? "\(facts.name) takes no mail by SMTP that \(application.title) could hand over")
    }
    return text
  }

  /// Writes the corrected lines to standard output, and what is left, with its reason, to standard error: the patch stays
  /// one.
  func patch(_ files: [SettingsFile], of application: Application) throws {
    let hints = RepairHints(hostName: helo, from: from)
    guard let repair = SettingsRepair(files, of: application, checks: Catalogue.settingsChecks, hints: hints) else {
      throw ErrorLine("--diff", application.unwritten ?? "the files of \(application.title) cannot be written here")
    }
    if let fault = repair.faults.first {
      throw ErrorLine("\(fault.place)", "\(fault.message): the syntax has to be mended first")
    }
    for diff in repair.patch { try Console.current.write(diff.lines.joined(separator: "\n") + "\n") }
    for diff in repair.patch {
      for line in diff.maskedLines {
        Console.current.writeError(
          "\(diff.name):\(line): this line changes and is not shown: mend it by hand, the patch does not hold it.\n")
      }
    }
    for line in repair.left.flatMap(Self.unmended) { Console.current.writeError(line + "\n") }
    try ExitStatus.settings(repair.left)
  }

  /// What a check still finds, and why no line mends it.
  static func unmended(_ outcome: CheckOutcome) -> [String] {
    let found = outcome.findings.filter { $0.verdict == .fail || $0.verdict == .warn }
    let reason = Catalogue.repairLimits[outcome.check].map { ["  not mended: " + $0] } ?? []
    return found.map { "\(outcome.check): \($0.statement)" } + reason
  }
}
