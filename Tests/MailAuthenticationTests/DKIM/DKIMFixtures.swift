import MailAuthentication
import OpenSSLKit

/// Keys for tests, made by the openssl command.
enum DKIMFixtures {
  /// RSA 512 as SubjectPublicKeyInfo: short enough to read.
  static let rsa512 =
    "MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAORf8ULYngF8XF6N1QoP7oovUp9S3mYpgjZ9yOO+3vnqTLDDZmIujLrNTZTP1GCSzEXTGihG2Ah0G8FgukXR0qMCAwEAAQ=="
  /// The same key as bare RSAPublicKey.
  static let bareRSA512 =
    "MEgCQQDkX/FC2J4BfFxejdUKD+6KL1KfUt5mKYI2fcjjvt756kyww2ZiLoy6zU2Uz9RgksxF0xooRtgIdBvBYLpF0dKjAgMBAAE="

  /// The key of a record in a few words.
  static func describe(_ record: DKIMKeyRecord) -> String {
    switch record.material {
    case .publicKey(.rsa(let key), let encoding): "RSA \(key.bitCount) \(encoding.rawValue)"
    case .publicKey(.ed25519, _): "Ed25519"
    case .revoked: "revoked"
    case .missing: "missing"
    case .undecodable: "undecodable"
    case .unreadable: "unreadable"
    case .unknownType: "unknown type"
    }
  }
}
