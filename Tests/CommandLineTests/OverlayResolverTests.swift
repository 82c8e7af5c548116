import DNS
import LDNSKit
import Testing

@testable import CommandLine

/// A zone that is not published yet, in the world that it will be published in.
@Suite struct OverlayResolverTests {
  private func resolver(_ text: String, _ uncovered: ZoneResolver.Uncovered) -> ZoneResolver {
    ZoneResolver([ZoneText.parse(Array(text.utf8), file: "test").zone], uncovered: uncovered)
  }

  @Test(
    arguments: [
      ("example.org. TXT", #""new""#), ("www.example.org. A", "192.0.2.1"), ("gone.example.org. A", "NXDOMAIN"),
      ("provider.example. TXT", #""world""#), ("alias.example.org. TXT", #""world""#),
      ("nowhere.example. TXT", "NXDOMAIN"), ("failing.example. TXT", "SERVFAIL"), ("own.example.org. TXT", "SERVFAIL")
    ])
  func answers(question: String, answer: String) async throws {
    let zones = resolver(
      """
      $TTL 300
      example.org. SOA ns1 hostmaster 1 7200 3600 1209600 300
      example.org. TXT "new"
      www.example.org. A 192.0.2.1
      alias.example.org. CNAME provider.example.
      own.example.org. TXT SERVFAIL

      """.replacing("ns1 hostmaster", with: "ns1.example.org. hostmaster.example.org."), .refused)
    let world = resolver(
      """
      $TTL 300
      example.org. TXT "old"
      provider.example. TXT "world"
      failing.example. TXT SERVFAIL

      """, .nameError)
    let words = question.split(separator: " ")
    let name = try DomainName(parsing: String(words[0]))
    let asked = DNSQuestion(name, words[1] == "A" ? .a : .txt)
    let given = try #require(await OverlayResolver(zones: zones, beyond: world).answers(to: [asked]).first)
    #expect(given.question == asked)
    switch given.outcome {
    case .records(let records): #expect(records.map(\.data.description) == [answer])
    case .nameError: #expect(answer == "NXDOMAIN")
    case .failure(let failure): #expect(failure.description == answer)
    case .noData: Issue.record("no data")
    }
    #expect(given.aliases.isEmpty == !question.hasPrefix("alias"))
  }
}
