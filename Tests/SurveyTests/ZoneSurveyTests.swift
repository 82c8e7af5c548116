import AuditTesting
import DNS
import Testing

@testable import Survey

/// Which zone a domain lies in, as the survey sees it.
@Suite struct ZoneSurveyTests {
  static let zone = """
    $ORIGIN example.org.
    $TTL 3600
    @ SOA ns1 hostmaster 1 7200 900 1209600 300
    @ NS ns1
    @ NS ns2
    ns1 A 192.0.2.53
    ns2 A 198.51.100.53
    ns2 AAAA 2001:db8::53
    a.b TXT x
    alias CNAME www.example.net.
    www.example.net. SOA ns1 hostmaster 1 7200 900 1209600 300
    dead SOA SERVFAIL
    a.dead TXT x

    """

  @Test(arguments: [
    ("example.org", "example.org"), ("a.b.example.org", "example.org"), ("alias.example.org", "example.org"),
    ("example.net", nil), ("a.dead.example.org", nil)
  ])
  func apex(domain: String, expected: String?) async throws {
    let name = try #require(DomainName(domain))
    let survey = await ZoneSurvey.gather(name, options: .init(), using: World(Self.zone))
    if case .known(let apex, _, _) = survey.apex {
      #expect(apex.description == expected)
      #expect(survey.servers.map(\.name) == ["ns1.example.org", "ns2.example.org"])
      #expect(survey.servers.flatMap(\.addresses).count == 3)
    } else {
      #expect(expected == nil)
      #expect(survey.servers.isEmpty)
    }
  }

  @Test func probesNamesThatNobodyPublishes() async {
    var options = SurveyOptions()
    options.probeLabel = "random"
    let survey = await ZoneSurvey.gather("example.org", options: options, using: World(Self.zone))
    #expect(
      survey.probes.map(\.answer.question.name.description) == [
        "random.example.org", "random._dmarc.example.org", "random._domainkey.example.org",
        "random._report._dmarc.example.org"
      ])
    #expect(survey.probes.allSatisfy { $0.answer.outcome == .nameError })
  }

  @Test func overlongNamesAreNotProbed() async throws {
    let long = Array(repeating: String(repeating: "a", count: 60), count: 4).joined(separator: ".")
    let survey = await ZoneSurvey.gather(try #require(DomainName(long)), options: .init(), using: World(Self.zone))
    #expect(survey.probes.isEmpty)
  }
}
