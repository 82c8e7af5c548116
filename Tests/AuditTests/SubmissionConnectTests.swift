import AuditModel
import AuditTesting
import Checks
import DNS
import LDNSKit
import SMTPSubmission
import Survey
import TLSTransport
import Testing

@testable import Audit

/// What a probe says of connections that do not come about.
@Suite struct SubmissionConnectTests {
  private static let address = IPAddress.v4(0xC000_0219)
  private static let beyond = IPAddress("2001:db8::25") ?? address

  /// The finding about the connection; `ports` are those at both addresses of the host.
  private func finding(
    _ servers: [IPAddress: [UInt16: StagedMailServer]], host: DomainName = "mail.example.org", port: UInt16 = 587
  ) async throws -> Finding {
    let text = """
      $ORIGIN .
      $TTL 300
      . SOA ns h 1 1 1 1 1
      \(host) A 192.0.2.25
      \(servers[Self.beyond] == nil ? "" : "\(host) AAAA 2001:db8::25")

      """
    let zone = ZoneText.parse(Array(text.utf8), file: "world", origin: nil)
    try #require(zone.faults.isEmpty)
    var options = SubmissionOptions(
      SubmissionTarget(.name(host), port: port, security: .offered), clientName: "app.example.org")
    options.time = ExampleCertificates.time
    let report = await SubmissionAuditor(
      instruments: Instruments(resolver: ZoneResolver([zone.zone], uncovered: .nameError)),
      access: StagedMailAccess(ports: servers), options: options
    ).audit()
    return try #require(report.outcomes.first { $0.check == "SUBMIT-CONNECT" }?.findings.first)
  }

  private static func refusing(_ failure: ConnectionFailure) -> StagedMailServer {
    .submission { $0.refusal = failure }
  }

  @Test(arguments: ["Network is unreachable", "Cannot assign requested address"])
  func aMachineWithoutIPv6IsNoFault(words: String) async throws {
    let finding = try await finding([
      Self.address: [587: .submission()], Self.beyond: [587: Self.refusing(.unreachable(words))]
    ])
    #expect(finding.verdict == .info)
    #expect(finding.statement.contains("This machine has no way to IPv6; IPv4 works."))
  }

  @Test(arguments: [ConnectionFailure.unreachable("No route to host"), .refused, .timedOut])
  func aDeadIPv6AddressIsOne(failure: ConnectionFailure) async throws {
    let finding = try await finding([Self.address: [587: .submission()], Self.beyond: [587: Self.refusing(failure)]])
    #expect(finding.verdict == .warn)
  }

  @Test func withoutIPv4NothingWorks() async throws {
    let finding = try await finding([
      Self.address: [587: Self.refusing(.refused)],
      Self.beyond: [587: Self.refusing(.unreachable("Network is unreachable"))]
    ])
    #expect(finding.verdict == .fail)
  }

  @Test func silenceOfPort25IsThatOfTheCloud() async throws {
    let finding = try await finding([Self.address: [25: Self.refusing(.timedOut)]], port: 25)
    #expect(finding.verdict == .unknown)
    let remedy = try #require(finding.remedy)
    #expect(remedy.contains("Most clouds block outgoing port 25: use 587 or 465. AWS lifts the block on request"))
  }

  @Test func silenceOfAnotherPortIsThatOfAFirewall() async throws {
    let finding = try await finding([Self.address: [587: Self.refusing(.timedOut)]])
    let remedy = try #require(finding.remedy)
    #expect(remedy.contains("A firewall may drop connections to port 587"))
    #expect(!remedy.contains("AWS"))
  }

  @Test func aKnownProviderHasOtherPorts() async throws {
    let finding = try await finding(
      [Self.address: [25: Self.refusing(.timedOut)]], host: "send.smtp.com", port: 25)
    let remedy = try #require(finding.remedy)
    #expect(remedy.contains("SMTP.com serves too: port 2525 with STARTTLS; port 2082 with STARTTLS"))
  }
}
