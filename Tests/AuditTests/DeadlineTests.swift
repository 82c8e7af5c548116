import AuditModel
import AuditTesting
import Checks
import DNS
import LDNSKit
import Survey
import Testing

@testable import Audit

/// The dates that an audit knows of, and what two audits differ in.
@Suite struct DeadlineTests {
  private static func world(_ text: String) -> ZoneResolver {
    let zone = ZoneText.parse(Array(("$TTL 300\n" + text + "\n").utf8), file: "zone", origin: "example.org").zone
    return ZoneResolver([zone], uncovered: .nameError)
  }

  /// 21 November 2026.
  private static let time = 1_795_251_600

  private static func report(_ text: String, _ configure: (inout SurveyOptions) -> Void = { _ in }) async -> AuditReport
  {
    var options = SurveyOptions()
    configure(&options)
    return await DomainAuditor(resolver: world(text), options: options, time: time).audit("example.org")
  }

  @Test func keysAndRegistrationAreInOrder() async {
    let text = #"202411._domainkey TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=""#
    let report = await Self.report(text) {
      $0.selectors = ["202411"]
      $0.expires = CivilDay("2026-11-30")
    }
    #expect(report.deadlines.map(\.kind) == [.registration, .dkimKey])
    #expect(report.deadlines.map { Timestamp.rfc3339($0.time) } == ["2026-11-30T00:00:00Z", "2026-12-01T00:00:00Z"])
  }

  @Test func aRevokedKeyIsNeverDue() async {
    let report = await Self.report(#"202411._domainkey TXT "v=DKIM1; p=""#) { $0.selectors = ["202411"] }
    #expect(report.deadlines.isEmpty)
  }

  @Test func listsAreSortedAndHoldEachDateOnce() {
    let first = Deadline(.certificate, "a.example", at: 5)
    let last = Deadline(.rrsig, "example", at: 9)
    #expect(Deadline.sorted([last, first, first]) == [first, last])
  }

  @Test func aComparisonNamesWhatChanges() async {
    let before = await Self.report(#"@ TXT "v=spf1 ip4:192.0.2.300 -all""#)
    let after = await Self.report(#"@ TXT "v=spf1 ip4:192.0.2.30 -all""#)
    let changes = AuditComparison(before: before, after: after).changes
    let syntax = changes.first { $0.check == "SPF-SYNTAX" }
    #expect(syntax?.before == .fail && syntax?.after == .pass)
    #expect(syntax?.direction == .better)
    #expect(
      AuditComparison(before: after, after: before).changes.first { $0.check == "SPF-SYNTAX" }?.direction == .worse)
    #expect(AuditComparison(before: after, after: after).changes.isEmpty)
  }

  @Test func theListIsPartOfTheAuditWhenAskedFor() async {
    var auditor = DomainAuditor(resolver: Self.world("@ A 192.0.2.1"), time: Self.time)
    auditor.profiles = [.preLaunch]
    auditor.launch = LaunchPapers(answers: LaunchAnswers())
    let report = await auditor.audit("example.org")
    let ids = Catalogue.launchChecks.map(\.description.id)
    #expect(report.outcomes.map(\.check).suffix(ids.count) == ids[...])
    #expect(
      report.outcomes.filter { ids.contains($0.check) }.allSatisfy {
        $0.verdict >= .unknown || $0.verdict == .notApplicable
      })
  }
}
