import DNS
import LDNSKit
import Testing

@testable import CommandLine

/// A zone on a server that nothing is delegated to yet, in the world that it will be published in.
@Suite struct ServedZoneTests {
  private func resolver(_ text: String, _ uncovered: ZoneResolver.Uncovered) -> ZoneResolver {
    ZoneResolver([ZoneText.parse(Array(text.utf8), file: "test").zone], uncovered: uncovered)
  }

  @Test(
    arguments: [
      ("example.org. TXT", #""new""#), ("gone.example.org. TXT", "NXDOMAIN"), ("alias.example.org. TXT", #""world""#),
      ("provider.example. TXT", #""world""#), ("lost.example.org. TXT", "SERVFAIL"),
      ("nowhere.example. TXT", "NXDOMAIN")
    ])
  func answers(question: String, answer: String) async throws {
    let server = resolver(
      """
      $TTL 300
      example.org. SOA ns1.example.org. hostmaster.example.org. 1 7200 3600 1209600 300
      example.org. TXT "new"
      alias.example.org. CNAME provider.example.
      lost.example.org. TXT SERVFAIL

      """, .refused)
    let world = resolver(
      """
      $TTL 300
      example.org. TXT "old"
      gone.example.org. TXT "old"
      lost.example.org. TXT "old"
      provider.example. TXT "world"

      """, .nameError)
    let words = question.split(separator: " ")
    let asked = DNSQuestion(try DomainName(parsing: String(words[0])), .txt)
    let origin = try DomainName(parsing: "example.org.")
    let zone = ServedZone(origin: origin, server: server, beyond: world)
    let other = DNSQuestion(try DomainName(parsing: "provider.example."), .txt)
    let given = await zone.answers(to: [other, asked, other])
    #expect(given.map(\.question) == [other, asked, other])
    switch given[1].outcome {
    case .records(let records): #expect(records.map(\.data.description) == [answer])
    case .nameError: #expect(answer == "NXDOMAIN")
    case .failure(let failure): #expect(failure.description == answer)
    case .noData: Issue.record("no data")
    }
  }
}
