import ArgumentParser
import AuditModel
import ProcessKit
import Reporting
import Survey

/// How what was reported is written, and where.
struct ReportsOutputOptions: ParsableArguments {
  @Option(help: "The form of the result; csv has a row for each source.")
  var format: ReportsForm = .text

  @Option(
    help: ArgumentHelp(
      "Write the result to a file too, in any form, as a whole or not at all; may be repeated.", valueName: "form:file")
  )
  var output: [FormPlace<ReportsForm>] = []

  @Flag(name: .shortAndLong, help: "Show everything: all sources, days, reporters and checks.")
  var verbose = false

  @Flag(name: .shortAndLong, help: "Show the answer for each domain in one line.")
  var quiet = false

  func validate() throws {
    if verbose, quiet { throw ValidationError("--quiet: cannot be had together with --verbose") }
    let files = output.map(\.file)
    if let twice = files.first(where: { file in files.count { $0 == file } > 1 }) {
      throw ValidationError("--output: \(twice) is named twice")
    }
  }

  fileprivate var detail: ReportsDetail { verbose ? .whole : quiet ? .short : .usual }
}

/// Writes what was reported: on standard output, and into files that are seen when all of them are whole.
struct ReportsWriter {
  private let options: ReportsOutputOptions
  private let files: [ReplacedFile]

  /// Begins all files, so that one that cannot be written is known before anything is read.
  init(_ options: ReportsOutputOptions) throws(ErrorLine) {
    self.options = options
    var files: [ReplacedFile] = []
    for place in options.output {
      do throws(StreamError) { files.append(try ReplacedFile(at: place.file)) } catch {
        throw Self.failure(error, place.file)
      }
    }
    self.files = files
  }

  /// Writes all forms.
  func write(_ survey: ReportsSurvey, _ report: AuditReport) throws {
    let (console, detail) = (Console.current, options.detail)
    for (place, file) in zip(options.output, files) {
      try place.form.write(survey, report, page: TextPage(), detail: detail) { octets in
        do throws(StreamError) { try file.append(octets) } catch { throw Self.failure(error, place.file) }
      }
    }
    for (place, file) in zip(options.output, files) {
      do throws(StreamError) { try file.publish() } catch { throw Self.failure(error, place.file) }
    }
    let page = TextPage(width: console.width, isColoured: console.isColoured)
    try options.format.write(survey, report, page: page, detail: detail, to: console.output)
  }

  private static func failure(_ error: StreamError, _ file: String) -> ErrorLine {
    ErrorLine("--output \(file)", "\(error)", .inputOutput)
  }
}
