import ArgumentParser
import Audit
import AuditModel
import DNS
import Reporting
import Survey

/// `mailaudit reports`: what receivers report back.
struct ReportsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reports",
    abstract:
      "Read what receivers report back: which sources pass, which fail and why, and is it time for a stricter policy?",
    discussion: """
      Reads what came to the addresses of rua: aggregate reports as XML, packed with gzip or zip, or in the mail that \
      brought them; single files, folders of them, mailboxes (mbox, Maildir), and '-' for standard input. Broken files are \
      told, and the others counted; what was given twice counts once.

      Every source is looked up: does SPF of the domain list it, whose host is it by its PTR name, which service signs its \
      mail? With --offline nothing is asked, and what only the DNS can tell stays open. Mail passed on by others, and mail \
      of strangers, is told from what is to be mended.

      'mailaudit audit --reports PATH example.org' joins the same reports to the audit of a domain: their selectors are \
      looked up as DKIM keys.

      EXAMPLES
        mailaudit reports Maildir/.DMARC
        mailaudit reports --domain example.org --since 2026-10-01 reports/
        mailaudit reports --offline google.com!example.org!1767225600!1767311999.zip
        mailaudit reports --format csv reports/ > sources.csv

      EXIT STATUS
        0   nothing at or above the level of --fail-on
        1   something at or above it
        2   nothing found, but something that could not be looked at could be at or above it
        64  the command line is wrong
        74  a file that was named could not be read
      """)

  @Argument(help: "The reports: files, folders, mailboxes; '-' is standard input.")
  var files: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Count what is about this domain and names below it only (repeatable).", valueName: "domain"))
  var domain: [String] = []

  @Option(help: ArgumentHelp("Leave out reports that end before this day (UTC).", valueName: "YYYY-MM-DD"))
  var since: String?

  @Flag(help: "Ask nothing of DNS.")
  var offline = false

  @Option(help: ArgumentHelp("The lowest level that makes the exit status 1.", valueName: "severity"))
  var failOn: SeverityArgument = .high

  @OptionGroup(title: "Output") var output: ReportsOutputOptions
  @OptionGroup(title: "DNS") var resolver: ResolverOptions

  func run() async throws {
    if files.isEmpty { throw ErrorLine("FILE", "is missing ('-' reads standard input)") }
    var survey = ReportsSurvey(options: try ReportsArguments.options(domains: domain, since: since))
    try ReportFiles.read(files, into: &survey)
    if survey.given.total == 0, survey.unreadable.count == 0 {
      throw ErrorLine(files[0], "holds no file", .inputOutput)
    }
    var looked = try await look(survey)
    looked.settle()
    let report = ReportsAuditor.report(
      of: looked, target: files.joined(separator: ", "), time: resolver.worldTime ?? Console.current.now)
    try output.write(looked, report)
    let status = report.exitStatus(failOn: failOn.severity)
    if status != .clean { throw ExitCode(status.rawValue) }
  }

  private func look(_ survey: ReportsSurvey) async throws -> ReportsSurvey {
    if offline || survey.aggregates.domains.isEmpty { return survey }
    return try await resolver.withResolver { resolver in
      var looked = survey
      await looked.look(with: Instruments(resolver: resolver))
      return looked
    }
  }
}

/// What the command line says of the reports to count.
enum ReportsArguments {
  /// Reads domains and the first day.
  static func options(domains: [String], since: String?) throws(ErrorLine) -> ReportsOptions {
    var options = ReportsOptions()
    for text in domains {
      guard let name = DomainName(typed: text) else { throw ErrorLine("--domain \(text)", "is no domain name") }
      options.domains.append(name)
    }
    if let since {
      guard let day = CivilDay(since) else { throw ErrorLine("--since \(since)", "is no day (YYYY-MM-DD)") }
      options.since = day.days * 86_400
    }
    return options
  }
}
