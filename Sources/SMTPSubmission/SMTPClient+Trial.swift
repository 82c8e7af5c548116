extension SMTPClient {
  /// What is tried beyond what mail needs. These are for servers of one's own: they show faults that attackers use.
  public enum Trial: Sendable, Hashable {
    /// NOOP in the same segment as STARTTLS. RFC 3207 §6: a server that answers it inside TLS takes what was said in
    /// clear text for protected.
    case commandBehindSTARTTLS
    /// The message of the envelope goes out as it is, with line ends that are none, NOOP behind them. RFC 5321 §2.3.8
    /// and §4.1.1.4: only CRLF ends a line, and only CRLF, a dot and CRLF end a message.
    case looseEndings
  }

  /// RFC 3207 §4: the client waits for consent before it says more; the trial does not.
  mutating func sayStartTLS() {
    guard plan.trial == .commandBehindSTARTTLS else { return say("STARTTLS", .startTLS) }
    say(Array("STARTTLS\r\nNOOP\r\n".utf8), shown: "STARTTLS and NOOP in one segment", .startTLS, isLine: false)
  }

  /// RFC 5321 §4.1.1.10: 221 takes leave. In a trial, other replies may stand before it: they answer what the server
  /// should not have taken for a command.
  mutating func takeFarewell(_ reply: SMTPReply) {
    actions = []
    guard plan.trial != nil, reply.code != 221, session.surplus.count < SMTPLimits.surplusReplies else { return }
    session.surplus.append(reply)
    actions = [.receive(.quit)]
  }

  /// Ends behind QUIT, whatever became of the connection. The replies that a trial looks for may have come before: some
  /// servers answer two or three commands, and hang up at the next.
  mutating func leave() {
    if plan.trial != nil {
      actions = [.receive(.quit)]
      receive([])
    }
    actions = []
  }

  /// Sends a message whose dots stay as they are.
  mutating func send(loose message: [UInt8]) {
    say(
      message + Array("\r\n.\r\n".utf8), shown: "(\(message.count) octets: a message with wrong endings in it)",
      .message,
      isLine: false)
  }
}
