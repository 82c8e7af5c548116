import AuditModel
import Reporting

/// Writes reports in the form that was asked for.
struct ReportWriter: Sendable {
  private let format: OutputOptions.Format
  private let text: TextRenderer
  private let json: JSONRenderer

  /// - Parameters:
  ///   - output: the form and the detail.
  ///   - isSingle: whether there is one report, which JSON then indents.
  ///   - showsDuration: whether the time an audit took belongs to the report.
  init(_ output: OutputOptions, isSingle: Bool, showsDuration: Bool) {
    format = output.format
    text = TextRenderer(
      page: output.page, detail: output.verbose ? .verbose : output.quiet ? .quiet : .normal,
      showsDuration: showsDuration)
    json = JSONRenderer(isIndented: isSingle && !output.quiet, showsDuration: showsDuration)
  }

  /// One report as JSON.
  func octets(of report: AuditReport) -> [UInt8] { json.octets(of: report) }

  /// Writes one report; a blank line stands between two texts.
  func write(_ report: AuditReport, isFirst: Bool) throws {
    switch format {
    case .json: try Console.current.output(json.octets(of: report))
    case .text:
      let gap = isFirst || text.detail == .quiet ? [] : [UInt8(ascii: "\n")]
      try Console.current.output(gap + text.octets(of: report))
    }
  }

  /// Writes one report, or the line that stands in its place; gives the exit status that it asks for.
  func write(_ result: Result<AuditReport, ErrorLine>, isFirst: Bool, failOn: Severity) throws -> ExitStatus {
    switch result {
    case .failure(let error):
      Console.current.writeError(error.text)
      return error.status
    case .success(let report):
      try write(report, isFirst: isFirst)
      return report.exitStatus(failOn: failOn)
    }
  }
}
