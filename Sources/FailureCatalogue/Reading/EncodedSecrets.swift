/// Secrets that are known by what base64 hides: the answers of SASL mechanisms, wherever they stand.
enum EncodedSecrets {
  /// Shorter runs hide no name and password.
  private static let shortest = 8

  static func find(_ octets: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
    var secrets: [Range<Int>] = []
    var start = line.lowerBound
    while start < line.upperBound {
      var end = start
      while end < line.upperBound, value(octets[end]) != nil || octets[end] == UInt8(ascii: "=") { end += 1 }
      if end - start >= shortest, isSecret(decode(octets[start..<end])) { secrets.append(start..<end) }
      start = max(end, start) + 1
    }
    return secrets + proofs(octets, line)
  }

  /// `NUL user NUL password` (RFC 4616 §2), `user digest` (RFC 2195 §2), a bearer token (RFC 7628 §3.1), SCRAM (RFC 5802).
  private static func isSecret(_ text: [UInt8]) -> Bool {
    guard text.count >= 4, text.allSatisfy({ $0 == 0 || $0 == 1 || $0 >= 0x20 }) else { return false }
    if text.contains(0) { return text.count { $0 == 0 } <= 2 }
    let words = String(decoding: text, as: UTF8.self)
    if words.contains("auth=Bearer") || words.hasPrefix("n,,") || words.contains(",p=") { return true }
    let digest = text.suffix(32)
    return text.count > 33 && text[text.count - 33] == 0x20
      && digest.allSatisfy { $0.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0.lowercased) }
  }

  /// A client's proof of SCRAM that stands there decoded.
  private static func proofs(_ octets: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
    var secrets: [Range<Int>] = []
    let sign = Array(",p=".utf8)
    var index = line.lowerBound
    while index < line.upperBound {
      guard TranscriptLine.starts(octets, index..<line.upperBound, with: sign) else {
        index += 1
        continue
      }
      let start = index + sign.count
      var end = start
      while end < line.upperBound, value(octets[end]) != nil || octets[end] == UInt8(ascii: "=") { end += 1 }
      if end - start >= shortest { secrets.append(start..<end) }
      index = max(end, index + 1)
    }
    return secrets
  }

  private static func decode(_ run: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var (bits, count) = (0, 0)
    for octet in run {
      guard let value = value(octet) else { break }
      bits = (bits << 6 | value) & 0xFFFF
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return result
  }

  private static func value(_ octet: UInt8) -> Int? {
    switch octet {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(octet) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(octet) - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(octet) + 4
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
