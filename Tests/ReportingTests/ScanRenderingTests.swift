import AuditModel
import Foundation
import Scan
import Testing

@testable import Reporting

/// Results of a scan and their summary, in every form.
@Suite struct ScanRenderingTests {
  private static let report: AuditReport = {
    var report = Sample.everything
    report.policies = [PublishedPolicy(.spf, "-all"), PublishedPolicy(.dmarc, "unknown")]
    return report
  }()
  private static let faulty = FaultyRow(line: 7, input: "=cmd|\u{1B}[0m, \"x\"", error: "has no dot")

  private static func schema(_ name: String) throws -> SchemaValidator {
    try SchemaValidator(contentsOf: SchemaValidator.reports.appending(path: "schema/\(name)"))
  }

  private static func line(_ renderer: ScanRenderer) -> [UInt8] {
    var octets: [UInt8] = []
    renderer.append(report, tries: 2, to: &octets)
    return octets
  }

  @Test(arguments: ["all", "full", "domain", "grade,areas.spf,policies.dmarc,verdicts.spf-syntax", "findings,time"])
  func linesKeepToTheSchema(fields: String) throws {
    let chosen = ScanFields(fields) ?? .all
    let octets = Self.line(ScanRenderer(fields: chosen, isFull: fields == "full", dnssec: "resolver"))
    #expect(try Self.schema("scan-1.json").faults(in: Data(octets)) == [])
    #expect(octets.count { $0 == 0x0A } == 1 && octets.last == 0x0A)
  }

  @Test func aLineWithoutADomainKeepsToTheSchema() throws {
    var octets: [UInt8] = []
    ScanRenderer(dnssec: "resolver").append(Self.faulty, time: 0, to: &octets)
    #expect(try Self.schema("scan-1.json").faults(in: Data(octets)) == [])
    let record = try #require(ScanRecord(line: Array(octets.dropLast())))
    #expect(record.input == Self.faulty.input && record.domain == nil)
  }

  /// What is written is what is read back: the summary of a scan that goes on is that of one in a single go.
  @Test(arguments: [false, true])
  func linesAreReadBack(isFull: Bool) throws {
    let octets = Self.line(ScanRenderer(isFull: isFull, dnssec: "resolver"))
    #expect(ScanRecord(line: Array(octets.dropLast())) == ScanRecord(Self.report, tries: 2))
  }

  /// Where nobody asks for a summary, only what ends a scan and shows its progress is kept.
  @Test func inShort() {
    let (short, whole) = (ScanRecord(Self.report, tries: 2, inShort: true), ScanRecord(Self.report, tries: 2))
    #expect(short.verdicts.isEmpty && short.findings.isEmpty && short.areas.isEmpty && short.policies.isEmpty)
    #expect(
      short.key == whole.key && short.grade == whole.grade && short.questions == whole.questions
        && short.failures == whole.failures && short.tries == whole.tries)
  }

  @Test func fieldsChoose() throws {
    let fields = try #require(ScanFields("grade,policies.spf,verdicts.SPF-SYNTAX"))
    let octets = Self.line(ScanRenderer(fields: fields, dnssec: "resolver"))
    #expect(
      String(decoding: octets, as: UTF8.self) == """
        {"schema":"mailaudit-scan-1","domain":"example.org","grade":"\(Self.report.overallGrade)",\
        "policies":{"spf":"-all"},"verdicts":{"SPF-SYNTAX":"fail"}}

        """)
    for bad in ["", "nothing", "grade.x", "policies.", "policies.nope", "areas.nope", "a,,b"] {
      #expect(ScanFields(bad) == nil, "\(bad)")
    }
  }

  @Test(arguments: [nil, "domain,grade,verdicts", "verdicts.SPF-SYNTAX,domain,areas.spf"])
  func rowsOfTablesAreReadBack(fields: String?) throws {
    let table = ScanTable(
      fields: fields.flatMap { ScanFields($0) } ?? .table, areas: [.spf, .dmarc], checks: ["SPF-SYNTAX"],
      dnssec: "resolver")
    var octets = table.heading
    table.append(Self.report, tries: 1, to: &octets)
    table.append(Self.faulty, time: 0, to: &octets)
    var lines = ResultLines()
    let rows = lines.read(octets).compactMap { TableLine.fields(of: $0.octets) }
    #expect(rows.count == 3 && rows.allSatisfy { $0.count == table.names.count })
    #expect(rows[0] == table.names && rows[0].contains("domain"))
    let input = ScanTable.text(ofField: rows[2][rows[0].count - 2])
    #expect(input == VisibleText.of(Self.faulty.input))
  }

  /// The records of every kind of difference.
  private static let differences: [(ScanRecord?, ScanRecord?)] = {
    var (other, blind, bare) = (ScanRecord(report), ScanRecord(report), ScanRecord())
    (other.grade, other.policies["dmarc"], other.areas["spf"]) = ("F", "none", "A?")
    other.verdicts = other.verdicts.map { ($0.check, $0.verdict == .pass ? .fail : .pass) }
    blind.verdicts = blind.verdicts.map { ($0.check, .unknown) }
    bare.domain = other.domain
    let record = ScanRecord(report)
    return [
      (nil, record), (record, nil), (record, other), (record, blind), (blind, record), (bare, nil), (nil, bare)
    ]
  }()

  @Test(arguments: differences.indices)
  func differencesKeepToTheSchema(index: Int) throws {
    let (before, after) = Self.differences[index]
    let comparison = try #require(ScanComparison(before: before, after: after))
    let octets = comparison.json.octets(isIndented: false)
    #expect(try Self.schema("scan-diff-1.json").faults(in: Data(octets)) == [])
    #expect(octets.count { $0 == 0x0A } == 1 && octets.last == 0x0A)
    var page = TextPage()
    comparison.write(to: &page)
    #expect(String(decoding: page.octets, as: UTF8.self).hasPrefix(comparison.domain + "  "))
  }

  @Test func summariesKeepToTheirForms() throws {
    var tally = ScanTally()
    for _ in 0..<3 { tally.add(ScanRecord(Self.report)) }
    var faulty = ScanRecord()
    faulty.input = "<b>"
    tally.add(faulty)
    var hostile = ScanRecord(Self.report)
    (hostile.domain, hostile.policies) = ("<script>.example", ["spf": "<i>"])
    tally.add(hostile)
    var summary = ScanSummary(
      tally, time: 0, goal: .send, dnssec: "resolver", selection: nil,
      descriptions: Self.report.outcomes.map(\.description))
    summary.unfinished = "interrupted"
    #expect(try Self.schema("scan-summary-1.json").faults(in: Data(summary.json.octets())) == [])
    let html = String(decoding: summary.html, as: UTF8.self)
    #expect(html.hasPrefix("<!DOCTYPE html>") && html.hasSuffix("</html>\n"))
    #expect(!html.contains("<script>") && !html.contains("<i>") && html.contains("&lt;script&gt;"))
    var page = TextPage()
    summary.write(to: &page)
    let text = String(decoding: page.octets, as: UTF8.self)
    for words in ["4 domains, 1 line without a domain", "AD bit", "interrupted", "SPF-SYNTAX", "dmarc"] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test(arguments: [(0, 0, "0 %"), (1, 3, "33.3 %"), (2, 3, "66.7 %"), (3, 3, "100.0 %")])
  func shares(part: Int, whole: Int, text: String) { #expect(ScanSummary.percent(part, of: whole) == text) }
}
