import Testing

@testable import SMTPSubmission

@Suite struct SMTPReplyParserTests {
  @Test(arguments: [
    ("220 mail.example.org ESMTP\r\n", [SMTPReply(code: 220, lines: ["mail.example.org ESMTP"])]),
    ("250-a\r\n250-b c\r\n250 d\r\n", [SMTPReply(code: 250, lines: ["a", "b c", "d"])]),
    ("250\r\n", [SMTPReply(code: 250, lines: [""])]), ("250 \r\n", [SMTPReply(code: 250, lines: [""])]),
    ("250-\n250\n", [SMTPReply(code: 250, lines: ["", ""])]),
    ("220 a\r\n250 b\r\n", [SMTPReply(code: 220, lines: ["a"]), SMTPReply(code: 250, lines: ["b"])]),
    ("220 not yet", []), ("", [])
  ])
  func repliesAreCutOut(text: String, expected: [SMTPReply]) throws {
    for size in [1, 3, 1000] {
      var (parser, replies) = (SMTPReplyParser(), [SMTPReply]())
      for start in stride(from: 0, to: text.utf8.count, by: size) {
        parser.feed(Array(Array(text.utf8)[start..<min(start + size, text.utf8.count)]))
        while let reply = try parser.next() { replies.append(reply) }
      }
      #expect(replies == expected)
    }
  }

  @Test(arguments: [
    ("HTTP/1.1 400 Bad Request\r\n", SMTPReplyFault.noCode("HTTP/1.1 400 Bad Request")),
    ("\r\n", .noCode("")), ("22\r\n", .noCode("22")), ("220x\r\n", .noCode("220x")), ("999 x\r\n", .noCode("999 x")),
    ("250-a\r\n251 b\r\n", .mixedCodes(250, 251)),
    (String(repeating: "2", count: 5000), .lineTooLong),
    (String(repeating: "250-x\r\n", count: 300), .tooManyLines)
  ])
  func octetsThatAreNoReplyHaveAFault(text: String, fault: SMTPReplyFault) {
    var parser = SMTPReplyParser()
    parser.feed(Array(text.utf8))
    #expect(throws: fault) { while try parser.next() != nil {} }
  }

  @Test(arguments: [
    (250, "2.0.0 fine", "2.0.0"), (550, "5.7.1 no", "5.7.1"), (550, "2.0.0 strange", nil), (250, "fine", nil),
    (550, "5.7", nil), (550, "5.7.1.2 no", nil), (550, "5.7777.1 no", nil), (550, "", nil)
  ])
  func enhancedCodesAreRead(code: Int, text: String, expected: String?) {
    #expect(SMTPReply(code: code, lines: [text]).enhancedCode == expected)
  }
}
