internal import COpenSSL

/// One TLS session without a socket: what comes from the peer is fed, what is to go to it is drained.
///
/// A client never refuses a certificate here: it takes note of what the server sends, and whoever uses it judges the
/// chain with a ``TrustStore``. Not to be used by two threads at the same time.
@safe public final class TLSSession {
  let ssl: OpaquePointer
  private let input: OpaquePointer
  private let output: OpaquePointer

  /// What a step led to.
  public enum Progress: Sendable, Equatable {
    /// Done.
    case done
    /// More has to come from the peer first.
    case waiting
    /// The peer has closed the session.
    case closed
  }

  private init(_ context: OpaquePointer) throws(OpenSSLError) {
    ERR_clear_error()
    guard let ssl = unsafe SSL_new(context) else { throw .taken("session") }
    guard let input = unsafe BIO_new(BIO_s_mem()), let output = unsafe BIO_new(BIO_s_mem()) else {
      unsafe SSL_free(ssl)
      throw .taken("session")
    }
    // The session owns both from here.
    unsafe SSL_set_bio(ssl, input, output)
    unsafe (self.ssl, self.input, self.output) = (ssl, input, output)
  }

  /// Begins as a client.
  public convenience init(client configuration: TLSClientConfiguration) throws(OpenSSLError) {
    try unsafe self.init(try TLSClientContext.shared.get().context)
    unsafe SSL_set_connect_state(ssl)
    try apply(configuration)
  }

  /// Begins as a server.
  public convenience init(server identity: TLSServerIdentity) throws(OpenSSLError) {
    try unsafe self.init(identity.context)
    unsafe SSL_set_accept_state(ssl)
    try limit(identity.versions.lowerBound, identity.versions.upperBound)
  }

  deinit { unsafe SSL_free(ssl) }

  private func limit(_ minimum: TLSVersion, _ maximum: TLSVersion) throws(OpenSSLError) {
    guard unsafe wrap_SSL_set_min_proto_version(ssl, Int32(minimum.rawValue)) == 1,
      unsafe wrap_SSL_set_max_proto_version(ssl, Int32(maximum.rawValue)) == 1
    else { throw .taken("versions") }
  }

  private func apply(_ configuration: TLSClientConfiguration) throws(OpenSSLError) {
    try limit(configuration.minimumVersion, configuration.maximumVersion)
    // The context has this list already; reading it costs 0.1 ms.
    if configuration.ciphers != TLSCiphers.all, unsafe SSL_set_cipher_list(ssl, configuration.ciphers) != 1 {
      throw .taken("ciphers")
    }
    if let name = configuration.serverName, unsafe wrap_SSL_set_tlsext_host_name(ssl, name) != 1 {
      throw .taken("server name")
    }
    if let key = configuration.serverKey, unsafe wrap_SSL_set1_sigalgs_list(ssl, key.signatureAlgorithms) != 1 {
      throw .taken("signature algorithms")
    }
    if let groups = configuration.groups, unsafe wrap_SSL_set1_groups_list(ssl, groups) != 1 {
      throw .taken("groups")
    }
    if configuration.asksForStatus { _ = unsafe wrap_SSL_set_tlsext_status_type(ssl, TLSEXT_STATUSTYPE_ocsp) }
    try offer(configuration.applicationProtocols)
  }

  /// RFC 7301 §3.1: a length octet before each name.
  private func offer(_ protocols: [String]) throws(OpenSSLError) {
    let list = protocols.flatMap { [UInt8(clamping: $0.utf8.count)] + Array($0.utf8) }
    // This function alone returns 0 for success.
    if !list.isEmpty, unsafe SSL_set_alpn_protos(ssl, list, UInt32(list.count)) != 0 { throw .taken("ALPN") }
  }
}

extension TLSSession {
  /// Takes octets that came from the peer.
  public func feed(_ octets: [UInt8]) {
    var rest = octets[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBufferPointer {
        unsafe BIO_write(input, $0.baseAddress, Int32(clamping: $0.count))
      }
      if written <= 0 { return }
      rest = rest.dropFirst(Int(written))
    }
  }

