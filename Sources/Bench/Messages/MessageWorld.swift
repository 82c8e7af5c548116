import AuditTesting
import OpenSSLKit

/// Signed messages to measure with: the kinds of keys and signatures that mail has.
struct MessageWorld {
  private var random: WorldRandom
  private let rsa2048: [MessageSigner]
  private let rsa1024: [MessageSigner]
  private let rsa4096: [MessageSigner]
  private let ed25519: [MessageSigner]
  private let octets: Int

  /// A message, and whether one of its signatures verifies.
  struct Made {
    let octets: [UInt8]
    let passes: Bool
  }

  /// A world of messages of about `octets` each.
  init(seed: Int, octets: Int) throws {
    random = WorldRandom(seed: UInt64(seed), stream: octets)
    self.octets = octets
    rsa2048 = try (0..<4).map { MessageSigner("rsa2048-\($0).example", key: try SigningKey(rsaBits: 2048)) }
    rsa1024 = try (0..<2).map { MessageSigner("rsa1024-\($0).example", key: try SigningKey(rsaBits: 1024)) }
    rsa4096 = [MessageSigner("rsa4096.example", key: try SigningKey(rsaBits: 4096))]
    ed25519 = try (0..<2).map { number in
      MessageSigner("ed25519-\(number).example", key: try SigningKey(ed25519: (0..<32).map { UInt8($0 + number) }))
    }
  }

  /// Lines `name text` with all key records.
  var keys: String {
    (rsa2048 + rsa1024 + rsa4096 + ed25519).map { "\($0.selector)._domainkey.\($0.domain) \($0.keyRecord)\n" }.joined()
  }

  /// The next message: 72% RSA of 2048 bits, 18% of 1024, 7% Ed25519, 3% RSA of 4096; 10% have two signatures, 6% were
  /// altered.
  mutating func next() throws -> Made {
    var message = Array(text().utf8)
    for _ in 0..<(random.happens(10) ? 2 : 1) { message = try nextSigner().sign(message) }
    guard random.happens(6) else { return Made(octets: message, passes: true) }
    message[message.count - 8] ^= 1
    return Made(octets: message, passes: false)
  }

  private mutating func nextSigner() -> MessageSigner {
    let kind = random.pick([(72, rsa2048), (18, rsa1024), (7, ed25519), (3, rsa4096)])
    var signer = kind[random.number(below: kind.count)]
    signer.canonicalization = random.pick([
      (70, "relaxed/relaxed"), (15, "relaxed/simple"), (10, "simple/simple"), (5, "simple/relaxed")
    ])
    signer.names += ["Reply-To", "List-Unsubscribe", "From", "Subject"]
    signer.tags = "t=1700000000"
    return signer
  }

  private mutating func text() -> String {
    let isLarge = octets > 20_000
    let body =
      isLarge
      ? "--b\r\nContent-Type: text/plain\r\n\r\n\(prose(3000))\r\n--b\r\nContent-Type: application/pdf\r\n"
        + "Content-Transfer-Encoding: base64\r\n\r\n\(attachment(octets - 5000))--b--\r\n" : prose(octets - 1800)
    return header(isLarge ? "multipart/mixed; boundary=b" : "text/plain; charset=utf-8") + "\r\n" + body
      + "The end.\r\n"
  }

  private mutating func header(_ type: String) -> String {
    let id = random.number(below: 1 << 40)
    let hops = (1...3).map { hop in
      "Received: from hop\(hop).example (hop\(hop).example [192.0.2.\(hop)])\r\n\tby mx\(hop).example (Postfix) with ESMTPS"
        + " id \(id)\(hop)\r\n\tfor <bob@example.org>; Tue, 14 Nov 2023 22:13:20 +0000 (UTC)\r\n"
    }
    return hops.joined() + """
      From: Anna Example <anna@rsa2048-0.example>\r
      To: Bob Example <bob@example.org>,\r
      \tCarol Example <carol@example.org>\r
      Reply-To: office@example.com\r
      Subject: Your invoice of November, number \(id)\r
      Date: Tue, 14 Nov 2023 22:13:20 +0000\r
      Message-ID: <\(id)@rsa2048-0.example>\r
      MIME-Version: 1.0\r
      Content-Type: \(type)\r
      List-Unsubscribe: <https://example.com/u/\(id)>, <mailto:u@example.com>\r
      X-Mailer: bench\r

      """
  }

  private static let words =
    "the invoice of this month is attached please pay before its day and write to us if anything is not right".split(
      separator: " ")

  private mutating func prose(_ count: Int) -> String {
    var (text, column) = ("", 0)
    while text.utf8.count < count {
      let word = Self.words[random.number(below: Self.words.count)]
      text += word
      column += word.utf8.count + 1
      text += column > 66 ? "\r\n" : " "
      if column > 66 { column = 0 }
    }
    return text + "\r\n"
  }

  private mutating func attachment(_ count: Int) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(count + 80)
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    while text.count < count {
      var bits = random.next()
      for column in 0..<76 {
        if column % 10 == 0 { bits = random.next() }
        text.append(alphabet[Int(bits & 63)])
        bits >>= 6
      }
      text += [0x0D, 0x0A]
    }
    return String(decoding: text, as: UTF8.self)
  }
}
