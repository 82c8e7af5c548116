internal import COpenSSL

extension TLSSession {
  /// What was agreed on; nil before the handshake is done, for a version that we do not know, or when a certificate of
  /// the server cannot be read.
  public var facts: TLSFacts? {
    guard unsafe SSL_is_init_finished(ssl) == 1,
      let version = TLSVersion(rawValue: UInt16(truncatingIfNeeded: unsafe SSL_version(ssl))),
      let cipher = unsafe SSL_get_current_cipher(ssl), let sentChain
    else { return nil }
    var facts = TLSFacts(version: version, cipher: unsafe Self.name(of: cipher), chain: sentChain)
    facts.cipherBits = Int(unsafe SSL_CIPHER_get_bits(cipher, nil))
    facts.isAuthenticatedEncryption = unsafe SSL_CIPHER_is_aead(cipher) == 1
    facts.keyExchange = unsafe Self.keyExchange(of: cipher)
    facts.group = group
    facts.exchangeBits = Int(unsafe wrap_SSL_get_peer_tmp_key_bits(ssl))
    let isOld = version < .tls13
    facts.extendedMasterSecret = isOld ? unsafe wrap_SSL_get_extms_support(ssl) == 1 : nil
    facts.secureRenegotiation = isOld ? unsafe wrap_SSL_get_secure_renegotiation_support(ssl) == 1 : nil
    facts.isCompressed = unsafe SSL_get_current_compression(ssl) != nil
    facts.hasStaple = unsafe wrap_SSL_get_tlsext_status_ocsp_resp(ssl) > 0
    facts.applicationProtocol = applicationProtocol
    return facts
  }

  private static func name(of cipher: OpaquePointer) -> String {
    guard let name = unsafe SSL_CIPHER_standard_name(cipher) ?? SSL_CIPHER_get_name(cipher) else { return "unknown" }
    return unsafe String(cString: name)
  }

  private static func keyExchange(of cipher: OpaquePointer) -> TLSFacts.KeyExchange {
    switch unsafe SSL_CIPHER_get_kx_nid(cipher) {
    case NID_kx_any, NID_kx_ecdhe: .ephemeral
    case NID_kx_dhe: .finiteField
    case NID_kx_rsa: .staticRSA
    default: .other
    }
  }

  private var group: String? {
    let id = unsafe wrap_SSL_get_negotiated_group(ssl)
    guard id > 0, let name = unsafe SSL_group_to_name(ssl, id) else { return nil }
    return unsafe String(cString: name)
  }

  /// RFC 9846 §4.4.2: the server's certificate first; OpenSSL gives a client the chain with it. Nil when one of them
  /// cannot be read: none may take the place of another, least of all of the one whose key the server has.
  private var sentChain: [Certificate]? {
    guard let stack = unsafe SSL_get_peer_cert_chain(ssl) else { return [] }
    let count = min(Int(unsafe wrap_sk_X509_num(stack)), Limits.chainCertificates)
    var chain: [Certificate] = []
    for index in 0..<count {
      guard let x509 = unsafe wrap_sk_X509_value(stack, Int32(index)),
        let certificate = unsafe CertificateObject(sharing: x509).flatMap(Certificate.init)
      else { return nil }
      chain.append(certificate)
    }
    return chain
  }

  private var applicationProtocol: String? {
    var (name, length): (UnsafePointer<UInt8>?, UInt32) = (nil, 0)
    unsafe SSL_get0_alpn_selected(ssl, &name, &length)
    guard let name = unsafe name, length > 0 else { return nil }
    return unsafe String(decoding: UnsafeBufferPointer(start: name, count: Int(length)), as: UTF8.self)
  }
}
