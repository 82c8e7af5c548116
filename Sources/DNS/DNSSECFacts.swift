/// What makes a chain of signatures break.
public enum DNSSECFault: String, Sendable, CaseIterable, Codable {
  /// A signed zone gives records without a signature (RFC 4035 §2.2).
  case signatureMissing
  /// Validators know the algorithm of no signature, or do not go by it (RFC 9904 §2).
  case algorithmUnsupported
  /// The time of every signature is over (RFC 4035 §5.3.1).
  case signatureExpired
  /// The time of every signature is still to come (RFC 4035 §5.3.1).
  case signatureNotYetValid
  /// No key of the zone fits a signature by tag and algorithm (RFC 4035 §5.3.1).
  case keyMissing
  /// The signature is another zone's (RFC 4035 §5.3.1).
  case wrongSigner
  /// The signature does not verify: records or signature were changed (RFC 4035 §5.3.3).
  case signatureInvalid
  /// No DNSKEY record matches the DS records of the parent (RFC 4035 §5.2).
  case noKeyMatchesDS
  /// A negative answer, or one made from a wildcard, comes without NSEC or NSEC3 records (RFC 4035 §5.4).
  case denialMissing
  /// The NSEC or NSEC3 records do not prove what the answer says (RFC 4035 §5.4, RFC 5155 §8).
  case denialInvalid
  /// So many signatures and keys that validators give up before one verifies (CVE-2023-50387).
  case tooManySignatures
}

/// One signed zone of a chain.
public struct DNSSECLink: Sendable, Hashable, Codable {
  /// The zone.
  public let zone: DomainName
  /// The DS records in the parent, or those of the trust anchor (RFC 4034 §5).
  public var delegationSigners: [DNSSECDelegationSigner]
  /// The keys that the zone publishes; empty when they were not looked at.
  public var keys: [DNSSECKey]
  /// The signatures of the DS and DNSKEY sets.
  public var signatures: [DNSSECSignature]

  /// Makes the value of its parts.
  public init(
    zone: DomainName, delegationSigners: [DNSSECDelegationSigner], keys: [DNSSECKey] = [],
    signatures: [DNSSECSignature] = []
  ) {
    self.zone = zone
    self.delegationSigners = delegationSigners
    self.keys = keys
    self.signatures = signatures
  }
}

/// What a DS record says besides its digest (RFC 4034 §5.1).
public struct DNSSECDelegationSigner: Sendable, Hashable, Codable {
  /// The tag of the key that it stands for.
  public let keyTag: UInt16
  /// The algorithm of that key.
  public let algorithm: DNSSECAlgorithm
  /// The algorithm of the digest, a number of the IANA registry.
  public let digestType: UInt8

  /// Makes the value of its parts.
  public init(keyTag: UInt16, algorithm: DNSSECAlgorithm, digestType: UInt8) {
    self.keyTag = keyTag
    self.algorithm = algorithm
    self.digestType = digestType
  }
}

/// What a DNSKEY record says besides the key (RFC 4034 §2.1).
public struct DNSSECKey: Sendable, Hashable, Codable {
  /// The tag (RFC 4034 appendix B).
  public let keyTag: UInt16
  /// The algorithm.
  public let algorithm: DNSSECAlgorithm
  /// SEP: the key that DS records point at (RFC 4034 §2.1.1).
  public let isSecureEntryPoint: Bool

  /// Makes the value of its parts.
  public init(keyTag: UInt16, algorithm: DNSSECAlgorithm, isSecureEntryPoint: Bool) {
    self.keyTag = keyTag
    self.algorithm = algorithm
    self.isSecureEntryPoint = isSecureEntryPoint
  }
}

/// What an RRSIG record says besides the signature (RFC 4034 §3.1).
public struct DNSSECSignature: Sendable, Hashable, Codable {
  /// The owner of the records.
  public let owner: DomainName
  /// Their type.
  public let type: DNSRecordType
  /// The zone that signed.
  public let signer: DomainName
  /// The algorithm.
  public let algorithm: DNSSECAlgorithm
  /// The tag of the key.
  public let keyTag: UInt16
  /// When its time begins, in seconds since 1970.
  public let inception: Int
  /// When its time is over, in seconds since 1970.
  public let expiration: Int

  /// Makes the value of its parts.
  public init(
    owner: DomainName, type: DNSRecordType, signer: DomainName, algorithm: DNSSECAlgorithm, keyTag: UInt16,
    inception: Int, expiration: Int
  ) {
    self.owner = owner
    self.type = type
    self.signer = signer
    self.algorithm = algorithm
    self.keyTag = keyTag
    self.inception = inception
    self.expiration = expiration
  }
}

/// How absence is proven.
public enum DNSSECDenial: Sendable, Hashable, Codable {
  /// By NSEC records (RFC 4034 §4).
  case nsec
  /// By NSEC3 records (RFC 5155), with their parameters and whether one of them passes over unsigned delegations.
  case nsec3(iterations: UInt16, saltOctets: Int, optOut: Bool)
}

/// The algorithm of a key, a number of the IANA registry (RFC 4034 appendix A.1, RFC 9904 §2).
public struct DNSSECAlgorithm: RawRepresentable, Sendable, Hashable, Comparable, Codable {
  /// The number.
  public let rawValue: UInt8

  /// Wraps the number.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// By number.
  public static func < (left: DNSSECAlgorithm, right: DNSSECAlgorithm) -> Bool { left.rawValue < right.rawValue }
}

extension DNSSECAlgorithm: CustomStringConvertible {
  private static let names: [UInt8: String] = [
    1: "RSAMD5", 3: "DSA", 5: "RSASHA1", 6: "DSA-NSEC3-SHA1", 7: "RSASHA1-NSEC3-SHA1", 8: "RSASHA256",
    10: "RSASHA512", 12: "ECC-GOST", 13: "ECDSAP256SHA256", 14: "ECDSAP384SHA384", 15: "ED25519", 16: "ED448"
  ]

  /// The number and the mnemonic, if it is a known one.
  public var description: String { Self.names[rawValue].map { "\(rawValue) (\($0))" } ?? "\(rawValue)" }
}
