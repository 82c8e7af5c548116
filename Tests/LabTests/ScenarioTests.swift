import Audit
import AuditTesting
import LDNSKit
import Testing

/// The domains of the lab without its servers: the zone text answers. Runs everywhere.
@Suite struct ScenarioTests {
  @Test(arguments: Scenarios.all)
  func zoneText(scenario: LabScenario) async {
    let resolver = ZoneResolver([scenario.zone], uncovered: .nameError)
    let auditor = DomainAuditor(resolver: resolver, options: scenario.options, time: 0)
    scenario.expect(of: await auditor.audit(scenario.domain))
  }

  @Test func everyScenarioDemandsAndForbids() {
    #expect(Scenarios.all.count >= 25)
    for scenario in Scenarios.all {
      #expect(!scenario.mandatory.isEmpty && !scenario.forbidden.isEmpty, "\(scenario)")
    }
  }
}
