import DNS

/// A mechanism of AUTH that the catching server offers.
public enum AuthenticationMechanism: String, Sendable, CaseIterable {
  /// RFC 4616.
  case plain = "PLAIN"
  /// Never standardised, and widely used: user name and password, one reply each.
  case login = "LOGIN"
  /// RFC 2195.
  case cramMD5 = "CRAM-MD5"

  init?(_ word: ArraySlice<UInt8>) {
    guard let found = Self.allCases.first(where: { word.equalsIgnoringCase($0.rawValue) }) else { return nil }
    self = found
  }
}

/// How a client logged in. There is no place for a password here.
public struct CaughtLogin: Sendable, Hashable {
  /// The mechanism.
  public let mechanism: AuthenticationMechanism
  /// The user name.
  public let user: String
  /// Whether TLS was on.
  public let isInTLS: Bool

  /// Makes the value of its parts.
  public init(_ mechanism: AuthenticationMechanism, user: String, isInTLS: Bool) {
    self.mechanism = mechanism
    self.user = user
    self.isInTLS = isInTLS
  }
}

/// Reads what clients answer in AUTH. Whatever the answer holds, the user name alone comes out.
enum AuthenticationResponse {
  /// RFC 4616 §2: `[authzid] NUL authcid NUL passwd`; the authcid. Nil when there are not two NULs, or no name.
  static func plainUser(_ response: ArraySlice<UInt8>) -> String? {
    guard let octets = Base64Line.decode(response) else { return nil }
    let parts = octets.split(separator: 0, omittingEmptySubsequences: false)
    return parts.count == 3 ? name(parts[1]) : nil
  }

  /// The first answer in LOGIN.
  static func loginUser(_ response: ArraySlice<UInt8>) -> String? {
    Base64Line.decode(response).flatMap { name($0[...]) }
  }

  /// The second answer in LOGIN is a password: whether it is base64 is all that is found out.
  static func isWellFormed(_ response: ArraySlice<UInt8>) -> Bool { Base64Line.isValid(response) }

  /// RFC 2195 §2: the user name, a blank, 32 hexadecimal digits.
  static func cramUser(_ response: ArraySlice<UInt8>) -> String? {
    guard let octets = Base64Line.decode(response), let blank = octets.lastIndex(of: 0x20) else { return nil }
    let digest = octets[(blank + 1)...]
    let isDigest =
      digest.count == 32 && digest.allSatisfy { $0.isASCIIDigit || (97...102).contains($0.lowercasedASCII) }
    return isDigest ? name(octets[..<blank]) : nil
  }

  private static func name(_ octets: ArraySlice<UInt8>) -> String? {
    guard !octets.isEmpty, octets.count <= CatchingLimits.nameOctets, !octets.contains(0) else { return nil }
    return String(decoding: octets, as: UTF8.self)
  }
}

/// Base64 in one line (RFC 4648 §4), as AUTH has it (RFC 4954 §4): strict, and empty for `=` alone.
enum Base64Line {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let values: [UInt8] = {
    var table = [UInt8](repeating: 255, count: 256)
    for (value, character) in alphabet.enumerated() { table[Int(character)] = UInt8(value) }
    return table
  }()
  private static let pad = UInt8(ascii: "=")

  static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    if text.elementsEqual([pad]) { return true }
    let digits = text.prefix { $0 != pad }
    let padding = text.count - digits.count
    return text.count % 4 == 0 && padding <= 2 && text.suffix(padding).allSatisfy { $0 == pad }
      && digits.allSatisfy { values[Int($0)] < 64 }
  }

  static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
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

  static func encode(_ text: String) -> String {
    let octets = Array(text.utf8)
    var result: [UInt8] = []
    for start in stride(from: 0, to: octets.count, by: 3) {
      let group = octets[start..<min(start + 3, octets.count)]
      let bits = group.reduce(0) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for place in 0..<4 {
        let value = alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)]
        result.append(place <= group.count ? value : pad)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
