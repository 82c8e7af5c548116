import AuditModel
import Checks
import Requirements
import Testing

@testable import CommandLine

/// The answer of the list: never "ready" for what nobody saw.
@Suite struct LaunchAnswerTests {
  private static func answer(_ judgement: (CheckID) -> Judgement) -> LaunchAnswer {
    let rules = ProfileRules.preLaunch
    let wanted = Set(rules.required + rules.advised)
    let outcomes = Catalogue.descriptions.filter { wanted.contains($0.id) }.map {
      CheckOutcome(description: $0, judgement: judgement($0.id))
    }
    return LaunchAnswer(
      AuditReport(
        target: "example.org", time: 0, toolVersion: "", catalogueVersion: "", goal: .send, outcomes: outcomes,
        profiles: [rules.result(of: outcomes)],
        statistics: AuditStatistics(questions: 0, failures: 0, duration: .zero)))
  }

  @Test func allThatIsRequiredHolds() {
    let answer = Self.answer { _ in .pass }
    #expect(answer.status == .clean)
    #expect(answer.words == "ready.")
  }

  @Test func oneThatFailsIsEnough() {
    let answer = Self.answer { $0 == "SPF-MULTIPLE" ? .fail("Two.") : $0 == "MX-PRESENT" ? .unknown("Open.") : .pass }
    #expect(answer.status == .found)
    #expect(answer.words == "not ready: 1 check that is required fails, and 1 could not be seen.")
  }

  @Test func whatNobodySawIsNoYes() {
    let answer = Self.answer { $0 == "PRE-CONSENT" ? .unknown("Nobody told.") : .pass }
    #expect(answer.status == .undecided)
    #expect(answer.words == "undecided: nothing required fails, and 1 check could not be seen.")
  }

  @Test func everyRequiredCheckExists() {
    let known = Set(Catalogue.descriptions.map(\.id))
    #expect(ProfileRules.preLaunch.required.filter { !known.contains($0) } == [])
  }
}
