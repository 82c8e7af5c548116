internal import COpenSSL

/// What is the same at both ends of one TLS session and nowhere else (RFC 5056): a login bound to it is worth nothing to
/// whoever sits between.
public struct TLSChannelBinding: Sendable, Equatable {
  /// Which value it is.
  public let kind: Kind
  /// The value. Nothing depends on its being secret, but nobody has to read it.
  public let data: Secret

  /// Makes a binding of its parts.
  public init(_ kind: Kind, data: Secret) {
    self.kind = kind
    self.data = data
  }

  /// The kinds of channel bindings, by their names in the registry of IANA, the best first.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Keying material exported for this purpose (RFC 9266 §2).
    case exporter = "tls-exporter"
    /// The first Finished message, up to TLS 1.2 (RFC 5929 §3).
    case unique = "tls-unique"
    /// The hash of the server's certificate (RFC 5929 §4).
    case serverEndPoint = "tls-server-end-point"
  }
}

extension TLSSession {
  /// The bindings that this session has, the best first; none before the handshake is done.
  ///
  /// Without the extended master secret (RFC 7627) two sessions can be made to share their keys, so that only the hash of
  /// the certificate is left (RFC 9266 §4).
  public var channelBindings: [TLSChannelBinding] {
    TLSChannelBinding.Kind.allCases.compactMap { kind in
      channelBinding(kind).map { TLSChannelBinding(kind, data: $0) }
    }
  }

  private func channelBinding(_ kind: TLSChannelBinding.Kind) -> Secret? {
    guard isEstablished else { return nil }
    let isOld = unsafe SSL_version(ssl) < TLS1_3_VERSION
    let isBound = unsafe !isOld || wrap_SSL_get_extms_support(ssl) == 1
    switch kind {
    case .exporter: return isBound ? exported : nil
    case .unique: return isOld && isBound ? finished : nil
    case .serverEndPoint: return endPoint
    }
  }

  /// RFC 9266 §2: 32 octets under this label, the context empty.
  private var exported: Secret? {
    let label = "EXPORTER-Channel-Binding"
    let memory = unsafe SecretMemory.allocate(32)
    let status = unsafe SSL_export_keying_material(
      ssl, memory.baseAddress, 32, label, label.utf8.count, [], 0, 1)
    guard status == 1 else {
      unsafe SecretMemory.free(memory)
      return nil
    }
    return unsafe Secret(taking: memory, count: 32)
  }

  /// RFC 5929 §3.1: the Finished message that came first: the client's, and the server's when a session is resumed.
  private var finished: Secret? {
    let isOurs = unsafe (SSL_is_server(ssl) == 0) == (SSL_session_reused(ssl) == 0)
    let memory = unsafe SecretMemory.allocate(Int(EVP_MAX_MD_SIZE))
    let count =
      unsafe isOurs
      ? SSL_get_finished(ssl, memory.baseAddress, memory.count)
      : SSL_get_peer_finished(ssl, memory.baseAddress, memory.count)
    return unsafe Secret(taking: memory, count: min(count, memory.count))
  }

  /// RFC 5929 §4.1: the hash that the certificate is signed with, SHA-256 in place of MD5 and SHA-1; nothing for
  /// signatures that have no single hash.
  private var endPoint: Secret? {
    let isServer = unsafe SSL_is_server(ssl) == 1
    guard let x509 = unsafe isServer ? SSL_get_certificate(ssl) : SSL_get0_peer_certificate(ssl) else { return nil }
    var digest: Int32 = 0
    guard unsafe X509_get_signature_info(x509, &digest, nil, nil, nil) == 1 else { return nil }
    let isOutdated = digest == NID_md5 || digest == NID_sha1
    guard let method = unsafe isOutdated ? EVP_sha256() : EVP_get_digestbyname(OBJ_nid2sn(digest)) else { return nil }
    let memory = unsafe SecretMemory.allocate(Int(EVP_MAX_MD_SIZE))
    var count: UInt32 = 0
    guard unsafe X509_digest(x509, method, memory.baseAddress, &count) == 1 else {
      unsafe SecretMemory.free(memory)
      return nil
    }
    return unsafe Secret(taking: memory, count: Int(count))
  }
}
