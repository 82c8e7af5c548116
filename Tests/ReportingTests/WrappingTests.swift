import AuditModel
import Testing

@testable import Reporting

/// Lines and marks.
@Suite struct WrappingTests {
  @Test(
    arguments: [
      ("one two three", 7, ["one two", "three"]), ("one", 2, ["one"]), ("", 10, [""]),
      ("a https://example.org/long b", 8, ["a", "https://example.org/long", "b"]),
      ("世界 世界", 5, ["世界", "世界"]), ("  blanks   collapse ", 20, ["blanks collapse"]),
      (#"publish "v=spf1 -all" now"#, 15, ["publish", #""v=spf1 -all""#, "now"]),
      (#"an open "v=spf1 mx a quote"#, 12, ["an open", #""v=spf1 mx a"#, "quote"])
    ])
  func wraps(text: String, width: Int, lines: [String]) {
    #expect(Wrapping.lines(text, width: width) == lines)
  }

  @Test(
    arguments: [
      (
        Evidence(source: "example.org TXT", excerpt: "v=spf1 mx -all", highlight: 7..<9),
        ["| example.org TXT", "| v=spf1 mx -all", "|        ^^"]
      ),
      (Evidence(source: "x TXT", excerpt: "short"), ["| x TXT: short"]),
      (
        Evidence(source: "x TXT", excerpt: "é\u{1B}z", highlight: 2..<3, server: "192.0.2.1:53"),
        ["| x TXT (from 192.0.2.1:53)", "| é\\x1Bz", "|  ^^^^"]
      ),
      // A mark behind the end, an empty one, and one outside of the text.
      (Evidence(source: "x", excerpt: "ab", highlight: 2..<2), ["| x", "| ab ", "|   ^"]),
      (Evidence(source: "x", excerpt: "ab", highlight: 0..<0), ["| x", "| ab", "| ^"]),
      (Evidence(source: "x", excerpt: "ab", highlight: 90..<Int.max), ["| x", "| ab ", "|   ^"]),
      (Evidence(source: "x", excerpt: "", highlight: nil), ["| x: "])
    ])
  func marks(evidence: Evidence, lines: [String]) {
    var page = TextPage(width: 60)
    page.evidence(evidence)
    #expect(String(decoding: page.octets, as: UTF8.self) == lines.map { $0 + "\n" }.joined())
  }

  @Test func longExcerptsAreCutAroundTheMark() {
    let excerpt = String(repeating: "x", count: 50_000) + "HERE" + String(repeating: "y", count: 10_000)
    var page = TextPage(width: 60)
    page.evidence(Evidence(source: "x", excerpt: excerpt, highlight: 50_000..<50_004))
    let lines = String(decoding: page.octets, as: UTF8.self).split(separator: "\n")
    #expect(lines.count <= TextLimits.excerptLines + 4)
    #expect(lines.contains { $0.contains("HERE") } && lines.contains { $0.contains("^^^^") })
    #expect(lines.contains { $0.contains("more characters") })
    #expect(lines.allSatisfy { String($0).columns <= 60 })
  }

  @Test func coloursOnlyWhereAsked() {
    for isColoured in [false, true] {
      var page = TextPage(isColoured: isColoured)
      page.line(Span("bad", .red))
      #expect(page.octets.contains(0x1B) == isColoured)
    }
  }
}
