import AuditModel
import Testing

@testable import Reporting

/// What a stranger's text can do to a terminal: nothing.
@Suite struct VisibleTextTests {
  @Test(
    arguments: [
      ("v=spf1 -all", "v=spf1 -all"), ("\u{1B}[31mred\u{1B}[0m", "\\x1B[31mred\\x1B[0m"),
      ("\u{1B}]0;title\u{07}", "\\x1B]0;title\\x07"), ("one\r\ntwo\tthree", "one\\r\\ntwo\\tthree"),
      ("\u{9B}2J", "\\x9B2J"), ("a\u{202E}b", "a\\u{202E}b"), ("a\u{2066}b\u{2069}", "a\\u{2066}b\\u{2069}"),
      ("zero\u{200B}width", "zero\\u{200B}width"), ("\u{E0041}", "\\u{E0041}"), ("\u{7F}", "\\x7F"),
      ("\u{2028}", "\\u{2028}"), ("grüße 世界", "grüße 世界"), (String(decoding: [0x61, 0xFF], as: UTF8.self), "a\u{FFFD}")
    ])
  func showsWhatWouldAct(text: String, shown: String) {
    #expect(VisibleText.of(text) == shown)
    #expect(Cell.of(text, marked: nil).map(\.text).joined() == shown)
  }

  @Test func nothingButLineFeedsActs() {
    let hostile = String(String.UnicodeScalarView((0...0x2FFF).compactMap(Unicode.Scalar.init)))
    var page = TextPage(isColoured: false)
    page.line(Span(hostile))
    page.paragraph(hostile)
    page.evidence(.init(source: hostile, excerpt: hostile, highlight: 5..<90, server: hostile), isWhole: true)
    let written = String(decoding: page.octets, as: UTF8.self)
    #expect(written.unicodeScalars.allSatisfy { $0.isHarmless || $0 == "\n" })
    let json = String(decoding: JSON.string(hostile).octets(), as: UTF8.self)
    #expect(json.unicodeScalars.allSatisfy { $0.isHarmless || $0 == "\n" })
  }

  @Test(arguments: [("abc", 3), ("grüße", 5), ("世界", 4), ("e\u{301}", 1), ("", 0), ("👍", 2)])
  func countsColumns(text: String, columns: Int) {
    #expect(text.columns == columns)
  }
}
