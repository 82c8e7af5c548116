import Audit
import AuditModel
import Checks
import History

/// What is worth telling of a domain after a night.
struct DomainNews: Sendable {
  /// The domain.
  let target: String
  /// The run that it is compared with; nil for the first one.
  let before: RunSummary?
  /// The grade of now, as the project's rules make it.
  let grade: Grade
  /// How many faults there are now that neither are accepted nor weigh nothing.
  let faults: Int
  /// What the checks tell.
  let news: [RunSeries.News]
  /// Records that are others now.
  let records: [RunComparison.RecordChange]
  /// Dates that came near.
  let deadlines: [Deadline]
  /// Acceptances that have ended.
  let ended: [AcceptanceResult]
  /// So many runs in a row make somebody silent.
  let patience: Int
  /// The time of now.
  let time: Int

  /// So many runs are gone through: a fault that none of them knows is new.
  static let window = 60

  /// Compares a report with the runs before it, the earliest first.
  init(_ report: AuditReport, after runs: [PastRun], _ rules: HouseRules, _ watch: ProjectWatch) {
    let settled = report.under(rules)
    (target, time, patience) = (report.target, report.time, watch.runs)
    (before, grade) = (runs.last?.summary, settled.overallGrade)
    faults = settled.outcomesOfGoal.count { ($0.effectiveLevel ?? .info) > .info }
    deadlines = Self.near(settled.deadlines, at: report.time, window: watch.days * Self.day, runs)
    guard let last = runs.last?.summary else {
      (news, records, ended) = ([], [], [])
      return
    }
    let series = RunSeries(runs + [PastRun(report)], .init(runs: watch.runs, passing: PassingFaults.checks))
    let accepted = rules.acceptances.filter { $0.concerns(report.target) && $0.isInForce(at: report.time) }
    news = series.news.filter { !$0.isCovered(by: accepted) }
    records = series.records
    ended = settled.acceptances.filter {
      $0.state == .ended && $0.acceptance.end > last.time && !$0.findings.isEmpty
    }
  }

  /// Whether there is nothing to tell.
  var isEmpty: Bool { before != nil && news.isEmpty && records.isEmpty && deadlines.isEmpty && ended.isEmpty }

  private static let day = 86_400

  /// The dates that are nearer than `window` and were not when they were seen last. Signatures of zones are made anew all
  /// the time, and a check of their own watches them.
  private static func near(_ deadlines: [Deadline], at time: Int, window: Int, _ runs: [PastRun]) -> [Deadline] {
    deadlines.filter { deadline in
      guard deadline.time - time < window, let fact = deadline.fact else { return false }
      guard let last = runs.last?.summary.time else { return true }
      if deadline.kind == .acceptance { return deadline.time - last >= window }
      for run in runs.reversed() {
        let seen = run.facts.first { $0.kind == .deadline && $0.subject == fact.subject }.flatMap { Int($0.value) }
        if let seen { return seen - run.summary.time >= window }
      }
      return true
    }
  }
}

extension RunSeries.News {
  /// Whether the owner accepts it. A fault that weighs something else than before is told all the same.
  fileprivate func isCovered(by acceptances: [Acceptance]) -> Bool {
    guard kind == .new || kind == .blind, let after else { return false }
    return acceptances.contains { $0.covers(after, of: check) }
  }

  /// What to do about it: the remedy of the finding, or of its check; nil for what needs none.
  var remedy: String? {
    guard kind != .gone, let after else { return nil }
    if let remedy = after.remedy { return remedy }
    return kind == .blind ? nil : Catalogue.entry(named: check.rawValue)?.description.remedy
  }
}

/// The faults that may be gone by themselves tomorrow: a server, or the way to it, did not answer this time.
enum PassingFaults {
  static let checks: Set<CheckID> = [
    "DNS-RESOLVE-ERROR", "DNS-NS-CONSISTENT", "SPF-TEMPERROR", "TLSRPT-HTTPS", "SMTP-CONNECT", "SMTP-BANNER",
    "SMTP-EXTENSIONS", "SUBMIT-CONNECT", "SUBMIT-GREETING", "SUBMIT-EHLO", "BULK-UNSUB-ENDPOINT"
  ]
}
