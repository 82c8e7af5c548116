public import OpenSSLKit

/// Signs messages for tests and benchmarks, so that they need no recorded signatures.
public struct MessageSigner: Sendable {
  /// `d=`.
  public var domain: String
  /// `s=`.
  public var selector: String
  /// The private key.
  public var key: SigningKey
  /// `c=`.
  public var canonicalization = "relaxed/relaxed"
  /// `h=`.
  public var names = ["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"]
  /// More tags, such as `t=1700000000; x=1700086400`; empty for none.
  public var tags = ""
  /// `l=`; nil for none.
  public var length: Int?
  /// The hash of `a=`.
  public var digest = DigestAlgorithm.sha256

  /// A signer with a key.
  public init(_ domain: String, selector: String = "s", key: SigningKey) {
    (self.domain, self.selector, self.key) = (domain, selector, key)
  }

  /// A signer with the RSA key of 2048 bits among the example keys.
  public init(_ domain: String = "example.com", selector: String = "s") throws(OpenSSLError) {
    self.init(domain, selector: selector, key: try SigningKey(pem: ExampleKeys.goodRSA))
  }

  /// `a=`.
  public var algorithm: String {
    if case .rsa = key.publicKey { "rsa-\(digest.rawValue)" } else { "ed25519-sha256" }
  }

  /// The key record that belongs to the key.
  public var keyRecord: String {
    switch key.publicKey {
    case .rsa: "v=DKIM1; k=rsa; p=" + PlainBase64.encode(key.publicKey.subjectPublicKeyInfo)
    case .ed25519(let key): "v=DKIM1; k=ed25519; p=" + PlainBase64.encode(key.octets)
    }
  }

  /// The zone text with the key record, in strings that leave room for changes.
  public var zoneText: String {
    var rest = keyRecord[...]
    var strings: [String] = []
    while !rest.isEmpty {
      strings.append("\"\(rest.prefix(200))\"")
      rest = rest.dropFirst(200)
    }
    return "\(selector)._domainkey.\(domain). TXT \(strings.joined(separator: " "))\n"
  }

  /// The message with a signature on top. Its lines end in CRLF, if they do not already.
  public func sign(_ message: String) throws(OpenSSLError) -> String {
    String(decoding: try sign(Array(message.utf8)), as: UTF8.self)
  }

  /// The same for octets.
  public func sign(_ message: [UInt8]) throws(OpenSSLError) -> [UInt8] {
    let parts = PlainMessage(message)
    let field = try field(
      "DKIM-Signature", "v=1; a=\(algorithm); c=\(canonicalization); d=\(domain); s=\(selector)", over: parts)
    return field + [0x0D, 0x0A] + parts.octets
  }

  /// A field with the signature, without its line end.
  func field(_ name: String, _ start: String, over parts: PlainMessage) throws(OpenSSLError) -> [UInt8] {
    let words = canonicalization.split(separator: "/")
    let (header, body) = (words.first == "relaxed", words.last == "relaxed" && words.count == 2)
    var canonical = PlainCanonicalization.body(parts.body, isRelaxed: body)
    if let length { canonical = Array(canonical.prefix(length)) }
    let hash = try digest.digest(of: canonical)
    var text = "\(name): \(start);\r\n\t" + (length.map { "l=\($0); " } ?? "") + (tags.isEmpty ? "" : tags + "; ")
    text += "h=\(names.joined(separator: ":"));\r\n\tbh=\(PlainBase64.encode(hash));\r\n\tb="
    var signed: [UInt8] = []
    for field in parts.select(names) {
      signed += PlainCanonicalization.field(field, isRelaxed: header) + [0x0D, 0x0A]
    }
    return try seal(Array(text.utf8), signed: signed, isRelaxed: header)
  }

  /// Appends the signature over `signed` and the field itself, in lines of 72 characters.
  func seal(_ text: [UInt8], signed: [UInt8], isRelaxed: Bool) throws(OpenSSLError) -> [UInt8] {
    let input = signed + PlainCanonicalization.field(text, isRelaxed: isRelaxed)
    var rest = PlainBase64.encode(try key.sign(try digest.digest(of: input), digest))[...]
    var result = text
    while !rest.isEmpty {
      result += Array(rest.prefix(72).utf8)
      rest = rest.dropFirst(72)
      if !rest.isEmpty { result += Array("\r\n\t ".utf8) }
    }
    return result
  }
}

/// Base64 with padding (RFC 4648 §4).
enum PlainBase64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

  static func encode(_ octets: [UInt8]) -> String {
    var text = ""
    for start in stride(from: 0, to: octets.count, by: 3) {
      let part = octets[start..<min(start + 3, octets.count)]
      let bits = part.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - part.count))
      for place in 0..<4 { text.append(place <= part.count ? alphabet[bits >> (18 - 6 * place) & 63] : "=") }
    }
    return text
  }
}
