import AuditModel
import Testing

@testable import Reporting

/// Which thing to fix comes first, and what it explains.
@Suite struct RootCauseTests {
  private func fail(_ id: String, _ severity: Severity, _ area: Area = .spf, by: CheckID...) -> CheckOutcome {
    Sample.check(id, area, severity, .fail("\(id) fails."), causedBy: by)
  }

  private func order(_ outcomes: [CheckOutcome]) -> [String] {
    RootCause.all(of: Sample.report(outcomes)).map { cause in
      ([cause.outcome] + cause.consequences).map(\.check.rawValue).joined(separator: " > ")
    }
  }

  @Test func worstFirstThenInTheOrderOfTheCatalogue() {
    #expect(
      order([fail("A", .low), fail("B", .critical), fail("C", .high), fail("D", .critical)]) == ["B", "D", "C", "A"])
  }

  @Test func aCauseIsAsBadAsWhatItExplains() {
    #expect(
      order([fail("A", .high), fail("B", .low), fail("C", .critical, by: "B"), fail("D", .medium, by: "C")])
        == ["B > C > D", "A"])
  }

  @Test func whatDoesNotCountForTheGoalComesLast() {
    #expect(order([fail("M", .critical, .mx), fail("A", .low)]) == ["A", "M"])
  }

  @Test func aCauseThatDoesNotFailExplainsNothing() {
    let idle = Sample.check("B", .spf, .high, .pass)
    #expect(order([fail("A", .high, by: "B"), idle, fail("C", .low, by: "MISSING")]) == ["A", "C"])
  }

  @Test func undecidedChecksFoldBelowTheirCause() {
    let open = Sample.check("U", .spf, .critical, .unknown("Not seen."), causedBy: ["A"])
    #expect(order([fail("A", .low), open]) == ["A > U"])
    #expect(ReportSummary(Sample.report([fail("A", .low), open])).undecided.isEmpty)
  }

  @Test func circlesOfCausesEnd() {
    #expect(
      order([fail("A", .low, by: "B"), fail("B", .high, by: "C"), fail("C", .low, by: "A"), fail("D", .low, by: "C")])
        == ["A > B > C > D"])
    #expect(order([fail("A", .low, by: "A")]) == ["A"])
  }
}
