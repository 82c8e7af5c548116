import AuditTesting
import DNS
import LDNSKit
import Testing

@testable import CommandLine

/// Proposed records over those that are there, set by set.
@Suite struct ProposedRecordsTests {
  private static func zone(_ text: String) -> Zone {
    ZoneText.parse(Array(text.utf8), file: "zone", origin: "example.org").zone
  }

  private static let live = ZoneResolver(
    [
      zone(
        """
        $TTL 300
        @ SOA ns hostmaster 1 7200 3600 1209600 300
        @ MX 10 mail
        @ TXT "old"
        mail A 192.0.2.1
        www CNAME proposed
        """)
    ], uncovered: .nameError)

  private static let proposed = ProposedRecords([
    zone(
      """
      $TTL 300
      @ TXT "new"
      s1._domainkey TXT "key"
      proposed A 192.0.2.9
      out CNAME mail
      """)
  ])

  private func answer(_ name: DomainName, _ type: DNSRecordType) async throws -> DNSAnswer {
    try #require(await Self.proposed.resolver(over: Self.live).answers(to: [DNSQuestion(name, type)]).first)
  }

  @Test func aSetTakesThePlaceOfTheOther() async throws {
    #expect(try await answer("example.org", .txt).texts.map(\.joined) == [Array("new".utf8)])
    #expect(try await answer("example.org", .mx).records.count == 1)
  }

  @Test func namesAboveAProposedOneExist() async throws {
    #expect(try await answer("_domainkey.example.org", .txt).outcome == .noData)
    #expect(try await answer("s1._domainkey.example.org", .mx).outcome == .noData)
    #expect(try await answer("s2._domainkey.example.org", .txt).outcome == .nameError)
  }

  @Test func aliasesLeadFromOneWorldToTheOther() async throws {
    let out = try await answer("out.example.org", .a)
    #expect(out.addresses == [IPAddress("192.0.2.1")])
    #expect(out.aliases.count == 1)
    let into = try await answer("www.example.org", .a)
    #expect(into.addresses == [IPAddress("192.0.2.9")])
    #expect(into.question.name == "www.example.org")
  }
}
