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

  /// Writes the picture and what checks say.
  func write(_ survey: ReportsSurvey, _ report: AuditReport) throws {
    let console = Console.current
    switch format {
    case .json: try console.output(ReportsJSON.of(survey, report).octets())
    case .csv: try console.write(ReportsCSV.text(of: survey))
    case .text:
      var page = TextPage(width: console.width, isColoured: console.isColoured)
      page.reports(survey, report, detail: verbose ? .whole : quiet ? .short : .usual)
      try console.output(page.octets)
    }
  }
}
