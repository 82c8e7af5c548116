import Audit
import AuditTesting
import DNS
import DNSTransport
import Foundation
import SMTPSubmission
import Survey
import Testing

/// The servers that `script/lab` started.
enum Lab {
  /// unbound, through which every scenario is seen.
  static let resolver = resolver(at: "MAILAUDIT_LAB", timeout: .seconds(30))
  /// The same, for what has servers that keep silent.
  static let impatient = resolver(at: "MAILAUDIT_LAB", timeout: .seconds(3))
  /// The scripted server itself.
  static let scripted = resolver(at: "MAILAUDIT_LAB_SCRIPTED", timeout: .seconds(3))

  /// Skips a test where the servers do not run.
  static let isRunning = ConditionTrait.enabled(
    if: resolver != nil,
    "\(Scenarios.all.count) scenarios are not audited over the network: use script/lab run swift test --filter LabTests"
  )

  /// A resolver with a cache of its own.
  static func resolver(at variable: String, timeout: Duration) -> LiveResolver? {
    guard let text = ProcessInfo.processInfo.environment[variable] else { return nil }
    do {
      var configuration = ResolverConfiguration(servers: [try ServerAddress(parsing: text)])
      configuration.timeout = timeout
      configuration.rounds = 1
      return try LiveResolver(configuration)
    } catch {
      Issue.record("\(variable): \(error)")
      return nil
    }
  }
}

/// The domains of the lab, audited over the network.
@Suite(Lab.isRunning, .takesTurns) struct LiveScenarioTests {
  @Test(arguments: Scenarios.all)
  func servers(scenario: LabScenario) async throws {
    var instruments = scenario.instruments(try #require(scenario.keepsSilent ? Lab.impatient : Lab.resolver))
    if !scenario.webServers.isEmpty {
      // Web servers need port 443, which only a network namespace gives away.
      guard LabWeb.isServed else { return }
      instruments.https = try LabWeb.fetcher(scenario.webServers)
      instruments.reportCollectors = instruments.https
    }
    if !scenario.mailServers.isEmpty {
      // Mail servers need port 25, which only a network namespace gives away.
      guard LabMail.plays(scenario) else { return }
      instruments.mailServers = MailServerNetwork(trustStore: LabMail.trustStore)
    }
    let auditor = DomainAuditor(instruments: instruments, options: scenario.options, time: scenario.time)
    scenario.expect(of: await auditor.audit(scenario.domain))
  }

  @Test(arguments: [
    ("good.example", DNSRecordType.mx, "2 records, udp"), ("good.example", .caa, "NODATA, udp"),
    ("absent.good.example", .a, "NXDOMAIN, udp"), ("dns-truncated.example", .txt, "16 records, tcp"),
    ("_dmarc.dmarc-servfail.example", .txt, "SERVFAIL, udp"),
    ("s1._domainkey.dkim-alias.example", .txt, "1 records, udp")
  ])
  func throughUnbound(name: DomainName, type: DNSRecordType, expected: String) async throws {
    // One of its own: the cache of the other knows the names from the audits.
    let resolver = try #require(Lab.resolver(at: "MAILAUDIT_LAB", timeout: .seconds(30)))
    let said = summary(await resolver.answer(to: name, type))
    #expect(said == expected)
  }

  @Test(arguments: [
    ("_dmarc.dmarc-timeout.example", DNSRecordType.txt, "no answer in time"),
    ("dns-refused.example", .mx, "REFUSED, udp"), ("mail.mx-alias-loop.example", .a, "in a circle"),
    ("_dmarc.dmarc-servfail.example", .txt, "SERVFAIL, udp"), ("_dmarc.dmarc-truncated.example", .txt, "")
  ])
  func failuresOfServersStayApart(name: DomainName, type: DNSRecordType, expected: String) async throws {
    let answer = try await #require(Lab.scripted).answer(to: name, type)
    #expect(answer.failure != nil)
    #expect(expected.isEmpty || summary(answer).contains(expected), "\(summary(answer))")
  }

  private func summary(_ answer: DNSAnswer) -> String {
    let transport = answer.provenance.transport.rawValue
    switch answer.outcome {
    case .records(let records): return "\(records.count) records, \(transport)"
    case .noData: return "NODATA, \(transport)"
    case .nameError: return "NXDOMAIN, \(transport)"
    case .failure(let failure): return "\(failure), \(transport)"
    }
  }
}
