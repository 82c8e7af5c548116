/// A failure as a program met it: a reply of a server, or the text of an error, with what is known around it.
public struct Failure: Sendable, Hashable {
  /// The text, of one line or more; the lines of a reply may carry their codes.
  public var text: String
  /// The reply code (RFC 5321 §4.2), when there was a reply.
  public var code: Int?
  /// The enhanced status code (RFC 3463), when the reply has one.
  public var enhanced: EnhancedStatusCode?
  /// The step that failed.
  public var stage: FailureStage?
  /// The server that answered: it decides between services that use the same code for different things.
  public var host: String?

  /// Joins the parts.
  public init(
    text: String, code: Int? = nil, enhanced: EnhancedStatusCode? = nil, stage: FailureStage? = nil, host: String? = nil
  ) {
    self.text = text
    self.code = code
    self.enhanced = enhanced
    self.stage = stage
    self.host = host
  }
}

extension FailureStatement {
  /// The failure as a statement, secrets taken out.
  init(_ failure: Failure) {
    var text = MappedText()
    let pasted = PastedText(Array(failure.text.utf8)).text
    for index in pasted.octets.indices {
      let isLineEnd = pasted.octets[index] == PastedText.embeddedLineEnd
      text.append(isLineEnd ? MappedText.wrap : pasted.octets[index], pasted.places[index])
    }
    if let code = failure.code, TranscriptLine.replyCode(text.octets, 0..<text.count)?.code != code {
      let front = "\(code) " + (failure.enhanced.map { "\($0) " } ?? "")
      var whole = MappedText()
      for octet in front.utf8 { whole.append(octet, 0) }
      whole.append(text, 0..<text.count)
      text = whole
    }
    let room = min(text.count, FailureLimits.statementOctets)
    self = StatementFacts.complete(
      FailureStatement(speaker: .server, text: text[0..<room], stage: failure.stage), sessionHost: failure.host)
    code = failure.code ?? code
    enhanced = failure.enhanced ?? enhanced
    stage = failure.stage ?? stage
    host = failure.host ?? host
  }
}
