import MailMessage
import Syntax
import Testing

/// Header section and body are found as receivers find them.
@Suite struct MessageReaderTests {
  @Test(
    arguments: [
      ("A: 1\r\nB: 2\r\n\r\nbody", ["A", "B"], "body"),
      ("A: 1\nB: 2\n\nbody\n", ["A", "B"], "body\n"),
      ("A: 1\n folded\n\tagain\nB:2\n\n", ["A", "B"], ""),
      ("From a@b Mon Jan 1\nA: 1\n\nx", ["A"], "x"),
      ("A: 1\nno field\nB: 2\n\nx", ["A"], "no field\nB: 2\n\nx"),
      ("A : 1\n\nx", ["A"], "x"),
      ("A: 1", ["A"], ""), ("", [], ""), ("\nbody", [], "body"), (": x\n\ny", [], ": x\n\ny"),
      ("A: 1\r\n\r\n\r\n", ["A"], "\r\n")
    ])
  func parts(text: String, names: [String], body: String) throws {
    let message = Message(Array(text.utf8))
    #expect(message.fields.map(message.name(of:)) == names)
    #expect(try message.source.octets(message.body, limit: .max) == Array(body.utf8))
  }

  @Test func piecesGiveTheSameAsTheWhole() throws {
    let octets = Array("From x\nSubject: a\r\n b\r\nTo: c\n\nbody\n".utf8)
    let source = MessageOctets(count: octets.count) { range in Array(octets[range.prefix(3)]) }
    let (pieces, whole) = (try Message(reading: source), Message(octets))
    #expect(pieces.fields == whole.fields && pieces.body == whole.body && pieces.header == whole.header)
    #expect(pieces.text(of: try #require(pieces.field("subject"))) == "a b")
    #expect(pieces.position(0).line == 2)
  }
}
