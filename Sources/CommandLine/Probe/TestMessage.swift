import AuditModel

/// The message of `--send-test`: it says what it is.
struct TestMessage {
  /// The author.
  let from: String
  /// The recipients.
  let to: [String]
  /// Seconds since 1970, UTC.
  let time: Int
  /// What makes its Message-ID unique.
  var token = Console.current.draw()

  /// The identifier with its angle brackets (RFC 5322 §3.6.4): the right side is the author's domain.
  var messageID: String {
    let domain = from.split(separator: "@").last.map(String.init) ?? "mailaudit.invalid"
    return "<mailaudit.\(time).\(String(token, radix: 36))@\(domain)>"
  }

  /// The message, its lines ended by CRLF.
  var octets: [UInt8] {
    let lines = [
      "From: <\(from)>", "To: \(to.map { "<\($0)>" }.joined(separator: ", "))", "Subject: Test of a mail server",
      "Date: \(Timestamp.rfc5322(time))", "Message-ID: \(messageID)", "Auto-Submitted: auto-generated",
      "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", "",
      "This is a test message. Somebody ran \"mailaudit probe --send-test\" to see whether the mail server takes mail",
      "from <\(from)>. Nothing has to be done; you may delete it."
    ]
    return Array(lines.map { $0 + "\r\n" }.joined().utf8)
  }
}
