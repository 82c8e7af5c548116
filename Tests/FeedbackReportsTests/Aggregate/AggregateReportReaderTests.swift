import FeedbackReports
import Testing

/// Both schemas, read whole and in pieces.
@Suite struct AggregateReportReaderTests {
  @Test(arguments: [nil, 1, 7, 100] as [Int?])
  func readsRFC9990(pieces: Int?) throws {
    let read = ReadFeedback(try Fixtures.octets("rfc9990.xml"), pieces: pieces)
    let aggregate = try #require(read.aggregates.first)
    #expect(read.aggregates.count == 1 && read.unreadable.isEmpty && read.strays == 0)
    let report = aggregate.report
    #expect(report.fault == nil && report.deviations == [] && report.furtherDeviations == 0)
    #expect(report.namespace == "urn:ietf:params:xml:ns:dmarc-2.0" && report.version == "1.0")
    #expect(report.metadata.generator == "Hand 1.0" && report.metadata.begin == 1_700_000_000)
    #expect(report.policyPublished.discoveryMethod == "treewalk" && report.policyPublished.testing == "n")
    #expect(report.policyPublished.np == "reject" && report.policyPublished.sp == nil)
    #expect((report.recordCount, report.messageCount) == (1, 3))
    #expect(aggregate.beginning.metadata == report.metadata && aggregate.beginning.recordCount == 0)
    let record = try #require(aggregate.records.first)
    #expect(record.disposition == "pass" && record.line == 18 && record.passesDMARC)
    #expect(record.reasons == [PolicyOverrideReason(type: "mailing_list", comment: "list.example")])
    #expect(record.envelopeFrom == "" && record.envelopeTo == nil)
    #expect(record.dkimResults.first?.selector == "s1" && record.spfResults.first?.scope == "mfrom")
    #expect(record.spfResults.first?.humanResult == "matched include")
  }

  @Test func readsRFC7489() throws {
    let read = ReadFeedback(try Fixtures.octets("rfc7489.xml"))
    let aggregate = try #require(read.aggregates.first)
    #expect(aggregate.report.fault == nil && aggregate.report.deviations == [])
    #expect(aggregate.report.policyPublished.pct == "100" && aggregate.report.policyPublished.aspf == "s")
    #expect(aggregate.records.first?.sourceIP == "2001:db8::1" && aggregate.records.first?.count == 2)
  }

  /// A report is read up to where it breaks.
  @Test func keepsWhatStandsBeforeAFault() throws {
    let text = try Fixtures.text("rfc7489.xml")
    let record = text.part(from: "<record>", to: "</record>")
    let broken = text.replacing("</feedback>", with: "<record>\(record)</record><record><row></wrong>")
    let read = ReadFeedback(broken)
    let aggregate = try #require(read.aggregates.first)
    #expect(aggregate.records.count == 2 && aggregate.report.messageCount == 4)
    #expect(aggregate.report.metadata.reportID == "r-2")
    guard case .xml? = aggregate.report.fault?.cause else {
      Issue.record("no fault of the XML: \(String(describing: aggregate.report.fault))")
      return
    }
    let end = try #require(broken.firstRange(of: "</wrong>")).lowerBound
    #expect(aggregate.report.fault?.line == broken[..<end].count { $0 == "\n" } + 1)
  }

  /// Records before the metadata wait for it.
  @Test func holdsRecordsUntilTheReportIsKnown() throws {
    let text = try Fixtures.text("rfc7489.xml")
    let start = try #require(text.firstRange(of: "  <record>")).lowerBound
    let end = try #require(text.firstRange(of: "</record>\n")).upperBound
    let record = String(text[start..<end])
    var moved = text
    moved.removeSubrange(start..<end)
    moved = moved.replacing("  <report_metadata>", with: record + "  <report_metadata>")
    let aggregate = try #require(ReadFeedback(moved).aggregates.first)
    #expect(aggregate.beginning.metadata.reportID == "r-2" && aggregate.records.count == 1)
    #expect(aggregate.report.deviations.map(\.kind) == [.order, .order])
  }

  @Test(arguments: [
    ("", "empty"), ("  \n ", "white space"), ("<a/>", "root element is a"), ("<record/>", "root element is record"),
    ("<!DOCTYPE html><html></html>", "HTML"), ("<html><body/></html>", "HTML"), ("hello world", "neither"),
    ("%PDF-1.4 ...", "PDF"), ("{}", "JSON")
  ])
  func saysWhatIsNoReport(text: String, words: String) {
    let read = ReadFeedback(text)
    #expect(read.aggregates.isEmpty && read.unreadable.count == 1)
    #expect(read.unreadable.first?.fault.cause.description.contains(words) == true, "\(read.unreadable)")
  }

  /// One receiver put its report into an element of the schema, and did not close that.
  @Test func readsAReportInsideOfASchema() throws {
    let text = try Fixtures.text("rfc7489.xml").replacing(
      "<feedback>", with: "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><feedback>")
    let report = try #require(ReadFeedback(text).aggregates.first?.report)
    #expect(report.fault == nil && report.recordCount == 1 && report.deviations.map(\.kind) == [.text, .text])
  }

  @Test(
    arguments: [
      ("<feedback><report_metadata></report_metadata></feedback>", "policy_published"),
      ("<feedback></feedback>", "report_metadata and policy_published")
    ])
  func saysWhatIsMissing(text: String, words: String) throws {
    let aggregate = try #require(ReadFeedback(text).aggregates.first)
    #expect(aggregate.report.fault?.cause == .incomplete(words))
  }

  static let bomb = "<!DOCTYPE f [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><feedback>&b;</feedback>"

  @Test(arguments: [
    (bomb, "DOCTYPE"), ("<feedback>" + String(repeating: "<a>", count: 100_000), "deep"),
    ("<feedback>&x;</feedback>", "x"), ("<feedback a='" + String(repeating: "x", count: 100_000) + "'>", "XML")
  ])
  func refusesTricks(text: String, words: String) {
    let read = ReadFeedback(text)
    let faults = read.aggregates.compactMap(\.report.fault) + read.unreadable.map(\.fault)
    #expect(faults.count == 1 && faults[0].cause.description.contains(words), "\(faults)")
  }
}
