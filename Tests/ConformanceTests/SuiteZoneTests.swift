import DNS
import Foundation
import Testing

/// The reader of the suites' zones.
@Suite struct SuiteZoneTests {
  @Test(arguments: [
    ("example.com", DNSRecordType.txt, "records"), ("example.com", .mx, "no answer in time"),
    ("b.example.com", .a, "NODATA"), ("c.example.com", .a, "NXDOMAIN"), ("example.com", .spf, "records"),
    ("a.b.example.com", .a, "records")
  ])
  func reads(name: DomainName, type: DNSRecordType, expected: String) async throws {
    let json = """
      {"example.com": [{"type": "TXT", "data": ["v=spf1 \\u0096", "x"]}, {"type": "SPF", "data": ["v=spf1"]},
        {"type": "ANY", "rcode": "TIMEOUT"}],
       "a.b.example.com": [{"type": "A", "data": "192.0.2.1"}, {"type": "MX", "preference": 1, "exchange": ""}]}
      """
    let world = try JSONDecoder().decode(SuiteZone.self, from: Data(json.utf8)).world()
    let answer = await world.answer(to: name, type)
    switch answer.outcome {
    case .records: #expect(expected == "records")
    case .noData: #expect(expected == "NODATA")
    case .nameError: #expect(expected == "NXDOMAIN")
    case .failure(let failure): #expect(expected == failure.description)
    }
    if type == .txt { #expect(answer.texts.first?.joined == Array("v=spf1 ".utf8) + [0x96, UInt8(ascii: "x")]) }
  }

  @Test(
    ConformanceSuites.available("the SPF suites (their zones)", cases: 534),
    arguments: [
      "spf-openspf/rfc7208-tests.json", "spf-openspf/rfc4408-tests.json", "spf-openspf/pyspf-tests.json",
      "spf-jspf/mailzone-tests.json", "spf-jspf/pyspf-2009-tests.json", "spf-jspf/tests.json",
      "spf-mail-auth/basic.json", "spf-mail-auth/examples.json"
    ])
  func readsEveryZone(path: String) throws {
    struct Suite: Decodable {
      let scenarios: [Scenario]
      struct Scenario: Decodable { let zone: SuiteZone }
    }
    for scenario in try ConformanceSuites.decode(Suite.self, from: path).scenarios { _ = try scenario.zone.world() }
  }
}
