import OpenSSLKit

extension FuzzTarget {
  /// Public keys as octets.
  static let keys = [
    FuzzTarget(name: "public-key") { input in
      if let key = try? Ed25519PublicKey(input) { promise(key.octets.count == 32, "an Ed25519 key has 32 octets") }
      do throws(PublicKeyFault) {
        let decoded = try RSAPublicKey.decode(input)
        for fault in decoded.deviations { promise(fault.offset <= input.count, "deviations lie within the key") }
        checkKey(decoded.key)
      } catch {
        promise(error.offset <= input.count && !error.description.isEmpty, "a fault has a place and a cause")
      }
    }
  ]

  private static func checkKey(_ key: RSAPublicKey) {
    _ = key.weaknesses()
    _ = key.sharedFactor(with: RSAPublicKey(modulus: key.modulus.dropLast() + [7], exponent: [3]))
    promise((try? PublicKey.rsa(key).fingerprint())?.count == 32, "a key has a fingerprint")
    let again = try? RSAPublicKey.decode(key.subjectPublicKeyInfo)
    promise(again?.key == key && again?.deviations == [], "a key is read back as it was written")
  }
}
