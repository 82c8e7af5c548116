import AuditModel
import Checks
import Reporting

/// A file that is generated from the code.
struct GeneratedPage: Sendable {
  /// Where it lies in the project.
  let path: String
  /// What it holds.
  let octets: [UInt8]
}

/// Every file that is generated. A test holds the files in the repository against them.
enum GeneratedPages {
  /// Makes all pages; the sources in `folder` are read for the index of standards.
  static func all(of folder: String) async throws -> [GeneratedPage] {
    let report = try await DemoCommand.report()
    let profiles = try await DemoCommand.report(profiles: [.bod1801, .internetNL])
    let text = { (detail: TextRenderer.Detail) in
      TextRenderer(page: TextPage(), detail: detail, showsDuration: false).octets(of: report)
    }
    let message = try await DemoMessage.report()
    let samples = samples(of: report)
    return samples + (try await reports()) + [
      GeneratedPage(
        path: "README.md", octets: Array(try ReadmePage.text(of: folder, demo: text(.normal)).utf8)),
      GeneratedPage(path: "reports/catalogue.md", octets: Array(CataloguePage.text(Catalogue.entries).utf8)),
      GeneratedPage(path: "reports/catalogue.json", octets: CatalogueJSON.whole.octets()),
      GeneratedPage(path: "reports/standards.md", octets: Array(try StandardsPage.text(of: folder).utf8)),
      GeneratedPage(path: "reports/samples/demo.zone", octets: Array((DemoZone.text + "\n").utf8)),
      GeneratedPage(path: "reports/samples/demo.txt", octets: text(.normal)),
      GeneratedPage(path: "reports/samples/demo-verbose.txt", octets: text(.verbose)),
      GeneratedPage(path: "reports/samples/demo-quiet.txt", octets: text(.quiet)),
      GeneratedPage(
        path: "reports/samples/demo-profiles.json",
        octets: JSONRenderer(isIndented: false, showsDuration: false).octets(of: profiles)),
      GeneratedPage(path: "reports/samples/demo.json", octets: JSONRenderer(showsDuration: false).octets(of: report)),
      GeneratedPage(path: "reports/samples/message.eml", octets: Array(DemoMessage.text.utf8)),
      GeneratedPage(
        path: "reports/samples/message.txt",
        octets: TextRenderer(page: TextPage(), showsDuration: false).octets(of: message)),
      GeneratedPage(
        path: "reports/samples/message.json", octets: JSONRenderer(showsDuration: false).octets(of: message))
    ]
  }

  /// The demo in every form for which there is no other sample.
  private static func samples(of report: AuditReport) -> [GeneratedPage] {
    let sheets: [(String, any ReportSheet)] = [
      ("html", HTMLSheet(showsDuration: false)), ("md", MarkdownSheet(showsDuration: false)), ("sarif", SARIFSheet()),
      ("junit.xml", JUnitSheet(failOn: .high, showsDuration: false)), ("csv", CSVSheet()),
      ("nagios.txt", NagiosSheet(failOn: .high, showsDuration: false)), ("prom", PrometheusSheet(showsDuration: false))
    ]
    return sheets.map { GeneratedPage(path: "reports/samples/demo.\($0)", octets: $1.whole(report)) }
  }

  /// What receivers report, in the forms for which a tool of others or a schema says what is right.
  private static func reports() async throws -> [GeneratedPage] {
    let (survey, report) = try await DemoReports.survey()
    return try [ReportsForm.text, .json, .html].map { form in
      var octets: [UInt8] = []
      try form.write(survey, report, page: TextPage(), detail: .usual) { octets += $0 }
      return GeneratedPage(path: "reports/samples/reports.\(form == .text ? "txt" : form.rawValue)", octets: octets)
    }
  }
}
