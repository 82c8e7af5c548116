import Audit
import AuditModel
import AuditTesting
import Checks
import LDNSKit
import Survey
import Testing

/// The domains of the lab without its servers: the zone text answers. Runs everywhere.
@Suite(.takesTurns) struct ScenarioTests {
  @Test(arguments: Scenarios.all)
  func zoneText(scenario: LabScenario) async {
    let resolver = ZoneResolver([scenario.zone], uncovered: .nameError)
    var instruments = scenario.instruments(resolver)
    instruments.https = LabWebFetcher(scenario.webServers)
    instruments.reportCollectors = instruments.https
    let auditor = DomainAuditor(instruments: instruments, options: scenario.options, time: scenario.time)
    scenario.expect(of: await auditor.audit(scenario.domain))
  }

  @Test func demandsNameChecks() {
    let known = Set(Catalogue.descriptions.map(\.id.rawValue))
    for scenario in Scenarios.all {
      #expect(!scenario.mandatory.isEmpty && !scenario.forbidden.isEmpty, "\(scenario)")
      for demand in scenario.mandatory + scenario.forbidden where !demand.pattern.hasSuffix("*") {
        #expect(known.contains(demand.pattern), "\(scenario.name): there is no check \(demand.pattern)")
      }
    }
    #expect(Scenarios.all.count >= 25)
  }
}
