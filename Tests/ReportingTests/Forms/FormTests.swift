import AuditModel
import Foundation
import Reporting
import Testing

/// What all forms of a report have in common.
@Suite struct FormTests {
  static let sheets: [(ReportForm, any ReportSheet)] = [
    (.html, HTMLSheet(showsDuration: false)), (.markdown, MarkdownSheet(showsDuration: false)), (.sarif, SARIFSheet()),
    (.junit, JUnitSheet(failOn: .high, showsDuration: false)), (.csv, CSVSheet()),
    (.nagios, NagiosSheet(failOn: .high)),
    (.prometheus, PrometheusSheet(showsDuration: false))
  ]

  static func text(_ sheet: any ReportSheet, _ reports: [AuditReport]) -> String {
    var sheet = sheet
    return String(decoding: reports.flatMap { sheet.add($0) } + sheet.finish(), as: UTF8.self)
  }

  /// A report in which everything that can come from strangers is hostile.
  static let hostile = Sample.report([
    Sample.check(
      "SPF-SYNTAX", .spf, .high,
      .fail(
        "<script>alert(1)</script> & \"quoted\" | bar ``` # [x](javascript:1) \u{1B}[31m\u{202E}",
        subject: "=cmd|' /C calc'!A0",
        evidence: [
          Evidence(source: "a'b<c> TXT", excerpt: "</style></script>]]>\n\u{0}\u{1B}]0;x\u{7}", highlight: 0..<3)
        ], remedy: "=HYPERLINK(\"http://evil\")"))
  ])

  @Test(arguments: sheets.indices)
  func nothingHostileGetsThrough(index: Int) {
    let text = Self.text(Self.sheets[index].1, [Self.hostile])
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\r" })
    #expect(!text.unicodeScalars.contains("\u{202E}"))
    if [.html, .junit].contains(Self.sheets[index].0) {
      #expect(!text.contains("<script>") && !text.contains("]]>"))
      #expect(text.contains("&lt;script&gt;"))
    }
  }

  @Test(arguments: sheets.indices)
  func theSameReportGivesTheSameOctets(index: Int) {
    let sheet = Self.sheets[index].1
    #expect(Self.text(sheet, [Sample.everything]) == Self.text(sheet, [Sample.everything]))
    #expect(!Self.text(sheet, []).contains("example.org"))
  }

  @Test func spreadsheetsSeeNoFormula() {
    let rows = Self.text(CSVSheet(), [Self.hostile]).split(separator: "\r\n")
    #expect(rows.count == 2 && rows[0].hasPrefix("target,time,check,"))
    #expect(rows[1].contains(",'=cmd|' /C calc'!A0,"))
    #expect(rows[1].contains("\"'=HYPERLINK(\"\"http://evil\"\")\""))
  }

  @Test func everyFindingIsARow() {
    let rows = Self.text(CSVSheet(), [Sample.everything, Sample.everything]).split(separator: "\r\n")
    // Two findings of SPF-SYNTAX, and one row for each of the five other checks.
    #expect(rows.count == 1 + 2 * 7)
  }
}
