import ArgumentParser
import AuditModel
import Checks
import Reporting

/// `mailaudit checks`: lists the catalogue.
struct ChecksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checks",
    abstract: "List all checks, or those of one area.",
    discussion: "'mailaudit explain ID' tells all about one of them.")

  @Option(
    help: ArgumentHelp(
      "The area: \(Set(Catalogue.descriptions.map(\.area)).sorted().map(\.rawValue).joined(separator: ", ")).",
      valueName: "area"))
  var area: String?

  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let areas = Set(Catalogue.descriptions.map(\.area)).sorted()
    if let area, !areas.contains(where: { $0.rawValue == area.lowercased() }) {
      throw ErrorLine("--area \(area)", "is none of \(areas.map(\.rawValue).joined(separator: ", "))")
    }
    let checks = Catalogue.entries.filter {
      area == nil || $0.description.area.rawValue == area?.lowercased()
    }
    switch output.format {
    case .json: try output.write(CatalogueJSON.of(checks))
    case .text: try output.write(list(checks.map(\.description)))
    }
  }

  private func list(_ checks: [CheckDescription]) -> TextPage {
    var page = output.page
    let width = (checks.map(\.id.rawValue.utf8.count).max() ?? 0) + 2
    var area: Area?
    for check in checks {
      if check.area != area, !output.quiet {
        if area != nil { page.line() }
        page.line(Span(check.area.title, .bold))
      }
      area = check.area
      if output.quiet {
        page.line(Span(check.id.rawValue))
      } else {
        page.paragraph(
          check.title, label: Span(Self.label(check, width: width)), labelWidth: width + 10, indent: 2)
      }
    }
    return page
  }

  private static func label(_ check: CheckDescription, width: Int) -> String {
    let id = check.id.rawValue
    return id + String(repeating: " ", count: max(1, width - id.utf8.count)) + check.severity.name
  }
}
