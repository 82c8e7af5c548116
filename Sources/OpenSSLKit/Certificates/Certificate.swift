/// What stands in a certificate (RFC 5280 §4.1): a value, its DER form kept.
public struct Certificate: Sendable {
  /// OpenSSL's object of the DER form: reading it again costs a millisecond, most of it for the key.
  let object: CertificateObject
  /// The DER form.
  public let der: [UInt8]
  /// The SubjectPublicKeyInfo in DER (RFC 5280 §4.1.2.7).
  public let publicKeyInfo: [UInt8]
  /// The subject by RFC 2253, most significant part last.
  public let subject: String
  /// The issuer by RFC 2253.
  public let issuer: String
  /// The dNSName entries of the subject alternative name, as written (RFC 5280 §4.2.1.6).
  public let dnsNames: [String]
  /// The iPAddress entries of the subject alternative name: four or sixteen octets each.
  public let addresses: [[UInt8]]
  /// The first second of its life, since 1970, UTC; nil when what stands there is no time.
  public let notBefore: Int?
  /// The last second of its life, since 1970, UTC; nil when what stands there is no time.
  public let notAfter: Int?
  /// The serial number in hexadecimal.
  public let serial: String
  /// The kind of the key: `RSA`, `EC` with the name of the curve, `ED25519` and so on; `unknown` for others.
  public let keyKind: String
  /// The bits of the key; 0 when its kind is unknown.
  public let keyBits: Int
  /// The algorithm of the issuer's signature, such as `sha256WithRSAEncryption`.
  public let signatureAlgorithm: String
  /// Whether it is signed with its own key.
  public let isSelfSigned: Bool
  /// Whether it may issue certificates.
  public let isCA: Bool
  /// What it may be used for, when it says so (RFC 5280 §4.2.1.12).
  public let extendedKeyUsages: [String]

  /// The common name in the subject, for people only: names of hosts count in ``dnsNames`` alone (RFC 9525 §6.3).
  public var commonName: String? { Self.commonName(in: subject) }

  /// The common name of the issuer, or the whole issuer, for people.
  public var issuerName: String { Self.commonName(in: issuer) ?? issuer }

  private static func commonName(in name: String) -> String? {
    name.split(separator: ",").first { $0.hasPrefix("CN=") }.map { String($0.dropFirst(3)) }
  }

  /// Whether the key is an RSA key.
  public var isRSA: Bool { keyKind.hasPrefix("RSA") }

  /// Whether the key is on an elliptic curve.
  public var isEC: Bool { keyKind.hasPrefix("EC") }

  /// The whole life in seconds; nil when one of its ends is no time.
  public var lifetime: Int? {
    guard let notBefore, let notAfter else { return nil }
    return max(0, notAfter - notBefore)
  }
}

extension Certificate: Hashable {
  /// Everything else is read from the DER form.
  public static func == (left: Certificate, right: Certificate) -> Bool { left.der == right.der }

  /// As for ``==(_:_:)``.
  public func hash(into hasher: inout Hasher) { hasher.combine(der) }
}

extension Certificate {
  /// A digest of the whole certificate.
  public func fingerprint(_ algorithm: DigestAlgorithm = .sha256) throws(OpenSSLError) -> [UInt8] {
    try algorithm.digest(of: der)
  }

  /// A digest of the public key alone: it stays when a certificate is renewed with the same key.
  public func keyFingerprint(_ algorithm: DigestAlgorithm = .sha256) throws(OpenSSLError) -> [UInt8] {
    try algorithm.digest(of: publicKeyInfo)
  }
}
