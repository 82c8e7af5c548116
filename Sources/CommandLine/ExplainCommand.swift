import ArgumentParser
import AuditModel
import Checks
import DNS
import Providers
import Reporting
import Survey

/// `mailaudit explain`: one check as a page.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain one check: its rule, why it matters, what to do, and examples.")

  @Argument(help: ArgumentHelp("The id of the check, in any case.", valueName: "id"))
  var id: String

  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    guard let check = Catalogue.entry(named: id) else {
      let near = NearMiss.of(id.uppercased(), among: Catalogue.descriptions.map(\.id.rawValue))
      let hint = near.isEmpty ? "'mailaudit checks' lists them" : "did you mean \(near.joined(separator: " or "))?"
      throw ErrorLine(id, "is no check; " + hint)
    }
    switch output.format {
    case .json: try output.write(CatalogueJSON.of(check))
    case .text:
      var page = output.page
      page.explain(check)
      try output.write(page)
    }
  }
}

extension TextPage {
  /// All about a check.
  mutating func explain(_ check: any CatalogueEntry) {
    let words = check.description
    line(Span(words.id.rawValue, .bold), "  ", Span(words.severity.name), Span("  \(words.area.title)", .dim))
    paragraph(words.title + ".")
    section("Severity", "\(words.severity.name): \(words.severityReason).")
    section("When it applies", words.appliesWhen + ".")
    section("Rule", words.rule)
    section("Why it matters", words.whyItMatters)
    section("What to do", words.remedy)
    section("Standards", words.standards.map { [$0].inShort }.joined(separator: "\n"))
    if !words.causes.isEmpty {
      section("A failure of these explains it", words.causes.map(\.rawValue).joined(separator: "\n"))
    }
    if !words.profiles.isEmpty {
      section(
        "Asked for by", words.profiles.map { "\($0.profile.rawValue) (\($0.role.rawValue))" }.joined(separator: "\n"))
    }
    line()
    line(Span("Examples", .bold))
    for example in check.exampleTexts { self.example(example) }
  }

  private mutating func section(_ title: String, _ text: String) {
    line()
    line(Span(title, .bold))
    for line in text.split(separator: "\n") { paragraph(String(line), indent: 2) }
  }

  private mutating func example(_ example: ExampleText) {
    line()
    let given = example.settings.isEmpty ? "" : " (\(example.settings.joined(separator: " ")))"
    paragraph(
      "\(example.title)\(given)", label: Span(example.verdict.words, example.verdict.paint), labelWidth: 11, indent: 2)
    for row in example.rows { line(Span(row), indent: 6) }
  }
}

extension ExampleText {
  /// The message and the zone text line by line, an empty line between them.
  var rows: [String] {
    let texts = [message, zone].filter { !$0.isEmpty }
    return texts.map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }.joined(
      separator: [""]).map(\.self)
  }
}

extension Verdict {
  /// The verdict in words.
  var words: String { self == .notApplicable ? "not asked" : rawValue }

  /// The colour of the verdict.
  var paint: Paint {
    switch self {
    case .pass: .green
    case .fail: .red
    case .warn: .yellow
    case .unknown: .blue
    case .info, .notApplicable: .dim
    }
  }
}
