/// Replies that libraries take apart, put together again: `(code: 535, response: 5.7.8 ...)`, `(535, b'5.7.8 ...')`.
enum InnerReplies {
  private struct Form {
    let code: [UInt8]
    let text: [UInt8]
  }

  /// What stands before the code, and between code and text, in PEAR, smtplib, PHPMailer, Node and Symfony.
  private static let forms = forms(of: [
    ("(code: ", ", response: "), ("retcode (", "); msg: b'"), ("(", ", b'"), ("(", ", b\""), ("(", ", '"),
    ("(", ", \""),
    ("responsecode: ", ", response: '"), ("got code \"", "\", with message \""), ("code=", ", text="),
    ("smtp code: ", " additional smtp info: "), ("status code: ", " - "), ("status: ", " - ")
  ])

  private static func forms(of table: [(String, String)]) -> [Form] {
    table.map { Form(code: Array($0.0.utf8), text: Array($0.1.utf8)) }
  }

  /// At most this many in a statement: a log line has one, an exception two.
  private static let most = 4

  static func find(in text: MappedText) -> [MappedText] {
    var replies: [MappedText] = []
    for index in text.octets.indices where text.octets[index] >= 0x34 && text.octets[index] <= 0x35 {
      guard replies.count < most else { break }
      if let reply = reply(text, index) { replies.append(reply) }
    }
    return replies
  }

  private static func reply(_ text: MappedText, _ index: Int) -> MappedText? {
    guard index + 3 < text.count, text.octets[index + 1].isDigit, text.octets[index + 2].isDigit else { return nil }
    for form in forms where ends(text.folded, index, with: form.code) {
      let rest = (index + 3)..<text.count
      guard TranscriptLine.starts(text.folded, rest, with: form.text) else { continue }
      let start = rest.lowerBound + form.text.count
      guard start < text.count else { continue }
      var reply = text[index..<(index + 3)]
      reply.append(0x20, text.places[index + 2])
      reply.append(text, start..<text.count)
      return ReplyText.joined(reply)
    }
    return nil
  }

  /// The reply in `5.1.0 - Unknown address error 550-'5.7.1 ...'`, as Cisco (IronPort) and Amazon SES quote it: the words
  /// before it only tell what the class of the code is called there. Nil for other texts.
  static func quoted(in text: MappedText) -> MappedText? {
    for index in text.octets.indices where text.octets[index].isDigit && ReplyText.isTokenStart(index, text) {
      guard let (_, end) = ReplyText.status(text, index),
        TranscriptLine.starts(text.folded, end..<text.count, with: Array(" - ".utf8))
      else { continue }
      var next = end + 3
      while next < text.count, next - end < quotedWords, text.octets[next].isLetter || text.octets[next] == 0x20 {
        next += 1
      }
      guard let code = TranscriptLine.replyCode(text.octets, next..<text.count), code.code >= 400,
        next + 4 < text.count, text.octets[next + 4] == UInt8(ascii: "'")
      else { continue }
      let close = text.octets.lastIndex(of: UInt8(ascii: "'")) ?? text.count
      var reply = text[next..<(next + 3)]
      reply.append(0x20, text.places[next + 3])
      reply.append(text, (next + 5)..<max(next + 5, close))
      return reply
    }
    return nil
  }

  /// Octets of the words between the code and the quoted reply: "Other address status".
  private static let quotedWords = 60

  private static func ends(_ octets: [UInt8], _ index: Int, with sign: [UInt8]) -> Bool {
    index >= sign.count && octets[(index - sign.count)..<index].elementsEqual(sign)
  }
}
