import AuditModel
import Foundation
import Testing

@testable import Reporting

/// Answers for receivers and profiles, in both forms.
@Suite struct RequirementTests {
  static let page = ReceiverRule.Source.receiver(document: "Example, Rules", edition: "2026-03-21")

  static func receiver(_ name: String, refuses: Bool) -> Receiver {
    Receiver(
      name.lowercased(), name, domains: ["example.net"], audience: "all", bulkThreshold: nil, lastRead: "2026-11-21",
      failureRule: ReceiverRule(
        "policy", "Mail that fails DMARC is refused", ["DMARC-MSG-PASS"], .refusal, source: page),
      rules: [
        ReceiverRule(
          "spf", "SPF passes", ["SPF-SYNTAX", "SPF-IP-AUTHORISED"], refuses ? .refusal : .notStated,
          threshold: "always", codes: ["550 5.7.27"], source: page),
        ReceiverRule("tls", "TLS is used", ["TLS-OUTBOUND"], .notStated, source: page),
        ReceiverRule(
          "mx", "Whether hosts need addresses", ["MX-RESOLVES"], bulk: .notStated, others: .notStated, .notStated,
          source: .notStated)
      ])
  }

  static func answers(over outcomes: [CheckOutcome]) -> [ReceiverAnswer] {
    [receiver("First", refuses: true), receiver("Second", refuses: false)].map {
      ReceiverJudge($0, mailClass: MailClass(isBulk: true), outcomes: outcomes).answer
    }
  }

  static let everything: AuditReport = {
    let outcomes = Sample.everything.outcomes
    let rules = ProfileRules(
      .bod1801, required: ["SPF-SYNTAX", "DKIM-KEY-FOUND", "DMARC-PRESENT"], advised: ["MX-RESOLVES"],
      blindSpots: ["RC4 is not tried."])
    return Sample.report(outcomes, receivers: answers(over: outcomes), profiles: [rules.result(of: outcomes)])
  }()

  static func section(_ report: AuditReport, _ detail: TextRenderer.Detail = .normal) -> String {
    let text = TextRendererTests.text(report, detail)
    let start = text.range(of: "Will it arrive?")?.lowerBound ?? text.startIndex
    let end = text.range(of: "\nDo this next")?.lowerBound ?? text.endIndex
    return String(text[start..<end])
  }

  @Test func asText() {
    #expect(
      Self.section(Self.everything) == """
        Will it arrive? refused (First)
           Judged as: a bulk sender, kind of mail not told (--kind).
           refused            First: SPF-SYNTAX, SPF-IP-AUTHORISED; all mended: not
                              enough data [rules read 2026-11-21]
           at risk            Second: SPF-SYNTAX, SPF-IP-AUTHORISED; all mended: not
                              enough data [rules read 2026-11-21]

           refused  SPF-SYNTAX  First, Second
           "ip4:1.2.3" is no address.
           | example.org TXT (from 192.0.2.1:53)
           | v=spf1 ip4:1.2.3 -all
           |            ^^^^^
           Rule  First, refused: SPF passes (always) [Example, Rules, edition of
                 2026-03-21; 550 5.7.27]
           Rule  Second, at risk: SPF passes (always) [Example, Rules, edition of
                 2026-03-21; 550 5.7.27]
           Do    Write "v=spf1 ip4:192.0.2.3 -all".
           Then  First: not enough data, Second: not enough data
           Also  explains SPF-IP-AUTHORISED

        """)
  }

  @Test func whatTheAnswersLackAndProfilesStandBehindThem() {
    let text = TextRendererTests.text(Self.everything)
    #expect(
      text.contains(
        """
        What the answers of receivers lack
           Do    Find out by other means whether this holds: TLS is used. Open:
                 TLS-OUTBOUND (First, Second).

        """))
    #expect(
      text.contains(
        """
        Profiles
           bod-18-01: fail
              Fail  SPF-SYNTAX
              Open  DKIM-KEY-FOUND
              Note  MX-RESOLVES
              Note  RC4 is not tried.

        """))
  }

  @Test func noKnownObstacle() {
    let outcomes = ["SPF-SYNTAX", "SPF-IP-AUTHORISED", "TLS-OUTBOUND"].map { Sample.check($0, .spf, .high, .pass) }
    let text = Self.section(Sample.report(outcomes, receivers: Self.answers(over: outcomes)))
    #expect(text.hasPrefix("Will it arrive? no known obstacle (First, Second)\n"))
    #expect(text.contains("reputation and content"))
    #expect(!text.contains("%"))
  }

  /// The rule that makes the answer stands there, also when another defect explains its check, and that one comes first.
  @Test func aCauseShowsTheRulesOfWhatItExplains() throws {
    let outcomes = [
      Sample.check("TLS-OUTBOUND", .tls, .high, .fail("TLS is not used.")),
      Sample.check("SPF-SYNTAX", .spf, .critical, .fail("It is broken.")),
      Sample.check("SPF-IP-AUTHORISED", .spf, .critical, .fail("It gets permerror."), causedBy: ["SPF-SYNTAX"]),
      Sample.check("DMARC-MSG-PASS", .dmarc, .critical, .fail("It fails."), causedBy: ["SPF-IP-AUTHORISED"])
    ]
    let mailClass = MailClass(isBulk: true, failurePolicy: .reject)
    let answer = ReceiverJudge(Self.receiver("Only", refuses: false), mailClass: mailClass, outcomes: outcomes).answer
    let text = Self.section(Sample.report(outcomes, receivers: [answer]))
    let root = try #require(text.range(of: "refused  SPF-SYNTAX  Only"))
    #expect(try #require(text.range(of: "at risk  TLS-OUTBOUND")).lowerBound > root.lowerBound)
    #expect(text.contains("Also  explains DMARC-MSG-PASS\n   Rule  Only, refused: Mail that fails DMARC is refused"))
  }

  @Test func verboseShowsWhatDecidesNothing() {
    let text = TextRendererTests.text(Self.everything, .verbose)
    #expect(text.contains("First does not state: Whether hosts need addresses"))
    #expect(!TextRendererTests.text(Self.everything).contains("Whether hosts need addresses"))
  }

  @Test func oneLineStaysOneLine() {
    #expect(TextRendererTests.text(Self.everything, .quiet) == TextRendererTests.text(Sample.everything, .quiet))
  }

  @Test func asJSON() throws {
    let schema = try SchemaValidator(contentsOf: SchemaValidator.reports.appending(path: "schema/report-1.json"))
    let octets = JSONRenderer(showsDuration: false).octets(of: Self.everything)
    #expect(try schema.faults(in: Data(octets)) == [])
    let text = String(decoding: octets, as: UTF8.self)
    for part in [
      #""answer": "refused""#, #""afterRemedies": "not_enough_data""#, #""edition": "2026-03-21""#,
      #""lastRead": "2026-11-21""#, #""listMail": null"#, #""role": "not_stated""#, #""blindSpots": ["#
    ] {
      #expect(text.contains(part), "\(part)")
    }
    let plain = String(decoding: JSONRenderer().octets(of: Sample.everything), as: UTF8.self)
    #expect(!plain.contains("receivers") && !plain.contains("profiles"))
  }
}
