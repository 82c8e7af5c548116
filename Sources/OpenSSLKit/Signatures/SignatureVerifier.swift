internal import COpenSSL
import Synchronization

/// A public key made ready: it verifies signatures over digests, one after another and from any thread.
@safe public final class SignatureVerifier: @unchecked Sendable {
  /// The key.
  public let key: PublicKey
  private let handle: KeyHandle
  /// A context with its digest set, which whoever takes the flag may use: making one costs a fifth of a verification.
  private var prepared: OpaquePointer?
  private var preparedAlgorithm: DigestAlgorithm?
  private let isTaken = Atomic(false)

  /// Makes a key ready. Throws for what OpenSSL refuses, and for RSA keys of more than 8192 bits.
  public init(_ key: PublicKey) throws(OpenSSLError) {
    self.key = key
    handle = try KeyHandle(key)
  }

  deinit { unsafe EVP_PKEY_CTX_free(prepared) }

  /// Whether `signature` was made over `digest` with the private key: PKCS #1 version 1.5 for RSA (RFC 8017 §8.2.2),
  /// for Ed25519 over the octets of the digest (RFC 8463 §3). False too for what OpenSSL cannot judge.
  public func verifies(_ signature: [UInt8], of digest: [UInt8], _ algorithm: DigestAlgorithm) -> Bool {
    defer { ERR_clear_error() }
    switch key {
    case .rsa: return verifiesRSA(signature, digest, algorithm)
    case .ed25519: return verifiesEd25519(signature, digest)
    }
  }

  private func verifiesRSA(_ signature: [UInt8], _ digest: [UInt8], _ algorithm: DigestAlgorithm) -> Bool {
    guard isTaken.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged else {
      guard let own = unsafe handle.context(isSigning: false) else { return false }
      defer { unsafe EVP_PKEY_CTX_free(own) }
      return unsafe Self.set(algorithm, own) && Self.verifies(own, signature, digest)
    }
    defer { isTaken.store(false, ordering: .releasing) }
    if unsafe prepared == nil { unsafe prepared = handle.context(isSigning: false) }
    guard let context = unsafe prepared else { return false }
    if preparedAlgorithm != algorithm {
      guard unsafe Self.set(algorithm, context) else { return false }
      preparedAlgorithm = algorithm
    }
    return unsafe Self.verifies(context, signature, digest)
  }

  private static func set(_ algorithm: DigestAlgorithm, _ context: OpaquePointer) -> Bool {
    guard let method = unsafe DigestMethods.shared[algorithm] else { return false }
    return unsafe EVP_PKEY_CTX_set_signature_md(context, method) == 1
  }

  private static func verifies(_ context: OpaquePointer, _ signature: [UInt8], _ digest: [UInt8]) -> Bool {
    unsafe EVP_PKEY_verify(context, signature, signature.count, digest, digest.count) == 1
  }

  private func verifiesEd25519(_ signature: [UInt8], _ digest: [UInt8]) -> Bool {
    guard let context = unsafe EVP_MD_CTX_new() else { return false }
    defer { unsafe EVP_MD_CTX_free(context) }
    guard unsafe EVP_DigestVerifyInit_ex(context, nil, nil, nil, nil, handle.pointer, nil) == 1 else { return false }
    return unsafe EVP_DigestVerify(context, signature, signature.count, digest, digest.count) == 1
  }
}
