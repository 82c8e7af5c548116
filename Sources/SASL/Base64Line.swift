public import OpenSSLKit

/// Base64 in one line (RFC 4648 §4), as AUTH has it (RFC 4954 §4): strict, and empty for `=` alone.
public enum Base64Line {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let values: [UInt8] = {
    var table = [UInt8](repeating: 255, count: 256)
    for (value, character) in alphabet.enumerated() { table[Int(character)] = UInt8(value) }
    return table
  }()
  private static let pad = UInt8(ascii: "=")

  /// Whether a text is base64 with its padding.
  public static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    if text.elementsEqual([pad]) { return true }
    let digits = text.prefix { $0 != pad }
    let padding = text.count - digits.count
    return text.count % 4 == 0 && padding <= 2 && text.suffix(padding).allSatisfy { $0 == pad }
      && digits.allSatisfy { values[Int($0)] < 64 }
  }

  /// The octets that a text stands for; nil when it is no base64.
  public static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard isValid(text) else { return nil }
    var result: [UInt8] = []
    var (bits, count): (UInt32, Int) = (0, 0)
    for character in text where character != pad {
      bits = (bits & 0xFFFF) << 6 | UInt32(values[Int(character)])
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
    return result
  }

  /// The text that stands for the UTF-8 form of another.
  public static func encode(_ text: String) -> String { encode(Array(text.utf8)) }

  /// The text that stands for octets.
  public static func encode(_ octets: [UInt8]) -> String {
    var result: [UInt8] = []
    encode(octets.span) { result.append($0) }
    return String(decoding: result, as: UTF8.self)
  }

  /// The text that stands for a secret: a secret itself.
  public static func encode(_ secret: Secret) -> Secret {
    var builder = SecretBuilder(capacity: (secret.count + 2) / 3 * 4)
    secret.reveal { octets in encode(octets) { builder.append($0) } }
    return builder.finish()
  }

  private static func encode(_ octets: Span<UInt8>, _ write: (UInt8) -> Void) {
    for start in stride(from: 0, to: octets.count, by: 3) {
      let count = min(3, octets.count - start)
      var bits: UInt32 = 0
      for place in 0..<3 { bits = bits << 8 | (place < count ? UInt32(octets[start + place]) : 0) }
      for place in 0..<4 {
        write(place <= count ? alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)] : pad)
      }
    }
  }
}
