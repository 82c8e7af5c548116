import AuditModel
import Foundation
import Testing

@testable import Reporting

/// The records that mend something, in the forms of a report.
@Suite("Proposals in reports") struct ProposalReportTests {
  private static let old = ProposedRecord(
    name: "example.org", ttl: 300,
    data: .text(Array("v=spf1 ip4:1.2.3 -all".utf8), zoneText: "\"v=spf1 ip4:1.2.3 -all\""))
  private static let new = ProposedRecord(
    name: "example.org", ttl: 300,
    data: .text(Array("v=spf1 ip4:192.0.2.3 -all".utf8), zoneText: "\"v=spf1 ip4:192.0.2.3 -all\""))
  private static let change = RecordChange(
    name: "example.org", type: "TXT", owner: nil, removed: [old], added: [new], kept: [])

  private static let proofs: [(proof: Proposal.Proof, words: String)] = [
    (
      .proven(.init(mending: .passes, compared: 40, better: ["SPF-IP-AUTHORISED"], next: ["SPF-WIDE-RANGE"], spf: nil)),
      "proven: SPF-SYNTAX passes then, and none of 40 other checks gets worse. Better too: SPF-IP-AUTHORISED."
        + " Then to be seen to: SPF-WIDE-RANGE."
    ),
    (
      .proven(.init(mending: .gone, compared: 1, better: [], next: [], spf: .init(same: 12, errors: 3))),
      "proven: what SPF-SYNTAX judges is gone then, and none of 1 other checks gets worse. SPF says the same as now at"
        + " all 12 addresses where a block begins or ends; at 3 more it gives an error now."
    ),
    (
      .proven(.init(mending: .remark, compared: 2, better: [], next: [], spf: .init(same: 7, errors: 0))),
      "proven: SPF-SYNTAX has only a remark then, and none of 2 other checks gets worse. SPF says the same as now at all"
        + " 7 addresses where a block begins or ends."
    ),
    (.notProvable("SPF-VOID-LIMIT gets worse: so."), "not proven: SPF-VOID-LIMIT gets worse: so.")
  ]

  private static func report(_ proof: Proposal.Proof) -> AuditReport {
    var report = Sample.everything
    report.proposals = [Proposal(check: "SPF-SYNTAX", changes: [change], remarks: ["Look twice."], proof: proof)]
    return report
  }

  @Test(arguments: proofs.indices)
  func standWithTheRemedy(index: Int) throws {
    let (proof, words) = Self.proofs[index]
    let report = Self.report(proof)
    #expect(report.proposals[0].proofSentence == words)
    let text = String(decoding: TextRenderer(page: TextPage()).octets(of: report), as: UTF8.self)
    let remedy = try #require(text.range(of: "Write \"v=spf1 ip4:192.0.2.3 -all\"."))
    let record = try #require(text.range(of: "example.org. 300 IN TXT \"v=spf1 ip4:192.0.2.3 -all\""))
    let next = try #require(text.range(of: "MX-RESOLVES", range: record.upperBound..<text.endIndex))
    #expect(remedy.upperBound < record.lowerBound && record.upperBound < next.lowerBound)
    let prose = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(prose.contains(words) && prose.contains("Look twice."))
  }

  @Test(arguments: proofs.indices)
  func standOnThePageWithTheirAction(index: Int) throws {
    let (proof, words) = Self.proofs[index]
    let page = FormTests.text(HTMLSheet(showsDuration: false), [Self.report(proof)])
    let actions = try #require(page.range(of: "Do this next"))
    let record = try #require(page.range(of: "192.0.2.3 -all&quot;</code>", range: actions.upperBound..<page.endIndex))
    let grades = try #require(page.range(of: ">Grades"))
    #expect(record.upperBound < grades.lowerBound)
    #expect(page.contains("Publish") && page.contains("Remove") && page.contains(words))
  }

  @Test(arguments: proofs.indices)
  func keepToTheSchema(index: Int) throws {
    let schema = try SchemaValidator(contentsOf: SchemaValidator.reports.appending(path: "schema/report-1.json"))
    let octets = JSONRenderer().octets(of: Self.report(Self.proofs[index].proof))
    #expect(try schema.faults(in: Data(octets)) == [])
    #expect(String(decoding: octets, as: UTF8.self).contains("\"proposals\""))
  }
}
