internal import COpenSSL

extension Certificate {
  /// Whether the issuer's signature is that of a key, given as SubjectPublicKeyInfo in DER (RFC 5280 §4.1.2.7).
  public func isSigned(by publicKeyInfo: [UInt8]) -> Bool {
    guard let key = PublicKeyOwner(publicKeyInfo) else { return false }
    defer { ERR_clear_error() }
    return unsafe X509_verify(object.x509, key.pkey) == 1
  }
}

/// A public key as OpenSSL's object, freed with its owner.
@safe private struct PublicKeyOwner: ~Copyable {
  let pkey: OpaquePointer

  init?(_ octets: [UInt8]) {
    guard !octets.isEmpty, octets.count <= Limits.certificateOctets else { return nil }
    let parsed = unsafe octets.withUnsafeBufferPointer { buffer -> OpaquePointer? in
      var pointer = buffer.baseAddress
      return unsafe d2i_PUBKEY(nil, &pointer, buffer.count)
    }
    ERR_clear_error()
    guard let parsed = unsafe parsed else { return nil }
    // Nobody is to make us compute with a giant key.
    guard unsafe EVP_PKEY_get_bits(parsed) <= Int32(Limits.modulusBits) else {
      unsafe EVP_PKEY_free(parsed)
      return nil
    }
    unsafe pkey = parsed
  }

  deinit { unsafe EVP_PKEY_free(pkey) }
}
