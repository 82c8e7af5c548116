import ArgumentParser
import AuditModel
import Reporting

/// In which forms reports are written, and where.
struct ReportOutput: ParsableArguments {
  @Option(help: ArgumentHelp("The form of the report on standard output.", valueName: "form"))
  var format = FormArgument(.text)

  @Option(
    help: ArgumentHelp(
      "Write the report to a file too, in any form, as a whole or not at all; may be repeated.", valueName: "form:file")
  )
  var output: [OutputPlace] = []

  /// The form on standard output.
  var form: ReportForm { format.form }

  /// Whether standard output is for programs that read JSON.
  var isJSON: Bool { form == .json }

  @OptionGroup var extent: DetailOptions

  var verbose: Bool { extent.verbose }
  var quiet: Bool { extent.quiet }
  var page: TextPage { extent.page }

  func validate() throws {
    let files = output.map(\.file)
    if let twice = files.first(where: { file in files.count { $0 == file } > 1 }) {
      throw ValidationError("--output: \(twice) is named twice")
    }
  }

  /// How much is written for people.
  var detail: TextRenderer.Detail { verbose ? .verbose : quiet ? .quiet : .normal }

  /// Whether any of the forms can show pictures.
  var showsExhibits: Bool { ([form] + output.map(\.form)).contains(.html) }

  /// An empty sheet of a form.
  func sheet(_ form: ReportForm, page: TextPage, style: ReportStyle) -> any ReportSheet {
    switch form {
    case .text: TextSheet(TextRenderer(page: page, detail: detail, showsDuration: style.showsDuration))
    case .json: JSONSheet(JSONRenderer(isIndented: style.isSingle && !quiet, showsDuration: style.showsDuration))
    case .html: HTMLSheet(showsDuration: style.showsDuration)
    case .markdown: MarkdownSheet(showsDuration: style.showsDuration)
    case .sarif: SARIFSheet()
    case .junit: JUnitSheet(failOn: style.failOn, showsDuration: style.showsDuration)
    case .csv: CSVSheet()
    case .nagios: NagiosSheet(failOn: style.failOn, showsDuration: style.showsDuration)
    case .prometheus: PrometheusSheet(showsDuration: style.showsDuration)
    }
  }
}

/// What a run tells the forms of its reports.
struct ReportStyle: Sendable {
  /// Whether there is one report, which JSON then indents.
  var isSingle = true
  /// Whether the time that an audit took belongs to the report.
  var showsDuration = true
  /// The lowest level that fails.
  var failOn = Severity.high
  /// The shipped data that files were given instead of.
  var replaced: Set<ShippedData.Kind> = []
}

/// A form of an audit's report and the file that it goes to.
typealias OutputPlace = FormPlace<ReportForm>

/// A form and the file that it goes to, such as `html:report.html`.
struct FormPlace<Form: RawRepresentable & Sendable>: ExpressibleByArgument, Sendable where Form.RawValue == String {
  let form: Form
  let file: String

  init(form: Form, file: String) { (self.form, self.file) = (form, file) }

  init?(argument: String) {
    let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let form = Form(rawValue: String(parts[0])), !parts[1].isEmpty else { return nil }
    self.form = form
    file = String(parts[1])
  }
}

/// The name of a form.
struct FormArgument: ExpressibleByArgument, Sendable {
  let form: ReportForm

  init(_ form: ReportForm) {
    self.form = form
  }

  init?(argument: String) {
    guard let form = ReportForm(rawValue: argument) else { return nil }
    self.form = form
  }

  static var allValueStrings: [String] { ReportForm.allCases.map(\.rawValue) }
  var defaultValueDescription: String { form.rawValue }
}
