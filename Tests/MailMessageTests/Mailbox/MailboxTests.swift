import MailMessage
import Testing

@Suite struct MailboxTests {
  private static let from = "From a@b Fri Jan  1 12:00:00 2027\n"

  @Test(
    arguments: [
      ("A: 1\n\nx\n", ["f"]), ("\(from)A: 1\n\nx\n", ["f"]), ("\(from)A: 1\n\nx\n\n\(from)B: 2\n\ny\n", ["f:1", "f:2"]),
      ("\(from)A: 1\n\nx\n\(from)B: 2\n\ny\n", ["f"]), ("\(from)A: 1\n\nx\n\nFrom here on\n", ["f"]),
      ("\(from)A: 1\n\n>\(from)\n>>\(from)", ["f"]), ("", ["f"]),
      ("\(from)Content-Length: 39\n\nx\n\n\(from)y\n\(from)B: 2\n\nz\n", ["f:1", "f:2"])
    ])
  func messages(text: String, names: [String]) throws {
    for piece in [1, 7, 1 << 16] {
      let octets = Array(text.utf8)
      let source = MessageOctets(count: octets.count) { range in Array(octets[range.prefix(piece)]) }
      var found: [String] = []
      var joined: [UInt8] = []
      try NamedMessage.each(in: source, name: "f") { message throws(MessageReadError) in
        found.append(message.name)
        joined += try message.octets.octets(0..<message.octets.count, limit: .max)
        return true
      }
      #expect(found == names)
      #expect(joined == octets)
    }
  }

  @Test func contentOfItsLengthIsNotTakenApart() {
    let text = "\(Self.from)Content-Length: 39\n\nx\n\n\(Self.from)y\n\(Self.from)B: 2\n\nz\n"
    #expect(Self.lines(text, .contentLength) == [1, 8])
    #expect(Self.lines(text, .lines) == [1, 6])
  }

  @Test(arguments: [0, 1, 30, 45, 1000, 999_999_999_999_999])
  func aLengthThatIsNotTrueDoesNotCount(length: Int) {
    let text = "\(Self.from)Content-Length: \(length)\n\nx\n\n\(Self.from)y\n\(Self.from)B: 2\n\nz\n"
    #expect(Self.lines(text, .contentLength) == [1, 6])
  }

  @Test func whatIsNotUnquotedIsCounted() {
    let octets = Array("\(Self.from)A: 1\n\n>From x\n>>From y\nFrom z\n".utf8)
    var scan = MboxScan()
    scan.consume(octets.span) { _ in }
    scan.finish { _ in }
    #expect(scan.quotedLines == 2 && scan.unquotedLines == 1)
  }

  @Test func foldersAreListedInOrder() {
    let maildir = ["cur": ["2:2,S", ".x"], "new": ["1"], "tmp": ["0"]]
    #expect(MailFolder.messages { maildir[$0] } == ["cur/2:2,S", "new/1"])
    #expect(MailFolder.messages { $0.isEmpty ? ["b.eml", "a.EML", "c.txt", ".d.eml"] : nil } == ["a.EML", "b.eml"])
    #expect(MailFolder.messages { _ in nil } == nil)
  }

  private static func lines(_ text: String, _ dialect: MboxScan.Dialect) -> [Int] {
    var scan = MboxScan(dialect)
    var lines: [Int] = []
    let octets = Array(text.utf8)
    scan.consume(octets.span) { lines.append($0.line) }
    scan.finish { lines.append($0.line) }
    return lines
  }
}
