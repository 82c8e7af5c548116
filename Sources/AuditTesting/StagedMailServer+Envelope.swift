import Checks

extension StagedMailServer {
  /// The reply to a command of a mail transaction; nil for other commands.
  func envelopeReply(to command: String) -> String? {
    switch command.prefix(4).uppercased() {
    case "MAIL", "RCPT":
      let path = (command.firstIndex(of: ":").map { command[command.index(after: $0)...] } ?? "").lowercased()
      let key = envelope.keys.filter { path.hasPrefix($0.lowercased()) }.max { $0.count < $1.count }
      return key.flatMap { envelope[$0] } ?? "250 2.1.0 ok"
    case "DATA": return "354 go ahead"
    case "RSET", "NOOP": return "250 2.0.0 ok"
    default: return nil
    }
  }

  /// Whether a message ends here.
  func ends(_ message: some Collection<UInt8>) -> Bool {
    let tail = Array(message.suffix(5))
    return looseEndings.union(["\r\n.\r\n"]).contains { ending in
      let octets = Array(ending.utf8)
      return tail.suffix(octets.count) == octets[...]
    }
  }

  /// The replies to a message in one piece: one, and those to the lines that stand behind an end that is none.
  func replies(toMessage octets: [UInt8]) -> [String] {
    guard let end = octets.indices.first(where: { ends(octets[...$0]) }) else { return [] }
    let rest = String(decoding: octets[(end + 1)...], as: UTF8.self).split(separator: "\r\n")
    return ["250 2.0.0 queued"] + rest.map { envelopeReply(to: String($0)) ?? "500 5.5.2 not known" }
  }
}
