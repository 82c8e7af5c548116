import AuditModel
import Testing

@testable import History

@Suite struct RunComparisonTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let before: Judgement?
    let after: Judgement?
    let kinds: [RunComparison.Kind]
  }

  static func record(_ text: String) -> [Evidence] { [Evidence(source: "example.org TXT", excerpt: text)] }

  static let cases = [
    Case(testDescription: "in order both times", before: .pass, after: .pass, kinds: []),
    Case(testDescription: "the same defect", before: .fail("Bad."), after: .fail("Bad."), kinds: []),
    Case(testDescription: "a new defect", before: .pass, after: .fail("Bad."), kinds: [.new]),
    Case(testDescription: "a mended defect", before: .fail("Bad."), after: .pass, kinds: [.gone]),
    Case(testDescription: "no longer of meaning", before: .fail("Bad."), after: .notApplicable("no"), kinds: [.gone]),
    Case(testDescription: "worse", before: .warn("Bad."), after: .fail("Bad."), kinds: [.changed]),
    Case(testDescription: "days pass", before: .warn("20 days left."), after: .warn("9 days left."), kinds: []),
    Case(
      testDescription: "a number in the record", before: .fail("Bad.", evidence: record("1")),
      after: .fail("Bad.", evidence: record("2")), kinds: [.changed]),
    Case(
      testDescription: "another host", before: .fail("Bad.", subject: "a"), after: .fail("Bad.", subject: "b"),
      kinds: [.new, .gone]),
    Case(testDescription: "cannot look now", before: .pass, after: .unknown("No answer."), kinds: [.unseen]),
    Case(testDescription: "a defect out of sight", before: .fail("Bad."), after: .unknown("?"), kinds: [.unseen]),
    Case(
      testDescription: "a defect of another host out of sight", before: .fail("Bad.", subject: "a"),
      after: .unknown("?"), kinds: [.unseen, .unseen]),
    Case(testDescription: "can look again", before: .unknown("No answer."), after: .pass, kinds: []),
    Case(testDescription: "looked again and found", before: .unknown("?"), after: .fail("Bad."), kinds: [.new]),
    Case(testDescription: "a check that is new", before: nil, after: .fail("Bad."), kinds: []),
    Case(testDescription: "a check that was left out", before: .fail("Bad."), after: nil, kinds: [])
  ]

  @Test(arguments: cases) func tells(example: Case) {
    let comparison = Self.compare(
      Self.run(1, example.before.map { ["A": $0] } ?? [:]), Self.run(2, example.after.map { ["A": $0] } ?? [:]))
    #expect(comparison.changes.map(\.kind) == example.kinds)
    #expect(comparison.isDifferent == example.kinds.contains { $0 != .unseen })
    #expect(comparison.uncompared == (example.before == nil || example.after == nil ? ["A"] : []))
  }

  @Test func recordsAreComparedWhereBothCouldLook() {
    let fact = { AuditFact(.records, of: $0, $1) }
    let comparison = Self.compare(
      Self.run(1, [:], [fact("a TXT", "TXT old"), fact("b TXT", "TXT x"), fact("c TXT", ""), fact("d TXT", "same")]),
      Self.run(2, [:], [fact("a TXT", "TXT new"), fact("c TXT", "TXT y"), fact("d TXT", "same"), fact("e TXT", "z")]))
    #expect(comparison.records.map(\.question) == ["a TXT", "c TXT"])
    #expect(comparison.records.map(\.before) == ["TXT old", ""])
    #expect(comparison.records.map(\.after) == ["TXT new", "TXT y"])
  }

  private static func compare(_ before: PastRun, _ after: PastRun) -> RunComparison { RunComparison(before, after) }

  private static func run(_ number: Int, _ judgements: [CheckID: Judgement], _ facts: [AuditFact] = []) -> PastRun {
    let report = Example.report(time: number, judgements, facts: facts)
    let summary = RunSummary(
      number: number, target: report.target, time: number, toolVersion: "", catalogueVersion: "", goal: "send",
      grade: "A", questions: 0, failures: 0, milliseconds: 0)
    return PastRun(summary: summary, outcomes: report.outcomes.map(PastOutcome.init), facts: facts)
  }
}

@Suite struct FindingsTextTests {
  @Test(arguments: [
    "1:", "4:fail", "4:fail\n", "-1:x\n", "99999999:x\n", "x", "4:fail\n0:\n0:\n0:\n9:999999999\n", ":\n"
  ])
  func whatIsNotOursIsRefused(text: String) { #expect(FindingsText.findings(text) == nil) }
}
