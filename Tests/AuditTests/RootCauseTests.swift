import Audit
import AuditModel
import AuditTesting
import DNS
import LDNSKit
import Survey
import Testing

/// What is wrong with the domain as a whole explains what follows from it, and nothing else.
@Suite struct RootCauseTests {
  @Test func aDomainThatDoesNotExistIsTheOneThingToMend() async {
    let report = await Self.audit("example.org. ANY NXDOMAIN\n*.example.org. ANY NXDOMAIN\n")
    let roots = report.outcomes.filter { $0.effectiveLevel != nil && $0.causedBy.isEmpty }
    #expect(roots.map(\.check) == ["DNS-FROM-RESOLVES"])
    #expect(report.outcomes.first { $0.check == "SPF-PRESENT" }?.causedBy == ["DNS-FROM-RESOLVES"])
  }

  @Test func thePolicyOfTheNameAboveIsNoConsequence() async {
    let report = await Self.audit(
      """
      example.org. 3600 MX 10 mail.example.org.
      _dmarc.example.org. 3600 TXT "v=DMARC1; p=none; rua=mailto:d@example.org"
      """, domain: "gone.example.org")
    #expect(report.outcomes.first { $0.check == "DMARC-POLICY-NONE" }?.causedBy == [])
    #expect(report.outcomes.first { $0.check == "SPF-PRESENT" }?.causedBy == ["DNS-FROM-RESOLVES"])
  }

  @Test func aFailedQuestionExplainsWhatRestsOnIt() async {
    let report = await Self.audit(
      """
      example.org. 3600 MX 10 mail.example.org.
      example.org. 3600 TXT "v=spf1 include:bad.example.org -all"
      bad.example.org. TXT SERVFAIL
      mail.example.org. 3600 A 192.0.2.1
      """)
    let causes = { (id: CheckID) in report.outcomes.first { $0.check == id }?.causedBy }
    #expect(causes("SPF-TEMPERROR") == ["DNS-RESOLVE-ERROR"])
    #expect(causes("SPF-LOOKUP-LIMIT")?.first == "DNS-RESOLVE-ERROR")
    #expect(causes("DMARC-PRESENT") == [])
  }

  @Test func namesOutsideTheZoneTextAreNoFailures() async {
    let text = """
      $ORIGIN example.org.
      @ 3600 MX 10 mx.example.net.
      @ 3600 TXT "v=spf1 include:example.net -all"
      """
    let zone = ZoneText.parse(Array(text.utf8)).zone
    let auditor = DomainAuditor(resolver: ZoneResolver([zone], uncovered: .unknown), time: 0)
    let inside = await auditor.audit("example.org")
    #expect(inside.outcomes.first { $0.check == "DNS-RESOLVE-ERROR" }?.verdict == .pass)
    #expect(inside.outcomes.first { $0.check == "SPF-INCLUDE-TARGET" }?.verdict == .unknown)
    let outside = await auditor.audit("example.net")
    #expect(outside.overallGrade.description == "?")
    let open = outside.outcomes.filter { $0.verdict == .unknown && $0.causedBy.isEmpty }
    #expect(open.map(\.check) == ["DNS-RESOLVE-ERROR"])
  }

  private static func audit(_ zone: String, domain: DomainName = "example.org") async -> AuditReport {
    await DomainAuditor(resolver: World(zone), time: 0).audit(domain)
  }
}
