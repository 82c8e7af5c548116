import Audit
import AuditModel
import DNS
import SMTPSubmission
import Survey

/// Audits domains, several at the same time.
struct AuditJob: Sendable {
  /// How many audits run at the same time: enough to hide the waiting, few enough to keep their reports in memory.
  static let window = 128

  let targets: [AuditTarget]
  var options: SurveyOptions
  let goal: Goal
  /// The areas that are looked at; nil for all.
  let areas: Set<Area>?
  let profiles: [Profile]
  let time: Int
  let timeout: Duration
  /// Whether pictures belong to the reports.
  let showsExhibits: Bool
  /// Knows the runs of the past; nil for none.
  var history: HistoryFile?
  /// What looks at the world without the proposed records, to compare with; nil when none are proposed.
  var before: Instruments?
  /// Whether records are proposed and tried.
  var proposes = false
  /// Joins what sends for the domain to its audit; nil for the domain alone.
  var combine: (@Sendable (DomainAuditor, DomainName) throws -> CombinedAuditor)?

  /// Runs all audits, and hands over their reports in the order in which they were asked for.
  func run(
    _ instruments: Instruments, take: (Result<AuditReport, ErrorLine>) throws -> Void
  ) async throws {
    let job = self
    try await OrderedRun.run(targets, window: Self.window) { target in
      await job.audit(target, instruments)
    } take: { result, _ in
      try take(result)
    }
  }

  private func audit(_ target: AuditTarget, _ instruments: Instruments) async -> Result<AuditReport, ErrorLine> {
    switch target.name {
    case .failure(let error): return .failure(error)
    case .success(let name):
      let deadline = ContinuousClock.now + timeout
      let job = auditor(of: name, instruments)
      guard let before else { return await ResolverDeadline.$current.withValue(deadline) { await report(name, job) } }
      var former = auditor(of: name, before)
      former.proposes = false
      let settled = former
      return await ResolverDeadline.$current.withValue(deadline) { await compared(name, settled, job) }
    }
  }

  private func auditor(of name: DomainName, _ instruments: Instruments) -> DomainAuditor {
    var options = options
    if let history { options.past = Console.current.past(of: name.description, history) }
    var auditor = DomainAuditor(instruments: instruments, options: options, goal: goal, time: time)
    auditor.keepsFacts = history != nil
    auditor.areas = areas
    auditor.profiles = profiles
    auditor.exhibits = showsExhibits
    auditor.proposes = proposes
    return auditor
  }

  /// The report of `after`, with what differs from that of `before`.
  private func compared(
    _ name: DomainName, _ before: DomainAuditor, _ after: DomainAuditor
  ) async -> Result<AuditReport, ErrorLine> {
    async let former = earlier(name, before)
    let result = await report(name, after)
    guard case .success(var report) = result, case .success(let old) = await former else { return result }
    report.comparison = AuditComparison(before: old, after: report)
    return .success(report)
  }
}

extension AuditJob {
  /// Both audits may have the same conversations with mail servers; in the evidence they are told apart.
  private func earlier(_ name: DomainName, _ auditor: DomainAuditor) async -> Result<AuditReport, ErrorLine> {
    await ConversationScope.within("before") { await report(name, auditor) }
  }

  private func report(_ name: DomainName, _ auditor: DomainAuditor) async -> Result<AuditReport, ErrorLine> {
    guard let combine else { return .success(await auditor.audit(name)) }
    do {
      return .success(try await combine(auditor, name).audit(name))
    } catch let error as ErrorLine {
      return .failure(error)
    } catch {
      return .failure(ErrorLine("--message", "\(error)", .inputOutput))
    }
  }
}

extension ExitStatus {
  /// The status of two results together: an error wins, then what was found, then what is undecided.
  func joined(with other: ExitStatus) -> ExitStatus {
    [.inputOutput, .internalError, .usage, .found, .undecided].first { $0 == self || $0 == other } ?? .clean
  }
}
