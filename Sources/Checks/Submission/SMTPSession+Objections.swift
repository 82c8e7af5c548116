import SMTPSubmission

extension SMTPSession {
  /// The commands of the transaction whose replies speak of a step: that of the command itself, or an earlier one. Many
  /// servers say behind RCPT TO what they have against EHLO or the sender: Postfix does so unless smtpd_delay_reject is
  /// off.
  func exchanges(about step: SMTPStep, among some: [SMTPExchange]? = nil) -> [SMTPExchange] {
    var sender = SMTPStep.mailFrom
    return (some ?? exchanges).filter { exchange in
      if exchange.step != .recipient {
        sender = exchange.step
        return exchange.step == step
      }
      switch exchange.objection {
      case nil: return step == .recipient
      case .ehlo?: return step == .ehlo
      case .sender?: return step == sender
      }
    }
  }
}

/// What a server has against a client, told at a later command.
private enum Objection {
  case ehlo
  case sender
}

extension SMTPExchange {
  /// Postfix's words; other servers refuse at the command itself, or do not say.
  fileprivate var objection: Objection? {
    guard [.transient, .permanent].contains(reply.replyClass) else { return nil }
    let text = reply.lines.joined(separator: " ")
    if text.contains(": Helo command rejected: ") { return .ehlo }
    if text.contains(": Sender address rejected: ") { return .sender }
    return nil
  }
}
