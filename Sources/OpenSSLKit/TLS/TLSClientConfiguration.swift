/// How a client begins a TLS session.
public struct TLSClientConfiguration: Sendable, Hashable {
  /// The name that is asked for (SNI, RFC 6066 §3); nil sends none.
  public var serverName: String?
  /// The lowest version that is offered.
  public var minimumVersion: TLSVersion
  /// The highest version that is offered.
  public var maximumVersion: TLSVersion
  /// The cipher suites up to TLS 1.2 in OpenSSL's words.
  public var ciphers: String
  /// The kind of key that the server is to prove itself with; nil for any.
  public var serverKey: ServerKey?
  /// The key exchange groups in OpenSSL's words; nil for OpenSSL's own list.
  public var groups: String?
  /// The protocols to choose from (ALPN, RFC 7301), the preferred first.
  public var applicationProtocols: [String] = []
  /// Whether the server is asked for a stapled OCSP response (RFC 6066 §8).
  public var asksForStatus = false
  /// What is shown when the server asks for a certificate; nil shows none.
  public var identity: TLSClientIdentity?

  /// A kind of key in a certificate.
  public enum ServerKey: String, Sendable, CaseIterable {
    /// RSA.
    case rsa = "RSA"
    /// ECDSA.
    case ecdsa = "ECDSA"
  }

  /// What ordinary clients offer today: TLS 1.2 and 1.3 with forward secrecy (RFC 9325 §3.1, §4.1).
  public static func current(serverName: String?) -> TLSClientConfiguration {
    TLSClientConfiguration(
      serverName: serverName, minimumVersion: .tls12, maximumVersion: .tls13, ciphers: TLSCiphers.current)
  }

  /// Everything that OpenSSL can still speak, so that what is outdated is seen and not refused.
  public static func lenient(serverName: String?) -> TLSClientConfiguration {
    var result = TLSClientConfiguration(
      serverName: serverName, minimumVersion: .tls10, maximumVersion: .tls13, ciphers: TLSCiphers.all)
    result.asksForStatus = true
    return result
  }
}

/// Lists of cipher suites up to TLS 1.2, in OpenSSL's words. Level 0 lets weak keys and digests be seen.
public enum TLSCiphers {
  /// Ephemeral key exchange with authenticated encryption (RFC 9325 §4.2).
  public static let current = "ECDHE+AESGCM:ECDHE+CHACHA20:DHE+AESGCM:DHE+CHACHA20:!aNULL:@SECLEVEL=1"
  /// The same without finite-field Diffie-Hellman, which RFC 10015 §4 forbids: for servers.
  public static let ephemeral = "ECDHE+AESGCM:ECDHE+CHACHA20:!aNULL:@SECLEVEL=0"
  /// All that prove who the server is.
  public static let all = "ALL:!aNULL:@SECLEVEL=0"
  /// Key exchange encrypted with the server's RSA key: no forward secrecy (RFC 10015 §3).
  public static let staticRSA = "kRSA:!eNULL:@SECLEVEL=0"
  /// Finite-field Diffie-Hellman (RFC 10015 §4).
  public static let finiteField = "kDHE:!aNULL:!eNULL:@SECLEVEL=0"
  /// No encryption at all.
  public static let null = "eNULL:@SECLEVEL=0"
  /// No proof of who the server is.
  public static let anonymous = "aNULL:!eNULL:@SECLEVEL=0"
  /// 3DES and what else has blocks of 64 bits, and RC4 (RFC 7465), where OpenSSL still has them.
  public static let outdated = "3DES:RC4:IDEA:SEED:!eNULL:@SECLEVEL=0"
}
