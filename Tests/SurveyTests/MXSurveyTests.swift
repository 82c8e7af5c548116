import AuditTesting
import DNS
import Testing

@testable import Survey

/// Where mail for a domain goes, as the survey sees it.
@Suite struct MXSurveyTests {
  static let prefix = "$ORIGIN example.org.\n$TTL 3600\n"

  @Test(
    arguments: [
      ("@ MX 20 b\n@ MX 10 a\na A 192.0.2.1", .exchanges, ["10 a.example.org", "20 b.example.org"]),
      ("@ MX 20 b\n@ MX 10 b", .exchanges, ["10,20 b.example.org"]),
      ("@ MX 10 b\n@ MX 10 a", .exchanges, ["10 a.example.org", "10 b.example.org"]),
      ("@ MX 0 .", .null, []),
      ("@ MX 0 .\n@ MX 10 a", .exchanges, ["10 a.example.org"]),
      ("@ A 192.0.2.1", .implicit, ["0 example.org"]),
      ("@ AAAA 2001:db8::1\n@ A TIMEOUT", .implicit, ["0 example.org"]),
      ("@ TXT x", .none, []),
      ("@ A TIMEOUT", .unknown(.timeout), []),
      ("@ MX REFUSED\n@ A 192.0.2.1", .unknown(.refused), []),
      ("@ CNAME www\nwww MX 10 a", .exchanges, ["10 a.example.org"])
    ] as [(String, MXSurvey.Delivery, [String])])
  func delivery(zone: String, expected: MXSurvey.Delivery, hosts: [String]) async {
    let survey = await MXSurvey.gather("example.org", using: World(Self.prefix + zone + "\n"))
    #expect(survey.delivery == expected)
    #expect(survey.hosts.map { "\($0.preferences.map(String.init).joined(separator: ",")) \($0.name)" } == hosts)
  }

  @Test(arguments: [
    ("192.0.2.25.", true, true), ("2001:db8::25.", true, false), ("[192.0.2.25].", true, false),
    ("mail.123.", false, true), ("mail.example.org.", false, false), ("192.0.2.25.example.org.", false, false)
  ])
  func addressesInPlaceOfNames(exchange: String, isLiteral: Bool, endsInNumber: Bool) async throws {
    let survey = await MXSurvey.gather("example.org", using: World(Self.prefix + "@ MX 10 \(exchange)\n"))
    let host = try #require(survey.hosts.first)
    #expect((host.literalAddress != nil) == isLiteral)
    #expect(host.endsInNumber == endsInNumber)
  }

  @Test func asksForSoManyExchangesOnly() async {
    let zone = (1...300).map { "@ MX \($0) mx\($0)\nmx\($0) A 192.0.2.1" }.joined(separator: "\n")
    let survey = await MXSurvey.gather("example.org", using: World(Self.prefix + zone + "\n"))
    #expect(survey.hosts.count == 300)
    #expect(survey.hosts.filter { $0.ipv4.failure == .notAsked }.count == 300 - MXLimits.exchanges)
    #expect(survey.hosts.first?.resolution == .addresses)
    #expect(survey.hosts.last?.resolution == .unknown(.notAsked))
  }
}
