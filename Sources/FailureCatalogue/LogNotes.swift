/// What lines of logs show beside their failures: names that leak, slow deliveries, old TLS.
enum LogNotes {
  /// Seconds of a delivery from which it is worth telling: a web page that waits for it is felt to hang.
  private static let slow = 10

  static func notes(_ statement: FailureStatement) -> [FailureNote] {
    let text = statement.text
    return [
      delay(text), sender(text), messageID(text), tls(text), unqualified(text), exchange(text), privateRelay(text)
    ].compactMap(\.self) + sendmailNotes(statement)
  }

  /// `delay=00:00:22` of sendmail, `delay=22` of Postfix.
  private static func delay(_ text: MappedText) -> FailureNote? {
    guard let start = text.firstIndex(ofOctets: Array(" delay=".utf8)) else { return nil }
    let value = String(
      decoding: text.octets[(start + 7)...].prefix { $0.isDigit || $0 == UInt8(ascii: ":") }.prefix(12), as: UTF8.self)
    let parts = value.split(separator: ":").compactMap { Int($0) }
    let seconds = parts.reduce(0) { $0 * 60 + min($1, 10_000_000) }
    guard seconds >= slow, text.contains("sent") else { return nil }
    return FailureNote(
      id: "slow-delivery",
      text:
        "A delivery took \(seconds) seconds. An application that sends directly makes its page wait that long; let it "
        + "hand over to a local queue.")
  }

  /// An envelope sender that is a user of this machine: bounces are lost, and SPF cannot pass.
  private static func sender(_ text: MappedText) -> FailureNote? {
    guard let address = value(text, "from=<"), let at = address.lastIndex(of: "@") else { return nil }
    let domain = address[address.index(after: at)...]
    guard let words = HelloName.fault(String(domain)), !domain.hasPrefix("[") else { return nil }
    return FailureNote(
      id: "local-sender",
      text:
        "The envelope sender \(address) has \(words): bounces are lost, and SPF cannot pass. Set a real address (sendmail "
        + "-f, mailreturnpath, or the envelope setting of the application).")
  }

  private static func messageID(_ text: MappedText) -> FailureNote? {
    guard let identifier = value(text, "msgid=<") ?? value(text, "message-id=<"),
      let at = identifier.lastIndex(of: "@")
    else { return nil }
    let domain = String(identifier[identifier.index(after: at)...])
    guard let words = HelloName.fault(domain), !domain.hasPrefix("[") else { return nil }
    return FailureNote(
      id: "local-message-id",
      text:
        "The Message-ID ends in \(domain), \(words), which receivers take for a sign of spam. Give the host a full name, or "
        + "masquerade as one (sendmail: MASQUERADE_AS)."
    )
  }

  private static func tls(_ text: MappedText) -> FailureNote? {
    guard text.contains("version=tlsv1/sslv3") || text.contains("version=tlsv1,") || text.contains("version=tlsv1.1")
    else {
      return nil
    }
    return FailureNote(
      id: "old-tls", text: "TLS 1.0 or 1.1 was used, which RFC 8996 forbids; old builds write TLSv1/SSLv3 for TLS 1.0.")
  }

  private static func unqualified(_ text: MappedText) -> FailureNote? {
    guard text.contains("my unqualified host name"), let open = text.octets.firstIndex(of: UInt8(ascii: "(")),
      let close = text.octets[open...].firstIndex(of: UInt8(ascii: ")")), close - open < 256
    else { return nil }
    return FailureNote(
      id: "unqualified-name",
      text:
        "The host calls itself \(text.string((open + 1)..<close)). Each start of sendmail waits about two minutes for that."
    )
  }

  private static func exchange(_ text: MappedText) -> FailureNote? {
    guard text.contains("[internalid="), text.contains("queued mail for delivery") else { return nil }
    return FailureNote(
      id: "accepted-by-exchange", text: "The server that took the mail is Microsoft Exchange ([InternalId=...]).")
  }

  /// A mail server at a private address: the names of the public DNS say nothing about it.
  private static func privateRelay(_ text: MappedText) -> FailureNote? {
    guard let relay = text.firstIndex(of: "relay="),
      let open = text.firstIndex(ofOctets: [UInt8(ascii: "[")], from: relay),
      let close = text.octets[open...].firstIndex(of: UInt8(ascii: "]")), close - open < 48
    else { return nil }
    let literal = text.string(open..<(close + 1))
    guard !literal.hasPrefix("[127."), HelloName.fault(literal) != nil else { return nil }
    return FailureNote(
      id: "private-relay",
      text:
        "The server at \(literal) has a private address: names come from an inner DNS, and checks from outside see others."
    )
  }

  private static func value(_ text: MappedText, _ sign: String) -> String? {
    guard let start = text.firstIndex(ofOctets: Array(sign.utf8)) else { return nil }
    let begin = start + sign.utf8.count
    var end = begin
    while end < text.count, end - begin < 320, text.octets[end] != UInt8(ascii: ">") { end += 1 }
    return end < text.count ? text.string(begin..<end) : nil
  }
}
