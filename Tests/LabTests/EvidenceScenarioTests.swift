import AuditTesting
import DNS
import DNSTransport
import Foundation
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

/// The command with chains of signatures: what it validated is in the evidence.
@Suite(DNSSECLab.isRunning, .takesTurns) struct EvidenceChainTests {
  @Test(
    arguments: DNSSECLabRow.all.map(\.question.name).reduce(into: [DomainName]()) { names, name in
      if !names.contains(name), names.count < 8 { names.append(name) }
    })
  func chainsAreKept(domain: DomainName) async throws {
    let environment = ProcessInfo.processInfo.environment
    let (resolver, anchor) = (environment["MAILAUDIT_LAB_DNSSEC"] ?? "", environment["MAILAUDIT_LAB_ANCHOR"] ?? "")
    let file = URL.temporaryDirectory.appending(path: "mailaudit-\(UUID().uuidString).evidence").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    let live = try await Program(
      MailauditProgram.path,
      [
        "audit", "\(domain)", "--resolver", resolver, "--trust-anchor", anchor, "--no-https", "--verbose",
        "--save-evidence", file
      ]
    ).end()
    #expect(live.status < 3, "\(live.errors)")
    let kept = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    #expect(kept.contains("{\"validator\":{}}") && kept.contains("{\"dnssec\":"))
    let replay = try await Program(MailauditProgram.path, ["replay", file]).end()
    #expect(replay.output == live.output && replay.status == live.status, "\(replay.errors)")
  }
}
