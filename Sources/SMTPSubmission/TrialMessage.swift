/// The message that looks for servers which end messages too early.
enum TrialMessage {
  /// Endings that are none, a command behind each: a server that acts on one of them answers the command.
  static let endings = ["\n.\n", "\n.\r\n", "\r.\r"]

  /// A message that says what it is, to one recipient.
  static func octets(to recipient: String) -> [UInt8] {
    let head = [
      "From: <\(recipient)>", "To: <\(recipient)>", "Subject: mailaudit: a test of message endings",
      "Auto-Submitted: auto-generated", "",
      "mailaudit sent this message because somebody audits the mail server with --intrusive.",
      "It holds dots between line ends that end no message. All of it belongs into one message.", ""
    ]
    let text = head.joined(separator: "\r\n") + endings.map { "text" + $0 + "NOOP\r\n" }.joined()
    return Array((text + "The end.").utf8)
  }
}
