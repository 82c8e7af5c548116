internal import COpenSSL

/// A private key that signs digests: what tests and benchmarks make messages with.
@safe public final class SigningKey: @unchecked Sendable {
  private let handle: KeyHandle
  /// The key that verifies.
  public let publicKey: PublicKey

  /// Reads a key of RSA or Ed25519 from PEM text.
  public init(pem: String) throws(OpenSSLError) {
    ERR_clear_error()
    guard let bio = MemoryBIO(Array(pem.utf8)), let pointer = unsafe PEM_read_bio_PrivateKey(bio.bio, nil, nil, nil)
    else { throw .taken("private key") }
    handle = unsafe KeyHandle(taking: pointer)
    publicKey = try Self.publicKey(of: handle)
  }

  /// An Ed25519 key of its 32 secret octets (RFC 8032 §5.1.5).
  public init(ed25519 seed: [UInt8]) throws(OpenSSLError) {
    ERR_clear_error()
    guard let pointer = unsafe EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count) else {
      throw .taken("Ed25519 private key")
    }
    handle = unsafe KeyHandle(taking: pointer)
    publicKey = try Self.publicKey(of: handle)
  }

  /// A new RSA key.
  public init(rsaBits bits: Int) throws(OpenSSLError) {
    ERR_clear_error()
    guard let context = unsafe EVP_PKEY_CTX_new_from_name(nil, "RSA", nil) else { throw .taken("RSA key") }
    defer { unsafe EVP_PKEY_CTX_free(context) }
    var pointer: OpaquePointer?
    guard unsafe EVP_PKEY_keygen_init(context) == 1,
      unsafe EVP_PKEY_CTX_set_rsa_keygen_bits(context, Int32(clamping: bits)) == 1,
      unsafe EVP_PKEY_generate(context, &pointer) == 1, let made = unsafe pointer
    else { throw .taken("RSA key") }
    handle = unsafe KeyHandle(taking: made)
    publicKey = try Self.publicKey(of: handle)
  }

  private static func publicKey(of handle: borrowing KeyHandle) throws(OpenSSLError) -> PublicKey {
    var der: UnsafeMutablePointer<UInt8>?
    let count = Int(unsafe i2d_PUBKEY(handle.pointer, &der))
    guard count > 0, let der = unsafe der else { throw .taken("public key") }
    defer { unsafe CRYPTO_free(der, nil, 0) }
    let octets = unsafe UnsafeRawBufferPointer(start: der, count: count).map { $0 }
    if octets.starts(with: Ed25519PublicKey.wrapping) {
      if let key = try? Ed25519PublicKey(Array(octets.dropFirst(Ed25519PublicKey.wrapping.count))) {
        return .ed25519(key)
      }
    } else if let decoded = try? RSAPublicKey.decode(octets) {
      return .rsa(decoded.key)
    }
    throw OpenSSLError(operation: "public key", reasons: ["neither RSA nor Ed25519"])
  }

  /// A signature over `digest`, as ``SignatureVerifier/verifies(_:of:_:)`` takes it.
  public func sign(_ digest: [UInt8], _ algorithm: DigestAlgorithm) throws(OpenSSLError) -> [UInt8] {
    ERR_clear_error()
    var signature = [UInt8](repeating: 0, count: Limits.modulusBits / 8)
    var count = signature.count
    let status =
      if case .rsa = publicKey {
        try signRSA(digest, algorithm, &signature, &count)
      } else {
        try signEd25519(digest, &signature, &count)
      }
    guard status == 1 else { throw .taken("signature") }
    return Array(signature.prefix(count))
  }

  private func signRSA(
    _ digest: [UInt8], _ algorithm: DigestAlgorithm, _ signature: inout [UInt8], _ count: inout Int
  ) throws(OpenSSLError) -> Int32 {
    guard let context = unsafe handle.context(isSigning: true) else { throw .taken("signature") }
    defer { unsafe EVP_PKEY_CTX_free(context) }
    guard let method = unsafe DigestMethods.shared[algorithm],
      unsafe EVP_PKEY_CTX_set_signature_md(context, method) == 1
    else { throw .taken("signature") }
    return unsafe EVP_PKEY_sign(context, &signature, &count, digest, digest.count)
  }

  private func signEd25519(
    _ digest: [UInt8], _ signature: inout [UInt8], _ count: inout Int
  ) throws(OpenSSLError) -> Int32 {
    guard let context = unsafe EVP_MD_CTX_new() else { throw .taken("signature") }
    defer { unsafe EVP_MD_CTX_free(context) }
    guard unsafe EVP_DigestSignInit_ex(context, nil, nil, nil, nil, handle.pointer, nil) == 1 else {
      throw .taken("signature")
    }
    return unsafe EVP_DigestSign(context, &signature, &count, digest, digest.count)
  }
}
