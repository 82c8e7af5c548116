import ArgumentParser
import AuditModel
import Reporting
import Survey

/// How what was reported is written.
struct ReportsOutputOptions: ParsableArguments {
  /// The forms.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// For people.
    case text
    /// For programs.
    case json
    /// For tables: a row for each source.
    case csv
  }

  @Option(help: "The form of the result; csv has a row for each source.")
  var format: Format = .text

  @Flag(name: .shortAndLong, help: "Show everything: all sources, days, reporters and checks.")
  var verbose = false

  @Flag(name: .shortAndLong, help: "Show the answer for each domain in one line.")
  var quiet = false

  func validate() throws {
    if verbose, quiet { throw ValidationError("--quiet: cannot be had together with --verbose") }
  }

  /// Writes JSON in pieces of some size, so that neither memory nor the number of writes grows with the sources.
  private func writeJSON(_ survey: ReportsSurvey, _ report: AuditReport) throws {
    var piece: [UInt8] = []
    try ReportsJSON.write(survey, report) { octets in
      piece += octets
      if piece.count < Self.pieceOctets { return }
      try Console.current.output(piece)
      piece.removeAll(keepingCapacity: true)
    }
    if !piece.isEmpty { try Console.current.output(piece) }
  }

  private static let pieceOctets = 65_536

  /// Writes the picture and what checks say.
  func write(_ survey: ReportsSurvey, _ report: AuditReport) throws {
    let console = Console.current
    switch format {
    case .json: try writeJSON(survey, report)
    case .csv: try console.write(ReportsCSV.text(of: survey))
    case .text:
      var page = TextPage(width: console.width, isColoured: console.isColoured)
      page.reports(survey, report, detail: verbose ? .whole : quiet ? .short : .usual)
      try console.output(page.octets)
    }
  }
}
