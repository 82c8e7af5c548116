import Checks

extension StagedMailServer {
  /// The lines that answer a command which is neither EHLO nor STARTTLS: those of ``envelope`` for MAIL and RCPT, where
  /// one fits.
  func envelopeAnswer(to command: String) -> [String] {
    guard ["MAIL", "RCPT"].contains(command.prefix(4).uppercased()), let colon = command.firstIndex(of: ":") else {
      return answer(to: command)
    }
    let path = command[command.index(after: colon)...].lowercased()
    let key = envelope.keys.filter { path.hasPrefix($0.lowercased()) }.max { $0.count < $1.count }
    return key.flatMap { envelope[$0] }.map { [$0] } ?? answer(to: command)
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
    guard !looseEndings.isEmpty, let end = octets.indices.first(where: { ends(octets[...$0]) }) else {
      return answer(to: ".")
    }
    let rest = String(decoding: octets[(end + 1)...], as: UTF8.self).split(separator: "\r\n")
    return answer(to: ".") + rest.flatMap { $0 == "." ? ["500 5.5.2 not known"] : envelopeAnswer(to: String($0)) }
  }
}
