import ArgumentParser
import AuditModel
import Reporting
import Survey

/// The forms of what was reported.
enum ReportsForm: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// For people.
  case text
  /// For programs.
  case json
  /// For tables: a row for each source.
  case csv
  /// For people, in a browser or printed.
  case html

  /// Writes the picture and what checks say, in pieces of some size, so that neither memory nor the number of writes grows
  /// with the sources.
  func write(
    _ survey: ReportsSurvey, _ report: AuditReport, page: TextPage, detail: ReportsDetail,
    to output: ([UInt8]) throws -> Void
  ) throws {
    var piece: [UInt8] = []
    func collect(_ octets: [UInt8]) throws {
      piece += octets
      if piece.count < Self.pieceOctets { return }
      try output(piece)
      piece.removeAll(keepingCapacity: true)
    }
    switch self {
    case .json: try ReportsJSON.write(survey, report, to: collect)
    case .html: try ReportsHTML.write(survey, report, to: collect)
    case .csv: try collect(Array(ReportsCSV.text(of: survey).utf8))
    case .text:
      var page = page
      page.reports(survey, report, detail: detail)
      try collect(page.octets)
    }
    if !piece.isEmpty { try output(piece) }
  }

  private static let pieceOctets = 65_536
}
