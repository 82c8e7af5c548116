import OpenSSLKit
import SASL

extension Secret {
  /// The octets as text: for tests, which know them anyway.
  var revealed: String { reveal { octets in String(decoding: octets.indices.map { octets[$0] }, as: UTF8.self) } }

  /// A secret of base64.
  convenience init(base64 text: String) {
    let octets = Base64Line.decode(Array(text.utf8)[...]) ?? []
    self.init(octets.span)
  }
}

extension SASLLine {
  /// What the line says behind its last blank, decoded.
  var response: String {
    // Two octets, and one Character.
    let text = Array(wire.revealed.utf8).dropLast(2)
    let encoded = text.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false).last ?? []
    return String(decoding: Base64Line.decode(encoded) ?? Array("(no base64)".utf8), as: UTF8.self)
  }
}

extension SASLExchange {
  /// The response to a challenge in clear text.
  mutating func respond(clear challenge: String) throws(SASLFailure) -> SASLLine {
    try respond(to: Array(Base64Line.encode(challenge).utf8))
  }
}
