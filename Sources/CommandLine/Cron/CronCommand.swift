import ArgumentParser
import Audit
import AuditModel
import DNS
import History
import ProcessKit
import Reporting
import SQLiteKit

/// `mailaudit cron`: tells what has changed since the last run, and nothing else.
struct CronCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cron",
    abstract: "Audit the domains of a project, and tell only what has changed since the last run.",
    discussion: """
      Made for cron and systemd: silent, with status 0, when nothing has changed. What is told: faults that are new, gone \
      or weigh something else, records before and after, dates that came near, acceptances that have ended. A server that \
      is silent for one night is no news: it is told when it stays silent for some runs (watch: runs, 3 unless the project \
      says so). The first run says that it is recorded.

      News go to the addresses of "mail:" in the project file, through the submission server that stands there; without it, \
      or with --print, to standard output. If the mail cannot be sent, they are printed, and the status is 74. The files \
      of "outputs:" are written every time. The exit status is 1 when there were news.

      EXAMPLES
        mailaudit cron --project mailaudit.yaml
        mailaudit cron --project mailaudit.yaml --print-systemd
        mailaudit cron --project mailaudit.yaml --print-crontab
      """)

  @OptionGroup(title: "Project") var project: ProjectOptions

  @Flag(help: "Print the news, and send no mail.")
  var print = false

  @Flag(help: "Print a service and a timer for systemd, and look at nothing.")
  var printSystemd = false

  @Flag(help: "Print a line for a crontab, and look at nothing.")
  var printCrontab = false

  @OptionGroup(title: "History") var history: HistoryOptions
  @OptionGroup(title: "DNS") var resolver: ResolverOptions
  @OptionGroup(title: "DNSSEC") var dnssec: DNSSECOptions
  @OptionGroup(title: "HTTPS") var https: HTTPSOptions

  func validate() throws {
    if project.file == nil { throw ValidationError("--project: is missing ('mailaudit config example' prints one)") }
  }

  func run() async throws {
    let round = try AuditRound(try auditCommand())
    guard let project = round.project else { return }
    if printSystemd || printCrontab {
      let units = CronUnits(project, history: round.command.history.path, options: options)
      if printSystemd { try Console.current.write(units.systemd) }
      if printCrontab { try Console.current.write(units.crontab) }
      return
    }
    guard let file = round.command.history.path else {
      throw ErrorLine("--history", "is missing: write \"history: history.db\" into \(project.file)")
    }
    guard let lock = try Self.lock(file) else {
      throw ErrorLine(file, "another run of cron is using it: nothing was done", .inputOutput)
    }
    let delivery =
      try print
      ? nil
      : project.mail.map { mail throws(ErrorLine) in
        try NewsDelivery(mail, time: Console.current.now)
      }
    let job = CronJob(round: round, project: project, delivery: delivery, history: HistoryFile(file))
    let status = try await job.run()
    withExtendedLifetime(lock) {}
    if status != .clean { throw ExitCode(status.rawValue) }
  }

  /// An audit of all domains with the options of this command.
  private func auditCommand() throws -> AuditCommand {
    var command = try AuditCommand.parse([])
    (command.project, command.history, command.resolver) = (project, history, resolver)
    (command.dnssec, command.https) = (dnssec, https)
    return command
  }

  /// The options beside the project that a line of cron repeats.
  private var options: [String] {
    var words = history.history.map { ["--history", $0] } ?? []
    for server in resolver.resolver { words += ["--resolver", server] }
    if let mode = dnssec.chosen { words += ["--dnssec", mode.rawValue] }
    if https.isOff { words.append("--no-https") }
    return words
  }

  /// Two runs at once would both tell the same.
  private static func lock(_ history: String) throws(ErrorLine) -> FileLock? {
    do throws(StreamError) { return try FileLock(at: history + ".lock") } catch {
      throw ErrorLine("\(history).lock", "\(error)", .inputOutput)
    }
  }
}
