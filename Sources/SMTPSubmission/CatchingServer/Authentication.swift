import DNS
import SASL

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
