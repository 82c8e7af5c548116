import Audit
import AuditModel
import DNS
import MailMessage
import Survey
import Syntax

/// Audits messages, several at the same time, and writes their reports in order.
struct MessageJob: Sendable {
  /// How many audits run at the same time.
  static let window = 32

  let items: [MessageItem]
  var auditor: MessageAuditor
  let timeout: Duration
  let output: ReportOutput
  let style: ReportStyle

  /// Runs all audits, and gives the worst of their statuses as that of the process.
  func run() async throws -> Int32 {
    let (batch, auditor, timeout) = (try batch(), auditor, timeout)
    var status = ExitStatus.clean
    var writer = try ReportWriter(output, style: style)
    try await OrderedRun.run(items, window: Self.window) { item in
      await Self.audit(item, batch, auditor, timeout)
    } take: { result, _ in
      status = status.joined(with: try writer.write(result))
    }
    return try writer.finish(status)
  }

  private static func audit(
    _ item: MessageItem, _ batch: MessageBatch, _ auditor: MessageAuditor, _ timeout: Duration
  ) async -> Result<AuditReport, ErrorLine> {
    do {
      let octets = try item.open()
      return .success(
        try await ResolverDeadline.$current.withValue(.now + timeout) {
          try await auditor.audit(octets, named: item.name, batch: batch)
        })
    } catch let error as ErrorLine {
      return .failure(error)
    } catch {
      return .failure(ErrorLine(item.name, "\(error)", .inputOutput))
    }
  }

  /// What the messages tell of each other. A message that cannot be read now is told of when its turn comes.
  private func batch() throws -> MessageBatch {
    var batch = MessageBatch()
    if items.count < 2 { return batch }
    for item in items {
      guard let octets = try? item.open(), let message = try? Message(reading: octets) else { continue }
      try? batch.add(message)
    }
    return batch
  }
}
