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

  private static let files =
    ["rfc7208-tests", "rfc4408-tests", "pyspf-tests"].map { "spf-openspf/\($0).json" }
    + ["mailzone-tests", "pyspf-2009-tests", "tests"].map { "spf-jspf/\($0).json" }
    + ["a", "all", "basic", "examples", "exists", "exp", "include", "ip", "macro", "mx", "ptr", "redirect"]
    .map { "spf-mail-auth/\($0).json" }

  @Test(ConformanceSuites.available("the SPF suites (their zones)", cases: 741), arguments: files)
  func readsEveryZone(path: String) throws {
    struct Suite: Decodable {
      let scenarios: [Scenario]
      struct Scenario: Decodable { let zone: SuiteZone }
    }
    let scenarios = try ConformanceSuites.decode(Suite.self, from: path).scenarios
    #expect(!scenarios.isEmpty)
    for scenario in scenarios { _ = try scenario.zone.world() }
  }
}
