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
      throw ErrorLine(facts.name, "takes no mail by SMTP, or the files of \(application.title) cannot be written here")
    }
    return text
  }

  /// Writes the corrected lines; what is left goes to standard error.
  func patch(_ files: [SettingsFile], of application: Application) throws {
    if let fault = SubmissionSettings.read(files, of: application).faults.first {
      throw ErrorLine("\(fault.place)", "\(fault.message): the syntax has to be mended first")
    }
    let hints = RepairHints(hostName: helo, from: from)
    guard let repair = SettingsRepair(files, of: application, checks: Catalogue.settingsChecks, hints: hints) else {
      throw ErrorLine("--diff", "the files of \(application.title) cannot be written here")
    }
    for diff in repair.patch { try Console.current.write(diff.lines.joined(separator: "\n") + "\n") }
    if repair.patch.contains(where: \.isMasked) {
      Console.current.writeError("A line changes that is not shown: do it by hand, the patch does not hold it.\n")
    }
    for outcome in repair.left {
      Console.current.writeError("not mended: \(outcome.check): \(outcome.findings.first?.statement ?? "")\n")
    }
    try ExitStatus.settings(repair.left)
  }
}
