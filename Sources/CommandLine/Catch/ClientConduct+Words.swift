import DNS
import SMTPSubmission

extension ClientConduct {
  /// What SMTP does not allow, a phrase each.
  func words(greeting: ClientGreeting) -> [String] {
    var words: [String] = []
    if spokeBeforeGreeting { words.append("the client did not wait for the greeting of the server") }
    if pipelinedUnannounced { words.append("several commands in one go, before EHLO had announced PIPELINING") }
    if !unwaited.isEmpty { words.append("no wait for the reply to \(unwaited.joined(separator: ", "))") }
    if bareLineFeeds > 0 { words.append("commands that end with LF alone: \(bareLineFeeds)") }
    if errors > 0 { words.append("commands that were refused: \(errors)") }
    let counts: [(Int, String)] = [
      (octets.bareLineFeeds, "LF without CR in the message"), (octets.bareCarriageReturns, "CR without LF"),
      (octets.nulOctets, "NUL octets"),
      (octets.singleDots, "lines whose first dot was not doubled, so that it is lost"),
      (octets.looseEnds, "dots alone in a line without CR LF, where some servers end the message")
    ]
    return words + counts.filter { $0.0 > 0 }.map { "\($0.1): \($0.0)" }
  }
}

extension FruitlessSession {
  /// Lines for standard error: how a session ended that brought no message.
  func report(isWhole: Bool) -> String {
    let line = ErrorLine(client?.description ?? "", "a session without a message: \(cause)")
    let spoken = isWhole ? transcript.map { ErrorLine("  " + $0.speaker.rawValue, $0.text).text } : []
    return line.text + spoken.joined()
  }

  private var cause: String {
    if tls == .beginning, stop == nil {
      return (failure ?? "TLS was not finished")
        + "; a client that refuses the certificate does this: see --certificate and --no-tls"
    }
    if stop == .tlsInClearText { return CatchingStop.tlsInClearText.rawValue + " (--implicit-tls)" }
    return stop?.rawValue ?? failure ?? "the client said QUIT"
  }
}
