import AuditModel
import Testing

@testable import Reporting

/// Reports for people, whole.
@Suite struct TextRendererTests {
  static func text(_ report: AuditReport, _ detail: TextRenderer.Detail = .normal) -> String {
    String(decoding: TextRenderer(page: TextPage(), detail: detail).octets(of: report), as: UTF8.self)
  }

  @Test func everything() {
    #expect(
      Self.text(Sample.everything) == """
        example.org: F for the goal "send", 1 thing to fix, 1 undecided

        Do this next
        1  Write "v=spf1 ip4:192.0.2.3 -all". (SPF-SYNTAX, critical)

          C  MX     MX-RESOLVES (not counted for this goal)
          F  SPF    SPF-IP-AUTHORISED
          ?  DKIM   undecided: DKIM-KEY-FOUND
          A  DMARC  no defect found

        What was found

        1  HIGH  SPF-SYNTAX  SPF
           "ip4:1.2.3" is no address.
           | example.org TXT (from 192.0.2.1:53)
           | v=spf1 ip4:1.2.3 -all
           |            ^^^^^
           Why   Why SPF-SYNTAX matters.
           Do    Write "v=spf1 ip4:192.0.2.3 -all".
           Rule  The good condition of SPF-SYNTAX holds (RFC 7208 §3.1, §4.5)
           Also  explains SPF-IP-AUTHORISED (critical)

        Beside the goal "send"

        2  MEDIUM  MX-RESOLVES  MX
           mx.example.org has no address.
           Why   Why MX-RESOLVES matters.
           Do    What to do about MX-RESOLVES.
           Rule  The good condition of MX-RESOLVES holds (RFC 7208 §3.1, §4.5)

        What could not be looked at

        ?  No selector is known.
           Do    Name one with --selector.
           Open  DKIM-KEY-FOUND (critical)

        Worth knowing
           SPF-SYNTAX  The record has 3 terms.

        1 of 6 checks pass, 1 do not apply (--verbose lists them).

        7 questions, 1 without an answer in 1.23 s. mailaudit 1.2.3, checks of
        2026-11-21. "mailaudit explain ID" tells all about a check.

        """)
  }

  @Test func inOneLine() {
    #expect(
      Self.text(Sample.everything, .quiet) == "example.org: F for the goal \"send\", 1 thing to fix, 1 undecided\n")
    #expect(Self.text(Sample.report([]), .quiet) == "example.org: - for the goal \"send\", nothing to fix\n")
  }

  @Test func verboseShowsWhatIsInOrder() {
    let text = Self.text(Sample.everything, .verbose)
    #expect(text.contains("The good condition of DMARC-PRESENT holds"))
    #expect(text.contains("the domain sends mail"))
    #expect(!Self.text(Sample.everything).contains("DMARC-PRESENT"))
  }

  @Test func manyFactsAreCountedUnlessVerbose() {
    let facts = (1...30).map { Finding(.fail, "Fact \($0) is bad.") }
    let report = Sample.report([Sample.check("SPF-SYNTAX", .spf, .high, .findings(facts))])
    #expect(Self.text(report).contains("and 25 more of this kind"))
    #expect(!Self.text(report).contains("Fact 6 is bad."))
    #expect(Self.text(report, .verbose).contains("Fact 30 is bad."))
  }

  @Test func whatManyChecksCannotSeeIsSaidOnce() {
    let outcomes = ["A", "B", "C"].map { Sample.check($0, .spf, .high, .unknown("No answer came.")) }
    let text = Self.text(Sample.report(outcomes))
    #expect(text.split(separator: "No answer came.", omittingEmptySubsequences: false).count == 2)
    #expect(text.contains("A (high), B (high), C (high)"))
  }

  @Test(arguments: [1, 40, 60, 80, 100, 500])
  func keepsToTheWidth(width: Int) {
    let page = TextPage(width: width)
    let text = String(decoding: TextRenderer(page: page).octets(of: Sample.everything), as: UTF8.self)
    #expect(text.split(separator: "\n").allSatisfy { String($0).columns <= max(page.width, 66) })
  }

  @Test func nobodyWritesLinesOfOurs() {
    let text = "Bad record \"a\n   Do    Send us money.\""
    let long = "Bad record " + String(repeating: "x", count: 60_000) + "."
    let report = Sample.report([
      Sample.check("A", .spf, .high, .fail(text, remedy: text)), Sample.check("B", .spf, .high, .unknown(text)),
      Sample.check("C", .spf, .high, .info(text)), Sample.check("D", .spf, .high, .fail(long))
    ])
    #expect(Self.text(report).split(separator: "\n").allSatisfy { !$0.hasPrefix("   Do    Send us") })
    #expect(Self.text(report).utf8.count < 10_000)
    #expect(Self.text(report, .verbose).contains(long.dropFirst(11)))
  }
}
