import Audit
import AuditModel
import AuditTesting
import DNS
import DNSTransport
import Foundation
import Survey
import Testing

/// The servers of a zone asked one by one: nsd, and the scripted server, each at the address of a name server.
@Suite(Lab.isRunning, .takesTurns) struct LiveAuthorityTests {
  /// How two servers can stand to each other, by the addresses that `authority.inc` gives them.
  enum Pair: String, CaseIterable {
    /// Both are nsd.
    case agree
    /// The second has an old copy of the zone.
    case disagree
    /// The second says with authority that the zone does not exist.
    case ignorant
    /// The first is nsd, which refuses zones of the scripted server.
    case lame
    /// Nothing listens at the second.
    case silent
  }

  @Test(arguments: [
    (Pair.agree, "good-includes.example", "DNS-NS-CONSISTENT pass, DNS-RESOLVE-ERROR pass"),
    (.disagree, "good-includes.example", "DNS-NS-CONSISTENT fail, DNS-RESOLVE-ERROR pass"),
    (.ignorant, "good-includes.example", "DNS-NS-CONSISTENT not_applicable, DNS-RESOLVE-ERROR warn"),
    (.lame, "dnsbl-listed.example", "DNS-NS-CONSISTENT not_applicable, DNS-RESOLVE-ERROR warn"),
    (.silent, "good-includes.example", "DNS-NS-CONSISTENT not_applicable, DNS-RESOLVE-ERROR warn")
  ])
  func servers(pair: Pair, domain: DomainName, expected: String) async throws {
    var instruments = Instruments(resolver: try #require(Lab.resolver))
    let places = try Self.places(pair)
    instruments.authorities = DirectClient { places[$0] ?? Self.nobody }
    var options = SurveyOptions()
    options.selectors = ["s1"]
    let report = await DomainAuditor(instruments: instruments, options: options, time: 0).audit(domain)
    let said = ["DNS-NS-CONSISTENT", "DNS-RESOLVE-ERROR"].compactMap { id in
      report.outcomes.first { $0.check.rawValue == id }.map { "\(id) \($0.verdict.rawValue)" }
    }
    let findings = report.outcomes.filter { $0.check.rawValue.hasPrefix("DNS-") }.flatMap(\.findings).map(\.statement)
    #expect(said.joined(separator: ", ") == expected, "\(findings)")
  }

  private static let nobody = ServerAddress(.v4(0x7F4D_0009), port: 5399)

  /// ns1 and ns2 of `authority.inc`.
  private static func places(_ pair: Pair) throws -> [IPAddress: ServerAddress] {
    let environment = ProcessInfo.processInfo.environment
    let nsd = try ServerAddress(parsing: environment["MAILAUDIT_LAB_AUTHORITY"] ?? "")
    let scripted = try ServerAddress(parsing: environment["MAILAUDIT_LAB_SCRIPTED"] ?? "")
    let second =
      switch pair {
      case .agree: nsd
      case .disagree: try ServerAddress(parsing: environment["MAILAUDIT_LAB_LAGGING"] ?? "")
      case .ignorant, .lame: scripted
      case .silent: nobody
      }
    let names = try (#require(IPAddress("93.184.215.53")), #require(IPAddress("151.101.1.53")))
    return [names.0: nsd, names.1: second]
  }
}
