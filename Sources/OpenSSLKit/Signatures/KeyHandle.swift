internal import COpenSSL

/// A key of OpenSSL, freed with its owner.
@safe struct KeyHandle: ~Copyable {
  let pointer: OpaquePointer

  /// Takes over a key.
  init(taking pointer: OpaquePointer) { unsafe self.pointer = pointer }

  deinit { unsafe EVP_PKEY_free(pointer) }

  /// A public key, built of its numbers: a twentieth of what reading it from DER costs.
  init(_ key: PublicKey) throws(OpenSSLError) {
    ERR_clear_error()
    switch key {
    case .rsa(let key):
      guard key.bitCount <= Limits.modulusBits, let pointer = unsafe Self.build(key) else { throw .taken("RSA key") }
      unsafe self.pointer = pointer
    case .ed25519(let key):
      let octets = key.octets
      guard let pointer = unsafe EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, octets, octets.count) else {
        throw .taken("Ed25519 key")
      }
      unsafe self.pointer = pointer
    }
  }

  private static func build(_ key: RSAPublicKey) -> OpaquePointer? {
    guard let modulus = BigNumber(key.modulus), let exponent = BigNumber(key.exponent),
      let builder = unsafe OSSL_PARAM_BLD_new()
    else { return nil }
    defer { unsafe OSSL_PARAM_BLD_free(builder) }
    guard unsafe wrap_push_RSA(builder, modulus.number, exponent.number) == 1,
      let parameters = unsafe OSSL_PARAM_BLD_to_param(builder)
    else { return nil }
    defer { unsafe OSSL_PARAM_free(parameters) }
    guard let context = unsafe EVP_PKEY_CTX_new_from_name(nil, "RSA", nil) else { return nil }
    defer { unsafe EVP_PKEY_CTX_free(context) }
    var pointer: OpaquePointer?
    guard unsafe EVP_PKEY_fromdata_init(context) == 1,
      unsafe EVP_PKEY_fromdata(context, &pointer, wrap_EVP_PKEY_PUBLIC_KEY, parameters) == 1
    else { return nil }
    return unsafe pointer
  }

  /// A context for RSA signatures of PKCS #1 version 1.5 (RFC 8017 §8.2) over digests; nil when OpenSSL refuses.
  func context(isSigning: Bool) -> OpaquePointer? {
    guard let context = unsafe EVP_PKEY_CTX_new_from_pkey(nil, pointer, nil) else { return nil }
    let status = unsafe isSigning ? EVP_PKEY_sign_init(context) : EVP_PKEY_verify_init(context)
    if status == 1, unsafe EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1 { return unsafe context }
    unsafe EVP_PKEY_CTX_free(context)
    return nil
  }
}
