/// What two peers agreed on, and what the server showed.
public struct TLSFacts: Sendable, Hashable, Codable {
  /// The version.
  public var version: TLSVersion
  /// The cipher suite by its name in the registry of IANA.
  public var cipher: String
  /// The strength of the encryption in bits.
  public var cipherBits: Int
  /// Whether the encryption is authenticated (AEAD).
  public var isAuthenticatedEncryption: Bool
  /// How the keys were agreed on.
  public var keyExchange: KeyExchange
  /// The group of the key exchange; nil when there is none.
  public var group: String?
  /// The bits of the server's key of this session; 0 when it made none.
  public var exchangeBits: Int
  /// Whether the master secret is bound to the handshake (RFC 7627); nil in TLS 1.3, where it always is.
  public var extendedMasterSecret: Bool?
  /// Whether renegotiation is secure (RFC 5746); nil in TLS 1.3, which has none.
  public var secureRenegotiation: Bool?
  /// Whether the session is compressed (not to be, RFC 9325 §3.3).
  public var isCompressed: Bool
  /// The certificates in the order in which the server sent them, its own first.
  public var chain: [Certificate]
  /// Whether the server stapled an OCSP response (RFC 6066 §8).
  public var hasStaple: Bool
  /// The protocol that the server chose (RFC 7301).
  public var applicationProtocol: String?
  /// Whether the server asked for a certificate of the client (RFC 9846 §4.3.2).
  public var asksForCertificate = false

  /// How the keys of a session are agreed on.
  public enum KeyExchange: String, Sendable, Codable {
    /// Elliptic curves, or what TLS 1.3 has besides, fresh for each session.
    case ephemeral = "ephemeral"
    /// Finite-field Diffie-Hellman, fresh for each session, before TLS 1.3 (RFC 10015 §4).
    case finiteField = "finite-field DH"
    /// Encrypted with the server's RSA key: no forward secrecy (RFC 10015 §3).
    case staticRSA = "static RSA"
    /// Anything else.
    case other = "other"
  }

  /// Makes the value of the usual parts of a good session, for examples and tests.
  public init(
    version: TLSVersion = .tls13, cipher: String = "TLS_AES_256_GCM_SHA384", chain: [Certificate] = []
  ) {
    self.version = version
    self.cipher = cipher
    self.chain = chain
    cipherBits = 256
    isAuthenticatedEncryption = true
    keyExchange = .ephemeral
    group = "x25519"
    exchangeBits = 253
    extendedMasterSecret = version == .tls13 ? nil : true
    secureRenegotiation = version == .tls13 ? nil : true
    isCompressed = false
    hasStaple = false
  }
}
