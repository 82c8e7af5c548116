import AuditModel
import Checks
import DNS
import LDNSKit
import Survey
import Testing

@testable import Audit

/// What an owner decides about findings.
@Suite struct HouseRulesTests {
  /// 21 November 2026, 9:00.
  private static let time = 1_795_251_600

  private static func report(_ text: String) async -> AuditReport {
    let zone = ZoneText.parse(Array(("$TTL 300\n" + text + "\n").utf8), file: "zone", origin: "example.org").zone
    let resolver = ZoneResolver([zone], uncovered: .nameError)
    var auditor = DomainAuditor(resolver: resolver, time: time)
    auditor.areas = [.spf]
    auditor.profiles = [.bod1801]
    return await auditor.audit("example.org")
  }

  private static func acceptance(_ configure: (inout Acceptance) -> Void = { _ in }, end: Int = time + 1) -> Acceptance
  {
    var acceptance = Acceptance("SPF-ALL-PASS", owner: "Ann", reason: "a test", lastDay: "2026-11-21", end: end)
    configure(&acceptance)
    return acceptance
  }

  private static func rules(_ acceptances: Acceptance...) -> HouseRules {
    var rules = HouseRules()
    rules.acceptances = acceptances
    return rules
  }

  @Test func whatIsAcceptedStandsApartAndDoesNotCount() async {
    let report = await Self.report(#"@ TXT "v=spf1 +all""#)
    #expect(report.exitStatus(failOn: .critical) == .found)
    let settled = report.under(Self.rules(Self.acceptance()))
    #expect(!settled.outcomes.contains { ($0.effectiveLevel ?? .info) > .medium })
    #expect(settled.acceptances.map(\.state) == [.accepted])
    #expect(settled.acceptances.first?.findings.isEmpty == false)
    let outcome = settled.outcomes.first { $0.check == "SPF-ALL-PASS" }
    #expect(outcome?.judgement == .notApplicable("Ann accepts what it finds until 2026-11-21: a test"))
    #expect(settled.deadlines.last == Deadline(.acceptance, "SPF-ALL-PASS (Ann)", at: Self.time + 1))
  }

  @Test func anAcceptanceIsNarrowedDown() async {
    let report = await Self.report(#"@ TXT "v=spf1 +all""#)
    let cases: [(Acceptance, Bool)] = [
      (Self.acceptance { $0.domain = "example.net" }, false), (Self.acceptance { $0.domain = "example.org" }, true),
      (Self.acceptance { $0.subject = "?all" }, false), (Self.acceptance { $0.subject = "+ALL" }, true),
      (Self.acceptance { $0.text = "~all" }, false), (Self.acceptance { $0.text = "+all" }, true)
    ]
    for (acceptance, isCovered) in cases {
      let outcomes = report.under(Self.rules(acceptance)).outcomes
      #expect(
        outcomes.contains { $0.check == "SPF-ALL-PASS" && $0.verdict == .fail } != isCovered, "\(acceptance.title)")
    }
  }

  @Test func anAcceptanceEnds() async {
    let settled = await Self.report(#"@ TXT "v=spf1 +all""#).under(Self.rules(Self.acceptance(end: Self.time)))
    #expect(settled.acceptances.map(\.state) == [.ended])
    #expect(settled.exitStatus(failOn: .critical) == .found)
    #expect(!settled.deadlines.contains { $0.kind == .acceptance })
  }

  @Test func whatIsNotThereIsTold() async {
    let mended = await Self.report(#"@ TXT "v=spf1 -all""#).under(Self.rules(Self.acceptance()))
    #expect(mended.acceptances.map(\.state) == [.idle])
    let unseen = await Self.report("@ TXT TIMEOUT").under(Self.rules(Self.acceptance()))
    #expect(unseen.acceptances.map(\.state) != [.accepted])
    let late = await Self.report(#"@ TXT "v=spf1 -all""#).under(Self.rules(Self.acceptance(end: Self.time)))
    #expect(late.acceptances.map(\.state) == [.ended])
    #expect(late.acceptances.first?.findings.isEmpty == true)
  }

  @Test func whatCannotBeSeenIsAcceptedForItself() async {
    var blind = Acceptance(
      "SPF-IP-AUTHORISED", owner: "Ann", reason: "a test", lastDay: "2026-11-21", end: Self.time + 1)
    let report = await Self.report(#"@ TXT "v=spf1 -all""#)
    guard report.outcomes.contains(where: { $0.check == "SPF-IP-AUTHORISED" && $0.verdict == .unknown }) else { return }
    #expect(report.under(Self.rules(blind)).acceptances.map(\.state) == [.unknown])
    blind.isAboutUnseen = true
    #expect(report.under(Self.rules(blind)).acceptances.map(\.state) == [.accepted])
  }

  @Test func checksWeighOtherwiseAndProfilesAreAnswered() async {
    let report = await Self.report(#"@ TXT "v=spf1 +all""#)
    var rules = HouseRules()
    rules.severities = ["SPF-ALL-PASS": .low]
    rules.profiles = [
      ProfileRules(named: "house", required: ["SPF-PRESENT"], advised: ["SPF-ALL-PASS"]),
      ProfileRules(named: "strict", required: ["SPF-ALL-PASS"], advised: [])
    ]
    let settled = report.under(rules)
    #expect(settled.outcomes.first { $0.check == "SPF-ALL-PASS" }?.effectiveLevel == .low)
    #expect(settled.profiles.map(\.name) == ["bod-18-01", "house", "strict"])
    #expect(settled.profiles.dropFirst().map(\.answer) == [.passWithRemarks, .fail])
    #expect(report.under(HouseRules()).outcomes.map(\.verdict) == report.outcomes.map(\.verdict))
  }
}
