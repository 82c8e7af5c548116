/// Fills in what a statement tells of itself.
enum StatementFacts {
  static func complete(_ statement: FailureStatement, sessionHost: String?) -> FailureStatement {
    var result = statement
    result.text = ReplyText.joined(statement.text)
    if let quoted = InnerReplies.quoted(in: result.text) { result.text = ReplyText.joined(quoted) }
    result.inner = InnerReplies.find(in: result.text)
    let codes = ReplyText.codes(in: result.text)
    let innerCodes = result.inner.first.map { ReplyText.codes(in: $0) }
    result.code = innerCodes?.code ?? codes.code ?? leadingCode(result.text)
    result.enhanced = innerCodes?.enhanced ?? codes.enhanced
    result.reported = statement.reported ?? ReplyText.summary(in: result.text)
    // Version numbers look like enhanced codes: they count where something says that it failed.
    if result.code == nil, !codes.isFirst, !result.tellsFailureInWords { result.enhanced = nil }
    result.stage = StageFinder.stage(in: result.text) ?? statement.stage
    result.host = HostFinder.host(in: result.text) ?? statement.host ?? sessionHost
    return result
  }

  /// The code of a reply that is no failure.
  private static func leadingCode(_ text: MappedText) -> Int? {
    if let code = TranscriptLine.replyCode(text.octets, 0..<text.count)?.code { return code }
    for (sign, length) in [("sent (2", 6), ("\"smtpresponse\":\"2", 16), ("\"smtpresponse\": \"2", 17)] {
      guard let open = text.firstIndex(ofOctets: Array(sign.utf8)) else { continue }
      return TranscriptLine.replyCode(text.octets, (open + length)..<text.count)?.code
    }
    return nil
  }
}
