internal import COpenSSL

/// What a client shows when a server asks for a certificate (RFC 9846 §4.4.2): a chain, and the key of its first
/// certificate. Nobody changes it, so that threads can share it.
@safe public final class TLSClientIdentity: @unchecked Sendable {
  /// The chain, the client's own certificate first.
  public let chain: [Certificate]
  private let key: OpaquePointer

  /// Reads PEM texts.
  ///
  /// - Parameters:
  ///   - chain: the client's certificate, and those that lead to its issuer.
  ///   - key: the private key of the first certificate, not encrypted.
  /// - Throws: what OpenSSL says of texts that are no certificate, no key, or do not belong together.
  public init(chain: String, key: String) throws(OpenSSLError) {
    let certificates = try Certificate.readPEM(chain)
    ERR_clear_error()
    guard let first = certificates.first, let bio = MemoryBIO(Array(key.utf8)) else {
      throw .taken("client certificate")
    }
    // Without the empty pass phrase OpenSSL would ask for one at the terminal.
    var empty = [CChar(0)]
    let read = unsafe empty.withUnsafeMutableBufferPointer {
      unsafe PEM_read_bio_PrivateKey(bio.bio, nil, nil, $0.baseAddress)
    }
    guard let read = unsafe read else { throw .taken("client key") }
    unsafe self.key = read
    self.chain = certificates
    guard unsafe X509_check_private_key(first.object.x509, read) == 1 else { throw .taken("client key") }
  }

  deinit { unsafe EVP_PKEY_free(key) }

  /// Has a session show the certificate; the session takes references of its own.
  func use(in ssl: OpaquePointer) throws(OpenSSLError) {
    guard let first = chain.first, unsafe SSL_use_certificate(ssl, first.object.x509) == 1,
      unsafe SSL_use_PrivateKey(ssl, key) == 1
    else { throw .taken("client certificate") }
    for issuer in chain.dropFirst() {
      guard unsafe SSL_ctrl(ssl, SSL_CTRL_CHAIN_CERT, 1, UnsafeMutableRawPointer(issuer.object.x509)) == 1 else {
        throw .taken("client chain")
      }
    }
  }
}

extension TLSClientIdentity: Hashable {
  /// Whether both are the same object.
  public static func == (left: TLSClientIdentity, right: TLSClientIdentity) -> Bool { left === right }

  /// By the object.
  public func hash(into hasher: inout Hasher) { hasher.combine(Swift.ObjectIdentifier(self)) }
}

extension TLSSession {
  /// Takes note of a server that asks for a certificate, whether there is one to show or not.
  func watchCertificateRequests() {
    let itself = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe SSL_set_cert_cb(
      ssl,
      { _, session in
        guard let session = unsafe session else { return 1 }
        unsafe Unmanaged<TLSSession>.fromOpaque(session).takeUnretainedValue().isAskedForCertificate = true
        return 1
      }, itself)
  }
}
