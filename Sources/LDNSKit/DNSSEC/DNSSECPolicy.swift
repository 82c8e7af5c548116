import DNS

/// What a validator believes in.
public struct DNSSECPolicy: Sendable {
  /// Whether keys of the algorithms 5 and 7 count. RFC 9905 §2 has operators of validators treat zones that have no
  /// other DS record as insecure; so they do not.
  public var acceptsSHA1 = false
  /// So many iterations of the NSEC3 hash are computed; answers above are insecure. RFC 9276 §3.2 lets validators draw
  /// the line; unbound draws it here.
  public var iterations: UInt16 = 150

  /// The policy of RFC 9904 §2 and RFC 9905 §2.
  public init() {}

  /// The algorithms that RFC 9904 §2 (table "DNS Security Algorithm Numbers") has validators support.
  private static let algorithms: Set<UInt8> = [8, 10, 13, 14, 15, 16]
  private static let algorithmsOfSHA1: Set<UInt8> = [5, 7]

  func supports(_ algorithm: DNSSECAlgorithm) -> Bool {
    Self.algorithms.contains(algorithm.rawValue)
      || acceptsSHA1 && Self.algorithmsOfSHA1.contains(algorithm.rawValue)
  }

  /// The DS records to go by: of known algorithms, and those with SHA-1 only without others (RFC 4509 §3).
  func usable(_ records: [DS]) -> [DS] {
    let known = records.filter { supports($0.algorithm) && DNSSECDigest(rawValue: $0.digestType) != nil }
    let strong = known.filter { $0.digestType != DNSSECDigest.sha1.rawValue }
    return strong.isEmpty ? known : strong
  }
}
