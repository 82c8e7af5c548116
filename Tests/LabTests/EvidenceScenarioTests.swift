import AuditTesting
import DNSTransport
import LDNSKit
import SMTPSubmission
import Survey
import Testing

/// What is kept of an audit gives the same report again: for every domain of the lab, without its servers.
@Suite(.takesTurns) struct EvidenceScenarioTests {
  @Test(arguments: Scenarios.all)
  func aReplayIsTheReportOfThen(scenario: LabScenario) async throws {
    var instruments = scenario.instruments(ZoneResolver([scenario.zone], uncovered: .nameError))
    instruments.https = LabWebFetcher(scenario.webServers)
    instruments.reportCollectors = instruments.https
    instruments.hostSites = instruments.https
    try await EvidenceRun(scenario: scenario).expectTheSame(instruments)
  }
}

/// The same over the network, where nothing comes twice in the same time.
@Suite(Lab.isRunning, .takesTurns) struct EvidenceLabTests {
  @Test(arguments: Scenarios.all)
  func aReplayIsTheReportOfThen(scenario: LabScenario) async throws {
    let live = try #require(scenario.keepsSilent ? Lab.impatient : Lab.resolver)
    var instruments = scenario.instruments(live)
    instruments.authorities = DirectClient()
    instruments.https = LabWeb.isServed ? try LabWeb.fetcher(scenario.webServers) : LabWebFetcher(scenario.webServers)
    instruments.reportCollectors = instruments.https
    if LabMail.plays(scenario) { instruments.mailServers = MailServerNetwork(trustStore: LabMail.trustStore) }
    try await EvidenceRun(scenario: scenario).expectTheSame(instruments)
  }
}
