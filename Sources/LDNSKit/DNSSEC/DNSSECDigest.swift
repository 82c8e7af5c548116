import CLDNS
import DNS

/// The digests of DS records (RFC 4034 §5.1.3, RFC 4509, RFC 6605 §2), by their numbers.
enum DNSSECDigest: UInt8 {
  case sha1 = 1
  case sha256 = 2
  case sha384 = 4

  /// The digest of `octets`.
  func digest(of octets: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: size)
    unsafe octets.withUnsafeBufferPointer { input in
      unsafe digest.withUnsafeMutableBufferPointer { output in
        let count = UInt32(truncatingIfNeeded: input.count)
        switch self {
        case .sha1: _ = unsafe ldns_sha1(input.baseAddress, count, output.baseAddress)
        case .sha256: _ = unsafe ldns_sha256(input.baseAddress, count, output.baseAddress)
        case .sha384: _ = unsafe ldns_sha384(input.baseAddress, count, output.baseAddress)
        }
      }
    }
    return digest
  }

  /// The octets that it has.
  var size: Int {
    switch self {
    case .sha1: 20
    case .sha256: 32
    case .sha384: 48
    }
  }

  /// The hash of a name (RFC 5155 §5).
  static func nsec3(_ name: DomainName, salt: [UInt8], iterations: UInt16) -> [UInt8] {
    var hash = DNSSECDigest.sha1.digest(of: name.wire + salt)
    for _ in 0..<iterations { hash = DNSSECDigest.sha1.digest(of: hash + salt) }
    return hash
  }
}
