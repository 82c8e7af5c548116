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

  private static func ends(_ octets: [UInt8], _ index: Int, with sign: [UInt8]) -> Bool {
    index >= sign.count && octets[(index - sign.count)..<index].elementsEqual(sign)
  }
}
