import AuditModel
import Checks
import Testing

@testable import CommandLine

/// The names of areas on the command line.
@Suite struct AreaListTests {
  @Test func knowsTheAreasOfTheCatalogue() {
    #expect(AreaList.known == Set(Catalogue.domainChecks.map(\.description.area)).sorted())
  }

  @Test(
    arguments: [
      ("spf", [.spf]), ("SPF,reverse-dns/helo", [.spf, .reverseDNS]), ("spf,nonsense", nil), ("", nil), (",", nil)
    ] as [(String, Set<Area>?)])
  func reads(text: String, areas: Set<Area>?) {
    #expect(AreaList(argument: text)?.areas == areas)
  }
}
