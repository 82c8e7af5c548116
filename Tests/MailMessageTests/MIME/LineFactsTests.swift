import MailMessage
import Testing

@Suite struct LineFactsTests {
  @Test(
    arguments: [
      ("", 0, 0, 0, 0), ("a\r\nb\r\n", 2, 2, 0, 0), ("a\nb\n", 2, 0, 2, 0), ("a\rb\r\n", 1, 1, 0, 1), ("a", 1, 0, 0, 0),
      ("\r\r\n", 1, 1, 0, 1), ("a\r", 1, 0, 0, 1), ("\n\n", 2, 0, 2, 0), ("\r\n\n", 2, 1, 1, 0)
    ])
  func lineEnds(text: String, lines: Int, crlf: Int, lf: Int, cr: Int) {
    let facts = read(text).lines
    #expect(facts.count == lines)
    #expect((facts.crlf.count, facts.bareLF.count, facts.bareCR.count) == (crlf, lf, cr))
    #expect(LineFacts(Array(text.utf8), offset: 3, line: 2) == facts)
    #expect(facts.endsWithoutLineEnd == (!text.isEmpty && !text.utf8.reversed().starts(with: [0x0A])))
  }

  @Test func places() throws {
    let facts = read("ok\r\n.dot \r\nx\rüy\0\n\(String(repeating: "z", count: 999))\r\n").lines
    #expect(facts.dotLines.first == SourcePlace(offset: 7, line: 3, column: 1))
    #expect(facts.trailingBlanks.first == SourcePlace(offset: 11, line: 3, column: 5))
    #expect(facts.bareCR.first == SourcePlace(offset: 15, line: 4, column: 2))
    #expect(facts.eightBit.first == SourcePlace(offset: 16, line: 4, column: 3) && facts.eightBit.count == 2)
    #expect(facts.nul.first?.offset == 19 && facts.bareLF.first?.line == 4)
    #expect(facts.longest == 999 && facts.longestLine == 5 && facts.overlong.count == 1)
  }

  @Test func linesOfTheHeaderAreCountedToo() {
    let message = Message(Array("From x\nA: 1\r\nB: 2\n\nbody\n".utf8))
    let body = BodyScan(message).finish()
    #expect(body.headerLines.crlf.count == 1 && body.headerLines.bareLF.first?.line == 3)
  }

  /// A body after a header of one empty line.
  private func read(_ text: String) -> MessageBody {
    var scan = BodyScan(Message(Array("A:\n".utf8)))
    let octets = Array(text.utf8)
    scan.consume(octets.span)
    return scan.finish()
  }
}
