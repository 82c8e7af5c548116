import Audit
import AuditModel
import DNS
import MailMessage
import ProcessKit
import Reporting
import SMTPSubmission
import Survey

extension CatchCommand {
  /// Tells of a message and audits it.
  ///
  /// - Parameters:
  ///   - caught: the message.
  ///   - file: the file that it was written to.
  ///   - auditor: the engine, with what the owner told; nil to tell of the message only.
  /// - Returns: how good it is, as the exit status says it.
  /// - Throws: when standard output cannot be written, or the octets cannot be read.
  func audit(_ caught: CaughtMessage, file: String?, _ auditor: MessageAuditor?) async throws -> ExitStatus {
    let summary = try CaughtSummary(caught, file: file)
    var report: AuditReport?
    if let auditor { report = try await self.report(caught, named: file ?? "message \(caught.number)", auditor) }
    switch output.format {
    case .json: try writeJSON(summary, report)
    case .text: try writeText(summary, report)
    }
    return report?.exitStatus(failOn: told.failOn.severity) ?? .clean
  }

  private func writeText(_ summary: CaughtSummary, _ report: AuditReport?) throws {
    var page = output.page
    page.caught(summary, isWhole: output.verbose, isShort: output.quiet)
    try output.write(page)
    guard let report else { return }
    let detail: TextRenderer.Detail = output.verbose ? .verbose : output.quiet ? .quiet : .normal
    let renderer = TextRenderer(page: output.page, detail: detail, showsDuration: resolver.zone.isEmpty)
    try Console.current.output(renderer.octets(of: report))
    if !output.quiet { try Console.current.write("\n") }
  }

  /// One object a line: what was seen of the session, and the report.
  private func writeJSON(_ summary: CaughtSummary, _ report: AuditReport?) throws {
    let renderer = JSONRenderer(isIndented: false, showsDuration: resolver.zone.isEmpty)
    func line(_ octets: [UInt8]) -> [UInt8] { octets.filter { $0 != UInt8(ascii: "\n") } }
    var octets = Array("{\"caught\":".utf8) + line(summary.json.octets(isIndented: false))
    if let report { octets += Array(",\"report\":".utf8) + line(renderer.octets(of: report)) }
    try Console.current.output(octets + Array("}\n".utf8))
  }

  private func report(
    _ caught: CaughtMessage, named name: String, _ auditor: MessageAuditor
  ) async throws -> AuditReport {
    var own = auditor
    own.options.mailFrom = own.options.mailFrom ?? caught.reversePath.address
    let octets = caught.octets
    let source = MessageOctets(count: octets.count) { range throws(MessageReadError) in
      do throws(StreamError) { return try octets.octets(in: range) } catch { throw MessageReadError(error.description) }
    }
    let settled = own
    return try await ResolverDeadline.$current.withValue(.now + .seconds(resolver.timeout)) {
      try await settled.audit(source, named: name)
    }
  }
}
