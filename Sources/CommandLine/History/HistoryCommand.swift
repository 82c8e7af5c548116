import ArgumentParser
import DNS
import History
import Reporting
import Survey

/// `mailaudit history`: the runs of the past, and where things are going.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "List the audits of the past, and show what grows, runs out or grows old.",
    discussion: """
      Reads what 'mailaudit audit --history FILE' wrote. With a domain, the trends of SPF look-ups, certificates, DKIM \
      keys and grades stand above its runs. --prune removes old runs for good, and old reports that 'mailaudit reports \
      --history FILE' kept.

        mailaudit history --history audits.db
        mailaudit history --history audits.db example.org
        mailaudit history --history audits.db --prune 90d
      """)

  @Argument(help: "The domain; all of them when it is left out.")
  var domain: String?

  @Option(help: ArgumentHelp("How many runs to list, the latest first.", valueName: "number"))
  var limit = 20

  @Option(help: ArgumentHelp("Remove the runs that are older than this, such as 90d.", valueName: "days"))
  var prune: DayCount?

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "History") var history: HistoryOptions

  func run() throws {
    if limit < 1 { throw ErrorLine("--limit \(limit)", "is not above 0") }
    let target = try domain.map { try DomainArgument.parse($0).description }
    if let prune {
      if target != nil { throw ErrorLine("--prune", "concerns all domains: leave out DOMAIN") }
      return try remove(olderThan: prune)
    }
    let view = try history.read { try HistoryView($0, target: target, limit: limit, now: Console.current.now) }
    if let target, view.count == 0 { throw ErrorLine(target, "has no run in the history") }
    switch output.format {
    case .json: try output.write(view.json)
    case .text:
      var page = output.page
      page.history(view, isShort: output.quiet)
      try output.write(page)
    }
  }

  private func remove(olderThan age: DayCount) throws {
    let time = Console.current.now - age.seconds
    let (removed, reports) = try history.read { (try $0.prune(before: time), try $0.pruneReports(before: time)) }
    switch output.format {
    case .json:
      try output.write([
        "schema": "mailaudit-history-prune-1", "removed": .number(removed), "removedReports": .number(reports)
      ])
    case .text:
      let more = reports == 0 ? "" : ", and \(reports) \(reports == 1 ? "report" : "reports")"
      try Console.current.write("\(removed) \(removed == 1 ? "run" : "runs")\(more) removed.\n")
    }
  }
}
