import CLDNS
import DNS

@testable import LDNSKit

/// A key pair that libldns makes and signs with.
@safe final class SigningKey: @unchecked Sendable {
  private let key: UnsafeMutablePointer<ldns_key>
  /// The data of the DNSKEY record.
  let data: [UInt8]

  /// Makes a key of an algorithm that libldns knows; `isEntryPoint` sets the flag SEP.
  init(_ algorithm: DNSSECAlgorithm = .ed25519, isEntryPoint: Bool = true, revoked: Bool = false) {
    let bits: UInt16 = algorithm.rawValue < 12 ? 1024 : 256
    guard let made = unsafe ldns_key_new_frm_algorithm(ldns_signing_algorithm(UInt32(algorithm.rawValue)), bits),
      let record = unsafe ldns_key2rr(made), let field = unsafe record.pointee._rdata_fields[3]
    else { preconditionFailure("libldns makes no key of algorithm \(algorithm)") }
    unsafe key = made
    let flags: UInt16 = 0x0100 | (isEntryPoint ? 1 : 0) | (revoked ? 0x80 : 0)
    data = unsafe words(flags) + [3, algorithm.rawValue] + octets(of: field)
    unsafe ldns_rr_free(record)
  }

  deinit { unsafe ldns_key_deep_free(key) }

  var algorithm: DNSSECAlgorithm { DNSSECAlgorithm(rawValue: data[3]) }

  var tag: UInt16 { DNSKEY(data)?.keyTag ?? 0 }

  /// The data of the DS record of the key.
  func delegationSigner(of zone: DomainName, _ digest: DNSSECDigest = .sha256) -> [UInt8] {
    words(tag) + [algorithm.rawValue, digest.rawValue] + digest.digest(of: zone.wire + data)
  }

  /// The signature of octets.
  func sign(_ octets: [UInt8]) -> [UInt8] {
    guard let buffer = unsafe ldns_buffer_new(octets.count) else { return [] }
    defer { unsafe ldns_buffer_free(buffer) }
    unsafe ldns_buffer_write(buffer, octets, octets.count)
    guard let field = unsafe ldns_sign_public_buffer(buffer, key) else { preconditionFailure("libldns does not sign") }
    defer { unsafe ldns_rdf_deep_free(field) }
    return unsafe Array(LDNSKit.octets(of: field))
  }
}

extension DNSSECAlgorithm {
  static let rsaSHA1 = DNSSECAlgorithm(rawValue: 5)
  static let rsaSHA256 = DNSSECAlgorithm(rawValue: 8)
  static let ecdsaP256 = DNSSECAlgorithm(rawValue: 13)
  static let ed25519 = DNSSECAlgorithm(rawValue: 15)
}

func words(_ number: UInt16) -> [UInt8] { [UInt8(number >> 8), UInt8(number & 255)] }

func words(_ number: UInt32) -> [UInt8] { words(UInt16(number >> 16)) + words(UInt16(truncatingIfNeeded: number)) }
