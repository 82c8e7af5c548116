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

      TLS reports and bounces have tables of their own: sessions by policy with the failures and what to do, and who \
      refused mail, with which status and why.

      Every source is looked up: does SPF of the domain list it, whose host is it by its PTR name, which service signs its \
      mail? With --offline nothing is asked, and what only the DNS can tell stays open. Mail passed on by others, and mail \
      of strangers, is told from what is to be mended.

      --history FILE keeps aggregate reports and TLS reports in a file of SQLite, each once however often it is given, and \
      counts those of earlier runs too: new files alone then show the trend and whether the domain is ready. Of \
      what is kept the last 62 days up to the latest report count, unless --since says otherwise; files that are given count \
      whatever their age, and without files only what is kept does. Failure reports and bounces, \
      which speak of persons, are not kept.

      'mailaudit audit --reports PATH example.org' joins the same reports to the audit of a domain: their selectors are \
      looked up as DKIM keys.

      EXAMPLES
        mailaudit reports Maildir/.DMARC
        mailaudit reports --domain example.org --since 2026-10-01 reports/
        mailaudit reports --offline google.com!example.org!1767225600!1767311999.zip
        mailaudit reports --format csv reports/ > sources.csv
        mailaudit reports --history audits.db new-reports/
        mailaudit reports --output html:reports.html --output json:reports.json reports/

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

  @Flag(help: "Show the recipients of bounces whole: personal data, of which otherwise only the domain is shown.")
  var showRecipients = false

  @Flag(help: "Ask nothing of DNS.")
  var offline = false

  @Option(help: ArgumentHelp("The lowest level that makes the exit status 1.", valueName: "severity"))
  var failOn: SeverityArgument = .high

  @OptionGroup(title: "Output") var output: ReportsOutputOptions
  @OptionGroup(title: "History") var history: HistoryOptions
  @OptionGroup(title: "DNS") var resolver: ResolverOptions

  func run() async throws {
    let kept = history.reports
    if files.isEmpty, kept == nil { throw ErrorLine("FILE", "is missing ('-' reads standard input)") }
    var survey = ReportsSurvey(options: try ReportsArguments.options(domains: domain, since: since))
    let writer = try ReportsWriter(output)
    let time = resolver.worldTime ?? Console.current.now
    kept?.recall(into: &survey, now: time)
    try ReportFiles.read(files, into: &survey, showsRecipients: showRecipients, history: kept)
    if !files.isEmpty, survey.given.total == 0, survey.unreadable.count == 0 {
      throw ErrorLine(files[0], "holds no file", .inputOutput)
    }
    var looked = try await look(survey)
    looked.settle()
    let target = files.isEmpty ? "history" : files.joined(separator: ", ")
    let report = ReportsAuditor.report(of: looked, target: target, time: time)
    try writer.write(looked, report)
    var status = report.exitStatus(failOn: failOn.severity)
    if let failure = kept?.failure {
      Console.current.writeError(failure.text)
      status = status.joined(with: failure.status)
    }
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
