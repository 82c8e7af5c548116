import ArgumentParser
import AuditModel
import DNS
import History
import Reporting
import SQLiteKit
import Survey

/// `mailaudit diff`: what has changed between two audits.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what has changed between two audits of a domain: findings, and the records in the DNS.",
    discussion: """
      Compares the last run of the history with the one before, or the runs that are named by number or by day; a day \
      stands for the last run up to its end (UTC). Only checks that both runs made are compared. What cannot be looked \
      at any more is shown as unseen, never as gone.

      The exit status is 0 when nothing has changed, 1 when something has, 2 when nothing has but something cannot be \
      looked at any more.

        mailaudit diff --history audits.db example.org
        mailaudit diff --history audits.db --from 2026-11-01 --to 42 example.org
      """)

  @Argument(help: "The domain.")
  var domain: String

  @Option(
    help: ArgumentHelp("The earlier run: a number or a day (default: the run before --to).", valueName: "run|date"))
  var from: RunArgument?

  @Option(help: ArgumentHelp("The later run: a number or a day (default: the last one).", valueName: "run|date"))
  var to: RunArgument?

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "History") var history: HistoryOptions

  func run() throws {
    let target = try DomainArgument.parse(domain).description
    let comparison = try history.read { history in
      let later = try found(to ?? .last, "--to", target, history)
      let earlier = try from.map { try found($0, "--from", target, history) } ?? former(later, history)
      return RunComparison(try history.whole(earlier), try history.whole(later))
    }
    switch output.format {
    case .json: try output.write(comparison.json)
    case .text:
      var page = output.page
      page.comparison(comparison, isShort: output.quiet, isWhole: output.verbose)
      try output.write(page)
    }
    if comparison.status != .clean { throw ExitCode(comparison.status.rawValue) }
  }

  private func former(_ run: RunSummary, _ history: History) throws -> RunSummary {
    guard let former = try history.last(of: run.target, until: run.time, before: run.number) else {
      throw ErrorLine(run.target, "has no run before \(run.number) to compare with")
    }
    return former
  }

  private func found(
    _ argument: RunArgument, _ option: String, _ target: String, _ history: History
  ) throws -> RunSummary {
    switch argument {
    case .number(let number):
      if let run = try history.run(number, of: target) { return run }
      throw ErrorLine("\(option) \(number)", "is no run of \(target) ('mailaudit history' lists them)")
    case .day(let day):
      if let run = try history.last(of: target, until: (day.days + 1) * 86_400 - 1) { return run }
      throw ErrorLine(option, "\(target) has no run up to that day")
    case .last:
      if let run = try history.last(of: target) { return run }
      throw ErrorLine(target, "has no run in the history")
    }
  }
}

/// A run as users name it.
enum RunArgument: ExpressibleByArgument, Sendable {
  /// By its number.
  case number(Int)
  /// The last one of a day or before.
  case day(CivilDay)
  /// The last one.
  case last

  init?(argument: String) {
    if let day = CivilDay(argument) {
      self = .day(day)
    } else if let number = Int(argument), number > 0 {
      self = .number(number)
    } else {
      return nil
    }
  }
}

extension RunComparison {
  /// How the command ends.
  var status: ExitStatus { isDifferent ? .found : changes.isEmpty ? .clean : .undecided }
}
