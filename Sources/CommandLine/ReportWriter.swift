import AuditModel
import ProcessKit
import Reporting

/// Writes reports in the forms that were asked for: one on standard output as they come, others into files that are
/// seen when they are whole.
struct ReportWriter {
  private var sheet: any ReportSheet
  private var files: OutputFiles
  private let style: ReportStyle

  /// Begins all files, so that one that cannot be written is known before anything is looked at.
  init(_ output: ReportOutput, style: ReportStyle) throws(ErrorLine) {
    self.style = style
    sheet = output.sheet(output.form, page: output.page, style: style)
    files = try OutputFiles(output, style: style)
  }

  /// Writes one report.
  mutating func write(_ report: AuditReport) throws {
    var report = Console.current.evidence.settled(report)
    report.agedData = ShippedData.aged(at: report.time, without: style.replaced)
    try show(sheet.add(report))
    try files.write(report)
  }

  /// Writes one report, or the line that stands in its place; gives the exit status that it asks for.
  mutating func write(_ result: Result<AuditReport, ErrorLine>) throws -> ExitStatus {
    switch result {
    case .failure(let error):
      Console.current.writeError(error.text)
      return error.status
    case .success(let report):
      try write(report)
      return report.exitStatus(failOn: style.failOn)
    }
  }

  /// Ends all forms; gives the status of the process.
  mutating func finish(_ status: ExitStatus) throws -> Int32 {
    try show(sheet.finish())
    try files.publish()
    guard let plugin = sheet as? NagiosSheet else { return status.rawValue }
    // A plugin has four states of its own; whatever went wrong is unknown to it.
    return [.clean, .found, .undecided].contains(status) ? plugin.state.rawValue : NagiosSheet.State.unknown.rawValue
  }

  private func show(_ octets: [UInt8]) throws {
    if !octets.isEmpty { try Console.current.output(octets) }
  }
}

/// The files that reports are written to: seen when they are whole.
struct OutputFiles {
  private var files: [(place: OutputPlace, file: ReplacedFile, sheet: any ReportSheet)] = []

  /// Begins all files.
  init(_ output: ReportOutput, style: ReportStyle) throws(ErrorLine) {
    for place in output.output {
      do throws(StreamError) {
        files.append(
          (place, try ReplacedFile(at: place.file), output.sheet(place.form, page: TextPage(), style: style)))
      } catch {
        throw ErrorLine("--output \(place.file)", "\(error)", .inputOutput)
      }
    }
  }

  /// Writes one report into all of them.
  mutating func write(_ report: AuditReport) throws(ErrorLine) {
    for index in files.indices { try append(files[index].sheet.add(report), to: index) }
  }

  /// Ends all forms, and lets the files be seen.
  mutating func publish() throws(ErrorLine) {
    for index in files.indices {
      try append(files[index].sheet.finish(), to: index)
      do throws(StreamError) { try files[index].file.publish() } catch { throw failure(error, index) }
    }
  }

  private func append(_ octets: [UInt8], to index: Int) throws(ErrorLine) {
    do throws(StreamError) { try files[index].file.append(octets) } catch { throw failure(error, index) }
  }

  private func failure(_ error: StreamError, _ index: Int) -> ErrorLine {
    ErrorLine("--output \(files[index].place.file)", "\(error)", .inputOutput)
  }
}
