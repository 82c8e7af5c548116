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
  let failOn: Severity
  let time: Int
  let timeout: Duration
  let writer: ReportWriter

  /// Runs all audits, and gives the worst of their statuses.
  func run(_ instruments: Instruments) async throws -> ExitStatus {
    var status = ExitStatus.clean
    var waiting: [Int: Result<AuditReport, ErrorLine>] = [:]
    var written = 0
    try await withThrowingTaskGroup(of: (Int, Result<AuditReport, ErrorLine>).self) { group in
      for index in targets.indices.prefix(Self.window) { start(index, instruments, in: &group) }
      for try await (index, result) in group {
        waiting[index] = result
        while let next = waiting.removeValue(forKey: written) {
          status = status.joined(with: try write(next, isFirst: written == 0))
          if written + Self.window < targets.count { start(written + Self.window, instruments, in: &group) }
          written += 1
        }
      }
    }
    return status
  }

  private func start(
    _ index: Int, _ instruments: Instruments,
    in group: inout ThrowingTaskGroup<(Int, Result<AuditReport, ErrorLine>), any Error>
  ) {
    group.addTask { (index, await audit(targets[index], instruments)) }
  }

  private func audit(_ target: AuditTarget, _ instruments: Instruments) async -> Result<AuditReport, ErrorLine> {
    switch target.name {
    case .failure(let error): return .failure(error)
    case .success(let name):
      var auditor = DomainAuditor(instruments: instruments, options: options, goal: goal, time: time)
      auditor.areas = areas
      auditor.profiles = profiles
      let job = auditor
      return await ResolverDeadline.$current.withValue(.now + timeout) { .success(await job.audit(name)) }
    }
  }

  private func write(_ result: Result<AuditReport, ErrorLine>, isFirst: Bool) throws -> ExitStatus {
    switch result {
    case .failure(let error):
      Console.current.writeError(error.text)
      return error.status
    case .success(let report):
      try writer.write(report, isFirst: isFirst)
      return report.exitStatus(failOn: failOn)
    }
  }
}

extension ExitStatus {
  /// The status of two results together: an error wins, then what was found, then what is undecided.
  func joined(with other: ExitStatus) -> ExitStatus {
    [.inputOutput, .internalError, .usage, .found, .undecided].first { $0 == self || $0 == other } ?? .clean
  }
}
