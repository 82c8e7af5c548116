internal import COpenSSL

/// What a server shows and accepts: for `mailaudit catch`, and for the servers of tests and the lab.
@safe public final class TLSServerIdentity: @unchecked Sendable {
  let context: OpaquePointer

  /// Takes certificates and keys, in pairs.
  ///
  /// - Parameters:
  ///   - identities: PEM texts: a chain, its first certificate being the server's, and the key of that.
  ///   - versions: what is accepted.
  ///   - ciphers: the suites up to TLS 1.2 in OpenSSL's words.
  /// - Throws: what OpenSSL says of texts that are no certificate or no key.
  public convenience init(
    _ identities: [(chain: String, key: String)], versions: ClosedRange<TLSVersion> = .tls10 ... .tls13,
    ciphers: String = TLSCiphers.all
  ) throws(OpenSSLError) {
    try self.init(versions, ciphers)
    for identity in identities { try add(identity.chain, identity.key) }
  }

  /// Makes a key and a self-signed certificate for these names and addresses, good for some days. All versions and
  /// ciphers are accepted, so that what an old client speaks is seen.
  public convenience init(
    selfSignedFor names: [String], addresses: [String], days: Int
  ) throws(OpenSSLError) {
    try self.init(.tls10 ... .tls13, TLSCiphers.all)
    let made = try SelfSignedCertificate(names: names, addresses: addresses, days: days)
    try unsafe use(made.x509, made.key)
  }

  private init(_ versions: ClosedRange<TLSVersion>, _ ciphers: String) throws(OpenSSLError) {
    ERR_clear_error()
    guard let context = unsafe SSL_CTX_new(TLS_server_method()) else { throw .taken("server context") }
    unsafe self.context = context
    self.versions = versions
    unsafe SSL_CTX_set_security_level(context, 0)
    guard unsafe SSL_CTX_set_cipher_list(context, ciphers) == 1 else { throw .taken("ciphers") }
  }

  let versions: ClosedRange<TLSVersion>

  deinit { unsafe SSL_CTX_free(context) }

  private func add(_ chain: String, _ key: String) throws(OpenSSLError) {
    let certificates = try Certificate.readPEM(chain)
    guard let first = certificates.first, let keyBIO = MemoryBIO(Array(key.utf8)) else { throw .taken("PEM") }
    guard let privateKey = unsafe PEM_read_bio_PrivateKey(keyBIO.bio, nil, nil, nil) else { throw .taken("key") }
    defer { unsafe EVP_PKEY_free(privateKey) }
    try unsafe use(first.object.x509, privateKey)
    for issuer in certificates.dropFirst() {
      guard
        unsafe SSL_CTX_ctrl(context, SSL_CTRL_CHAIN_CERT, 1, UnsafeMutableRawPointer(issuer.object.x509)) == 1
      else { throw .taken("chain") }
    }
  }

  /// The context takes references of its own.
  private func use(_ certificate: OpaquePointer, _ key: OpaquePointer) throws(OpenSSLError) {
    guard unsafe SSL_CTX_use_certificate(context, certificate) == 1,
      unsafe SSL_CTX_use_PrivateKey(context, key) == 1
    else { throw .taken("certificate") }
  }
}
