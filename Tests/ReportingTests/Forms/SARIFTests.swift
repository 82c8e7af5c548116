import AuditModel
import Foundation
import Reporting
import Testing

/// SARIF is held against the schema of OASIS.
@Suite struct SARIFTests {
  private static let schema = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Schemas/sarif-schema-2.1.0.json").standardizedFileURL

  private static let located = Sample.report([
    Sample.check(
      "APP-PORT-MODE", .appConfig, .high,
      .fail(
        "Port 465 goes with TLS at once.",
        evidence: [
          Evidence(
            source: "conf/my settings.php:12:5", excerpt: "port = 465",
            location: SourceLocation(file: "conf/my settings.php", line: 12, column: 5)),
          Evidence(source: "example.org TXT", excerpt: "v=spf1 -all")
        ]))
  ])

  @Test(arguments: [[], [Sample.everything], [Sample.everything, FormTests.hostile], [located]])
  func keepsTheSchema(reports: [AuditReport]) throws {
    let text = FormTests.text(SARIFSheet(), reports)
    #expect(try SchemaValidator(contentsOf: Self.schema).faults(in: Data(text.utf8)) == [])
    #expect(try JSON.decoded(Data(text.utf8))["runs"]?.elements.count == reports.count)
  }

  @Test func pointsAtTheLine() throws {
    let log = try JSON.decoded(Data(FormTests.text(SARIFSheet(), [Self.located]).utf8))
    let result = try #require(log["runs"]?.elements.first?["results"]?.elements.first)
    let place = try #require(result["locations"]?.elements.first?["physicalLocation"])
    #expect(place["artifactLocation"]?["uri"]?.text == "conf/my%20settings.php")
    #expect(place["region"]?["startLine"] == 12 && place["region"]?["startColumn"] == 5)
    #expect(result["level"]?.text == "error" && result["kind"]?.text == "fail")
  }

  @Test func whatNobodyCouldSeeIsOpen() throws {
    let log = try JSON.decoded(Data(FormTests.text(SARIFSheet(), [Sample.everything]).utf8))
    let results = try #require(log["runs"]?.elements.first?["results"]?.elements)
    let kinds = results.map { "\($0["ruleId"]?.text ?? "") \($0["kind"]?.text ?? "") \($0["level"]?.text ?? "")" }
    #expect(kinds.contains("DKIM-KEY-FOUND open none"))
    #expect(kinds.contains("SPF-IP-AUTHORISED fail error"))
    // A warning counts one level less.
    #expect(kinds.contains("MX-RESOLVES fail warning"))
  }
}