  /// The octets that are to go to the peer.
  public func drain() -> [UInt8] {
    var result: [UInt8] = []
    while case let count = Int(unsafe BIO_ctrl_pending(output)), count > 0 {
      var chunk = [UInt8](repeating: 0, count: count)
      let read = unsafe chunk.withUnsafeMutableBufferPointer {
        unsafe BIO_read(output, $0.baseAddress, Int32(clamping: $0.count))
      }
      if read <= 0 { break }
      result += chunk.prefix(Int(read))
    }
    return result
  }

  /// Goes on with the handshake as far as what was fed allows.
  public func handshake() throws(OpenSSLError) -> Progress {
    ERR_clear_error()
    return try progress(of: unsafe SSL_do_handshake(ssl), "handshake")
  }

  /// Whether the handshake is done.
  public var isEstablished: Bool { unsafe SSL_is_init_finished(ssl) == 1 }

  /// Encrypts octets for the peer.
  public func write(_ octets: [UInt8]) throws(OpenSSLError) {
    if octets.isEmpty { return }
    ERR_clear_error()
    _ = try progress(of: unsafe SSL_write(ssl, octets, Int32(clamping: octets.count)), "write")
  }

  /// Encrypts a secret for the peer, without a copy of it.
  public func write(_ secret: Secret) throws(OpenSSLError) {
    if secret.isEmpty { return }
    ERR_clear_error()
    let status = unsafe secret.withPointer { unsafe SSL_write(ssl, $0, Int32(clamping: $1)) }
    _ = try progress(of: status, "write")
  }

  /// Decrypts what the peer sent.
  ///
  /// - Parameter octets: what was read is added here.
  /// - Returns: why nothing more can be read.
  /// - Throws: what OpenSSL says of octets that are no TLS.
  public func read(into octets: inout [UInt8]) throws(OpenSSLError) -> Progress {
    while true {
      ERR_clear_error()
      // Most records are short: what is not written is not cleared either.
      var status: Int32 = 0
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: Limits.recordOctets) { buffer, count in
        status = unsafe SSL_read(ssl, buffer.baseAddress, Int32(buffer.count))
        count = max(0, Int(status))
      }
      if status <= 0 { return try progress(of: status, "read") }
      octets += chunk
    }
  }

  /// Tells the peer that no more will come.
  public func close() {
    ERR_clear_error()
    _ = unsafe SSL_shutdown(ssl)
    ERR_clear_error()
  }

  private func progress(of status: Int32, _ operation: String) throws(OpenSSLError) -> Progress {
    if status > 0 { return .done }
    switch unsafe SSL_get_error(ssl, status) {
    case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: return .waiting
    case SSL_ERROR_ZERO_RETURN: return .closed
    default: throw .taken(operation)
    }
  }
}

/// The context of all client sessions, made on first need: making it costs 2 ms.
@safe final class TLSClientContext: @unchecked Sendable {
  static let shared = Result<TLSClientContext, OpenSSLError> { () throws(OpenSSLError) in try TLSClientContext() }

  let context: OpaquePointer

  private init() throws(OpenSSLError) {
    ERR_clear_error()
    guard let context = unsafe SSL_CTX_new(TLS_client_method()) else { throw .taken("client context") }
    unsafe self.context = context
    unsafe SSL_CTX_set_security_level(context, 0)
    guard unsafe SSL_CTX_set_cipher_list(context, TLSCiphers.all) == 1 else { throw .taken("ciphers") }
    // RFC 5746 §4.1: servers without secure renegotiation are to be reported, not refused.
    _ = unsafe SSL_CTX_set_options(context, wrap_SSL_OP_LEGACY_SERVER_CONNECT)
    // The chain is judged after the handshake, so that every fault of it is seen.
    unsafe SSL_CTX_set_verify(context, SSL_VERIFY_NONE, nil)
  }

  deinit { unsafe SSL_CTX_free(context) }
}

extension TLSClientConfiguration.ServerKey {
  /// The signatures of such keys in OpenSSL's words, for all versions of TLS.
  var signatureAlgorithms: String {
    switch self {
    case .rsa:
      "rsa_pss_rsae_sha256:rsa_pss_rsae_sha384:rsa_pss_rsae_sha512:RSA+SHA256:RSA+SHA384:RSA+SHA512:RSA+SHA1"
    case .ecdsa: "ECDSA+SHA256:ECDSA+SHA384:ECDSA+SHA512:ECDSA+SHA1"
    }
  }
}
