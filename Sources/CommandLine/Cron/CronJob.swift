import Audit
import AuditModel
import DNS
import History
import LDNSKit
import ProcessKit
import Reporting

/// One night: audits, compares, tells, and keeps the runs then. A run that dies before it has told is told by the next one.
struct CronJob: Sendable {
  let round: AuditRound
  let project: Project
  /// Sends the news; nil to print them.
  let delivery: NewsDelivery?
  let history: HistoryFile

  /// Gives the status of the process.
  func run() async throws -> ExitStatus {
    let jobs = try round.jobs(history)
    return try await round.command.withWorld { world in
      var night = Night()
      var files = try OutputFiles(round.command.output, style: round.style)
      var tally = AcceptanceTally(isForOne: round.parts.count == 1)
      for (part, job) in zip(round.parts, jobs) {
        let rules = round.rules(of: part)
        try await part.run(job, in: world) { result in
          switch result {
          case .failure(let error): night.fail(error)
          case .success(let report):
            var settled = tally.settled(report.under(rules))
            settled.agedData = ShippedData.aged(at: report.time, without: round.style.replaced)
            try files.write(settled)
            take(report, rules, &night)
          }
        }
      }
      try files.publish()
      // Without a history everything would be new.
      if let failure = history.failure {
        night.fail(failure)
        return night.status
      }
      if !night.news.isEmpty { try await tell(night.news, &night, world.resolver) }
      for report in night.reports { history.record(report) }
      if let failure = history.failure { night.fail(failure) }
      return night.status
    }
  }

  private func take(_ report: AuditReport, _ rules: HouseRules, _ night: inout Night) {
    let runs = history.lastRuns(of: report.target, atMost: DomainNews.window)
    let news = DomainNews(report, after: runs, rules, project.watch)
    night.reports.append(report)
    if !news.isEmpty { night.news.append(news) }
    if runs.last != nil, !news.isEmpty { night.status = night.status.joined(with: .found) }
  }

  private func tell(_ news: [DomainNews], _ night: inout Night, _ resolver: any Resolver) async throws {
    guard let delivery, let mail = project.mail else { return try write(news) }
    let message = NewsMessage(news, mail, time: Console.current.now)
    if let failure = await delivery.send(message, resolver) {
      night.fail(ErrorLine("mail", "the news could not be sent: \(failure)", .inputOutput))
      try write(news)
    }
  }

  private func write(_ news: [DomainNews]) throws {
    var page = round.command.output.page
    for (index, item) in news.enumerated() {
      if index > 0 { page.line() }
      page.news(item)
    }
    try Console.current.output(page.octets)
  }
}

/// What a night has brought so far.
private struct Night {
  var status = ExitStatus.clean
  var news: [DomainNews] = []
  var reports: [AuditReport] = []

  mutating func fail(_ error: ErrorLine) {
    Console.current.writeError(error.text)
    status = status.joined(with: error.status)
  }
}
