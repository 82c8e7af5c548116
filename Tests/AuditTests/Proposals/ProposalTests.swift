import AuditModel
import AuditTesting
import DNS
import LDNSKit
import Testing

@testable import Audit

@Suite("Proposals") struct ProposalTests {
  @Test(arguments: ProposalRow.all)
  func isDrawnUpAndTried(row: ProposalRow) async {
    let proposal = await row.proposal()
    #expect(proposal?.changes.flatMap(\.added).map(\.zoneText) == row.added)
    guard let proposal else { return }
    #expect(proposal.isProven == row.isProven, "\(proposal.proof)")
    #expect(proposal.changes.flatMap(\.removed).count == row.removed)
    if case .notProvable(let reason) = proposal.proof { #expect(reason.contains(row.reason), "\(reason)") }
    #expect(proposal.remarks.joined(separator: " ").contains(row.remark) || row.remark.isEmpty)
  }

  /// A line that is copied into a zone file is the record that was tried.
  @Test(arguments: ProposalRow.all.filter(\.isProven))
  func linesAreTheRecordsThatWereTried(row: ProposalRow) async throws {
    let records = await row.proposal()?.changes.flatMap(\.added) ?? []
    for record in records {
      let text = ZoneText.parse(Array((record.zoneLine + "\n").utf8), file: "line", origin: nil)
      #expect(text.faults.isEmpty)
      #expect(text.zone.records.map(ProposedRecord.init) == [record])
    }
  }

  /// Each proposer has a row that is proven. Which hosts `ptr` passes cannot be listed, so that one never is.
  @Test func eachIsShown() {
    let proven = Set(ProposalRow.all.filter { $0.isProven && $0.added != nil }.map(\.check))
    #expect(Proposer.all.map(\.check).filter { !proven.contains($0) } == ["SPF-PTR-USED"])
    #expect(Set(Proposer.all.map(\.check)).count == Proposer.all.count)
  }

  @Test func costsNothingUnlessAsked() async {
    let auditor = DomainAuditor(resolver: World(ProposalRow.prefix + "@ TXT \"v=spf1 a\"\n"), time: 0)
    #expect(await auditor.audit("example.org").proposals.isEmpty)
  }

  /// Every check that something is proposed for is in the catalogue.
  @Test func checksExist() async {
    var auditor = DomainAuditor(resolver: World(ProposalRow.prefix), time: 0)
    auditor.proposes = true
    let known = Set(await auditor.audit("example.org").outcomes.map(\.check))
    #expect(Proposer.all.map(\.check).filter { !known.contains($0) } == [])
  }
}
