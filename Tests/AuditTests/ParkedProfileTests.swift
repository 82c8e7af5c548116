import Audit
import AuditModel
import AuditTesting
import DNS
import Survey
import Testing

/// A parked domain is judged only by what it owes.
@Suite struct ParkedProfileTests {
  static let owed: Set<CheckID> = ["SPF-NONSENDING", "DMARC-PARKED", "MX-NULL-MIXED", "MX-NULL-SENDER"]

  @Test func onlyItsOwnChecksJudge() async {
    let report = await Self.audit("example.org. 3600 MX 0 .\n", isParked: true)
    for outcome in report.outcomes where [.mx, .spf, .dkim, .dmarc].contains(outcome.description.area) {
      guard !Self.owed.contains(outcome.check) else { continue }
      #expect(outcome.verdict == .notApplicable, "\(outcome.check)")
    }
    #expect(report.outcomes.first { $0.check == "MX-NULL-SENDER" }?.verdict == .pass)
  }

  @Test func otherAreasStayJudged() async {
    let report = await Self.audit("example.org. 3600 TXT SERVFAIL\nexample.org. 3600 MX 0 .\n", isParked: true)
    #expect(report.outcomes.first { $0.check == "DNS-RESOLVE-ERROR" }?.verdict == .fail)
  }

  @Test func withoutTheDeclarationAllJudge() async {
    let report = await Self.audit("example.org. 3600 MX 0 .\n", isParked: false)
    #expect(report.outcomes.first { $0.check == "SPF-PRESENT" }?.verdict == .fail)
    #expect(report.outcomes.first { $0.check == "MX-NULL-SENDER" }?.verdict == .fail)
  }

  private static func audit(_ zone: String, isParked: Bool) async -> AuditReport {
    var options = SurveyOptions()
    options.isParked = isParked
    return await DomainAuditor(resolver: World(zone), options: options, time: 0).audit("example.org")
  }
}
