extension SMTPClient {
  /// Goes on behind the login: the mail transaction, or the farewell.
  mutating func beginTransaction() {
    guard let envelope else { return quit() }
    mail(from: envelope.sender)
  }

  private mutating func mail(from sender: String) {
    recipients = envelope?.recipients ?? []
    // RFC 6531 §3.4: an address beyond ASCII needs SMTPUTF8.
    let foreign = ([sender] + recipients).first { $0.utf8.contains { $0 > 127 } }
    if let foreign, !offers("SMTPUTF8") { return leaveOut(foreign) }
    let parameter = foreign == nil ? "" : " SMTPUTF8"
    address = sender
    say("MAIL FROM:<\(sender)>\(parameter)", sender.isEmpty ? .nullSender : .mailFrom)
  }

  /// RFC 6531 §3.2: without SMTPUTF8 such an envelope is not sent. Others behind it may do.
  private mutating func leaveOut(_ foreign: String) {
    if session.exchanges.isEmpty {
      step = .mailFrom
      return quit(.needsUTF8(foreign))
    }
    beginNext()
  }

  mutating func takeMailReply(_ reply: SMTPReply) {
    record(reply)
    guard reply.replyClass != .positive else { return nextRecipient() }
    // Who was refused is not offered again.
    waitingEnvelopes.removeAll { $0.sender == address }
    endTransaction()
  }

  /// The next recipient; behind the last one the message, where there is one and somebody takes it.
  private mutating func nextRecipient() {
    guard recipients.isEmpty else {
      address = recipients.removeFirst()
      return say("RCPT TO:<\(address)>", .recipient)
    }
    let isTaken = session.exchanges.contains { $0.step == .recipient && $0.reply.replyClass == .positive }
    address = ""
    if isTaken, envelope?.message != nil { say("DATA", .data) } else { endTransaction() }
  }

  mutating func takeRecipientReply(_ reply: SMTPReply) {
    record(reply)
    // RFC 5321 §3.8: the server is going to close.
    if reply.code == 421 { quit(.reply(reply)) } else { nextRecipient() }
  }

  /// RFC 5321 §4.1.1.4: 354 asks for the message.
  mutating func takeDataReply(_ reply: SMTPReply) {
    record(reply)
    guard reply.code == 354, let message = envelope?.message else { return endTransaction() }
    if plan.trial == .looseEndings { return send(loose: message) }
    let octets = DotStuffing.apply(message)
    say(octets + Array(".\r\n".utf8), shown: "(\(message.count) octets of the message)", .message, isLine: false)
  }

  mutating func takeMessageReply(_ reply: SMTPReply) {
    record(reply)
    if plan.trial == .looseEndings { quit() } else { endTransaction() }
  }

  /// RFC 5321 §4.1.1.5: RSET aborts what was begun.
  private mutating func endTransaction() {
    address = ""
    say("RSET", .reset)
  }

  mutating func takeResetReply(_ reply: SMTPReply) { beginNext() }

  private mutating func beginNext() {
    guard !waitingEnvelopes.isEmpty else { return quit() }
    envelope = waitingEnvelopes.removeFirst()
    beginTransaction()
  }

  private mutating func record(_ reply: SMTPReply) {
    session.exchanges.append(SMTPExchange(step, address: address, reply: reply, duration: elapsed - stepBegan))
  }

  private func offers(_ keyword: String) -> Bool {
    session.offered?.offers(keyword) ?? false
  }
}

/// A line of the message that begins with a dot gets another one (RFC 5321 §4.5.2).
enum DotStuffing {
  static func apply(_ message: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(message.count + 16)
    var isLineStart = true
    for octet in message {
      if isLineStart, octet == UInt8(ascii: ".") { result.append(octet) }
      result.append(octet)
      isLineStart = octet == UInt8(ascii: "\n")
    }
    if !isLineStart { result += Array("\r\n".utf8) }
    return result
  }
}
