public import OpenSSLKit

/// Finds secrets in texts of strangers: a server can repeat in a reply what was sent to it.
///
/// Sought are the octets themselves and their base64, wherever in a longer text they were encoded. Secrets of fewer than
/// four octets are not sought: they stand in ordinary words, and leaving those out would tell what they are.
public struct SecretSearch: Sendable {
  private let needles: [Secret]

  /// What stands in place of a secret.
  public static let replacement = "[redacted]"

  /// Seeks some secrets.
  public init(_ secrets: [Secret]) {
    let long = secrets.filter { $0.count >= SASLLimits.shortestSought }
    needles = long + long.flatMap { secret in (0...2).map { Self.base64(of: secret, behind: $0) } }
  }

  /// Whether a secret stands in a text.
  public func finds(in text: String) -> Bool {
    let octets = Array(text.utf8)
    return octets.indices.contains { match(octets, at: $0) != nil }
  }

  /// The text with ``replacement`` in place of every secret.
  public func redacted(_ text: String) -> String {
    let octets = Array(text.utf8)
    var (result, position): ([UInt8], Int) = ([], 0)
    while position < octets.count {
      if let end = match(octets, at: position) {
        result += Array(Self.replacement.utf8)
        position = end
      } else {
        result.append(octets[position])
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The end of a secret that begins at a place. A few octets decide; what follows as it does in the secret goes too.
  private func match(_ octets: [UInt8], at start: Int) -> Int? {
    for needle in needles {
      let common = needle.reveal { sought in
        var count = 0
        while count < sought.count, start + count < octets.count, octets[start + count] == sought[count] { count += 1 }
        return count
      }
      if common >= min(needle.count, SASLLimits.soughtOctets) { return start + common }
    }
    return nil
  }

  /// The characters of base64 that a secret alone decides when 0, 1 or 2 octets stand before it in its group of three.
  private static func base64(of secret: Secret, behind offset: Int) -> Secret {
    var builder = SecretBuilder(capacity: secret.count + offset)
    for _ in 0..<offset { builder.append(0) }
    builder.append(secret)
    let bits = 8 * (offset + secret.count)
    let first = (8 * offset + 5) / 6
    let whole = Base64Line.encode(builder.finish())
    return whole.reveal { text in Secret(text.extracting(first..<(bits / 6))) }
  }
}
