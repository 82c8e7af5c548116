import AuditModel
import Checks
import Testing

@testable import Audit

/// What one check said before a change and behind it, and what follows.
struct OtherCheckRow: Sendable, CustomTestStringConvertible {
  let old: Judgement
  let new: Judgement
  let answer: Answer

  enum Answer: Sendable { case worse, better, next, neither }

  var testDescription: String { "\(old.verdict) → \(new.verdict): \(answer)" }
}

@Suite("Other checks behind a change") struct OtherChecksTests {
  private static let mended: CheckID = "SPF-MULTIPLE"

  /// Both checks are of the same severity.
  @Test(arguments: OtherCheckRow.all)
  func areCompared(row: OtherCheckRow) throws {
    let checks = Catalogue.domainChecks.map(\.description)
    let check = try #require(checks.first { $0.id == Self.mended })
    let other = try #require(checks.first { $0.id == "SPF-SYNTAX" })
    let before = [check.id: CheckOutcome(description: check, judgement: .fail("x"))]
    let after = [check.id: CheckOutcome(description: check, judgement: .pass)]
    let others = OtherChecks(
      besides: check.id,
      before: before.merging([other.id: CheckOutcome(description: other, judgement: row.old)]) { $1 },
      after: after.merging([other.id: CheckOutcome(description: other, judgement: row.new)]) { $1 })
    let trial = others.trial(.passes, spf: nil)
    #expect(others.worse.isEmpty == (row.answer != .worse), "\(others.worse)")
    #expect(trial.better == (row.answer == .better ? [other.id] : []))
    #expect(row.answer == .worse || trial.next == (row.answer == .next ? [other.id] : []))
    #expect(trial.compared == 1)
  }
}

extension OtherCheckRow {
  private static let twoDefects = Judgement.findings([Finding(.fail, "a"), Finding(.fail, "b")])
  private static let remark = Judgement.findings([Finding(.info, "a")])

  static let all: [OtherCheckRow] = [
    OtherCheckRow(old: .pass, new: .pass, answer: .neither),
    OtherCheckRow(old: .pass, new: .warn("a"), answer: .worse),
    OtherCheckRow(old: .pass, new: .fail("a"), answer: .worse),
    OtherCheckRow(old: .pass, new: .unknown("a"), answer: .worse),
    OtherCheckRow(old: .pass, new: remark, answer: .neither),
    OtherCheckRow(old: .pass, new: .notApplicable("a"), answer: .neither),
    OtherCheckRow(old: remark, new: .unknown("a"), answer: .worse),
    OtherCheckRow(old: remark, new: .warn("a"), answer: .worse),
    OtherCheckRow(old: .warn("a"), new: .fail("a"), answer: .worse),
    OtherCheckRow(old: .fail("a"), new: twoDefects, answer: .worse),
    OtherCheckRow(old: .fail("a"), new: .fail("b"), answer: .neither),
    OtherCheckRow(old: .fail("a"), new: .warn("a"), answer: .better),
    OtherCheckRow(old: .fail("a"), new: .pass, answer: .better),
    OtherCheckRow(old: .fail("a"), new: .unknown("a"), answer: .neither),
    OtherCheckRow(old: .unknown("a"), new: .fail("a"), answer: .worse),
    OtherCheckRow(old: .unknown("a"), new: .unknown("a"), answer: .neither),
    OtherCheckRow(old: .notApplicable("a"), new: .unknown("a"), answer: .neither),
    OtherCheckRow(old: .notApplicable("a"), new: .warn("a"), answer: .next),
    OtherCheckRow(old: .notApplicable("a"), new: .fail("a"), answer: .worse)
  ]
}
