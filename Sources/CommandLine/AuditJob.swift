import Audit
import AuditModel
import DNS
import Survey

/// Audits domains, several at the same time, and writes their reports in the order in which they were asked for.
struct AuditJob: Sendable {
  /// How many audits run at the same time: enough to hide the waiting, few enough to keep their reports in memory.
  static let window = 128

  let targets: [AuditTarget]
  let options: SurveyOptions
  let goal: Goal
  /// The areas that are looked at; nil for all.
  let areas: Set<Area>?
  let profiles: [Profile]
  let time: Int
  let timeout: Duration
  let output: ReportOutput
  let style: ReportStyle
  /// Whether records are proposed and tried.
  var proposes = false
  /// Joins what sends for the domain to its audit; nil for the domain alone.
  var combine: (@Sendable (DomainAuditor, DomainName) throws -> CombinedAuditor)?

  /// Runs all audits, and gives the worst of their statuses as that of the process.
  func run(_ instruments: Instruments) async throws -> Int32 {
    var status = ExitStatus.clean
    var writer = try ReportWriter(output, style: style)
    let job = self
    try await OrderedRun.run(targets, window: Self.window) { target in
      await job.audit(target, instruments)
    } take: { result, _ in
      status = status.joined(with: try writer.write(result))
    }
    return try writer.finish(status)
  }

  private func audit(_ target: AuditTarget, _ instruments: Instruments) async -> Result<AuditReport, ErrorLine> {
    switch target.name {
    case .failure(let error): return .failure(error)
    case .success(let name):
      var auditor = DomainAuditor(instruments: instruments, options: options, goal: goal, time: time)
      auditor.areas = areas
      auditor.profiles = profiles
      auditor.exhibits = output.showsExhibits
      auditor.proposes = proposes
      let job = auditor
      return await ResolverDeadline.$current.withValue(.now + timeout) { await report(name, job) }
    }
  }
}

extension AuditJob {
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
