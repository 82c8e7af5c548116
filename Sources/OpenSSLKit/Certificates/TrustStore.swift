internal import COpenSSL

/// Certificates that are trusted to issue others, and what a chain is worth by them.
@safe public final class TrustStore: @unchecked Sendable {
  private let store: OpaquePointer
  /// Where the roots come from, for people.
  public let origin: String

  private init(origin: String) throws(OpenSSLError) {
    ERR_clear_error()
    guard let store = unsafe X509_STORE_new() else { throw .taken("trust store") }
    unsafe self.store = store
    self.origin = origin
  }

  deinit { unsafe X509_STORE_free(store) }

  /// The roots of the system: read from their directory one by one when a chain asks for them, which costs
  /// microseconds, or else from the file of all of them, which costs 20 ms. Nil when there are neither: nothing can be
  /// said of trust then.
  public static let system: TrustStore? = {
    if let path = unsafe X509_get_default_cert_dir(),
      unsafe wrap_count_hashed_certificates(path, Limits.fewestRoots) == Limits.fewestRoots,
      let result = try? unsafe TrustStore(origin: String(cString: path)),
      unsafe X509_STORE_load_path(result.store, path) == 1
    {
      return result
    }
    return unsafe X509_get_default_cert_file().flatMap { unsafe try? TrustStore(file: String(cString: $0)) }
  }()

  /// The roots of a file in PEM form.
  public convenience init(file path: String) throws(OpenSSLError) {
    try self.init(origin: path)
    guard unsafe X509_STORE_load_file(store, path) == 1 else { throw .taken(path) }
  }

  /// These certificates, whether they are roots or not: a chain may end at any of them.
  public convenience init(_ anchors: [Certificate], origin: String = "given certificates") throws(OpenSSLError) {
    try self.init(origin: origin)
    for anchor in anchors {
      guard unsafe X509_STORE_add_cert(store, anchor.object.x509) == 1 else { throw .taken("trusted certificate") }
    }
    guard unsafe X509_STORE_set_flags(store, UInt(X509_V_FLAG_PARTIAL_CHAIN)) == 1 else { throw .taken("flags") }
  }
}

/// What a chain is worth by a trust store.
public struct ChainVerdict: Sendable, Hashable, Codable {
  /// Every fault, in the order in which OpenSSL met them; none when the chain is trusted.
  public let faults: [CertificateFault]
  /// The chain as it was built, from the server's certificate to the root, as far as that went.
  public let path: [Certificate]

  /// Makes the value of its parts.
  public init(faults: [CertificateFault], path: [Certificate]) {
    self.faults = faults
    self.path = path
  }
}

extension TrustStore {
  /// Judges a chain for a server (RFC 5280 §6.1): goes on behind every fault, and keeps them all.
  ///
  /// - Parameters:
  ///   - chain: the certificates as sent, the server's own first.
  ///   - time: seconds since 1970, UTC.
  ///   - name: the name of the host; nil when no name matters.
  ///   - isServer: whether the certificate has to be one for servers; otherwise its purpose is not looked at.
  /// - Returns: every fault, and the chain as it was built.
  public func verdict(
    on chain: [Certificate], at time: Int, for name: String? = nil, isServer: Bool = true
  ) -> ChainVerdict {
    verdict(on: chain, at: time, as: name.map(ServerIdentity.name) ?? .any, isServer: isServer)
  }

  /// The same for a server that is known by a name or by an address.
  public func verdict(
    on chain: [Certificate], at time: Int, as identity: ServerIdentity, isServer: Bool = true
  ) -> ChainVerdict {
    var verdict = validate(chain, at: time, profile: isServer ? "ssl_server" : "default") ?? .unjudged
    if let leaf = chain.first, !identity.isNamed(by: leaf) {
      verdict = ChainVerdict(faults: verdict.faults + [CertificateFault(.nameMismatch)], path: verdict.path)
    }
    return verdict
  }
}

extension ChainVerdict {
  static let unjudged = ChainVerdict(
    faults: [CertificateFault(.other(code: -1, text: "OpenSSL could not judge the chain"))], path: [])

  /// What a run of OpenSSL says; nil when it says nothing: a chain is trusted when OpenSSL says so, and not when it
  /// merely names no fault.
  init?(status: Int32, faults: [CertificateFault], path: [Certificate]) {
    guard status == 1 || status == 0 && !faults.isEmpty else { return nil }
    self.init(faults: faults, path: path)
  }
}

extension TrustStore {
  /// One run of OpenSSL's path validation; nil when it could not begin.
  private func validate(_ chain: [Certificate], at time: Int, profile: String) -> ChainVerdict? {
    ERR_clear_error()
    defer { ERR_clear_error() }
    guard let stack = unsafe wrap_sk_X509_new_null() else { return nil }
    defer { unsafe wrap_sk_X509_free(stack) }
    let chain = chain.prefix(Limits.chainCertificates)
    for certificate in chain.dropFirst() {
      // A chain with a gap is another chain.
      guard unsafe wrap_sk_X509_push(stack, certificate.object.x509) > 0 else { return nil }
    }
    guard let leaf = chain.first, let context = unsafe X509_STORE_CTX_new() else { return nil }
    defer { unsafe X509_STORE_CTX_free(context) }
    guard unsafe X509_STORE_CTX_init(context, store, leaf.object.x509, stack) == 1 else { return nil }
    return unsafe Self.run(context, on: chain, at: time, profile: profile)
  }

  private static func run(
    _ context: OpaquePointer, on chain: ArraySlice<Certificate>, at time: Int, profile: String
  ) -> ChainVerdict? {
    guard let parameters = unsafe X509_STORE_CTX_get0_param(context),
      unsafe X509_STORE_CTX_set_default(context, profile) == 1
    else { return nil }
    unsafe X509_VERIFY_PARAM_set_time(parameters, time)
    // Level 2, as Debian's OpenSSL has it: RSA of 2048 bits and SHA-2 (NIST SP 800-57, 112 bits).
    unsafe X509_VERIFY_PARAM_set_auth_level(parameters, 2)
    let faults = FaultList()
    _ = unsafe X509_STORE_CTX_set_ex_data(context, 0, Unmanaged.passUnretained(faults).toOpaque())
    unsafe X509_STORE_CTX_set_verify_cb(context, recordFault)
    let status = withExtendedLifetime(faults) { unsafe X509_verify_cert(context) }
    return ChainVerdict(status: status, faults: faults.merged, path: unsafe path(of: context, chain))
  }

  /// The path that was built. What the server sent is not read again.
  private static func path(of context: OpaquePointer, _ chain: ArraySlice<Certificate>) -> [Certificate] {
    guard let built = unsafe X509_STORE_CTX_get0_chain(context) else { return [] }
    let count = unsafe wrap_sk_X509_num(built)
    return (0..<count).compactMap { index in
      guard let x509 = unsafe wrap_sk_X509_value(built, index) else { return nil }
      if let sent = chain.first(where: { unsafe $0.object.x509 == x509 }) { return sent }
      return unsafe CertificateObject(sharing: x509).flatMap(Certificate.init)
    }
  }
}

/// Keeps what the callback of OpenSSL is told.
private final class FaultList {
  var codes: [(code: Int32, depth: Int, isSelfIssued: Bool)] = []

  /// The faults, each once. OpenSSL may tell a missing issuer twice when the server's certificate stands alone.
  var merged: [CertificateFault] {
    var result: [CertificateFault] = []
    for (code, depth, isSelfIssued) in codes {
      let reason = CertificateFault.Reason(code: code, isSelfIssued: isSelfIssued)
      let fault = CertificateFault(reason, depth: depth)
      if !result.contains(fault), result.count < Limits.chainFaults { result.append(fault) }
    }
    return result
  }
}

/// Takes note of a fault and lets the validation go on. It captures nothing, as C wants it.
private func recordFault(_ isGood: Int32, _ context: OpaquePointer?) -> Int32 {
  guard isGood == 0, let data = unsafe X509_STORE_CTX_get_ex_data(context, 0) else { return 1 }
  let list = unsafe Unmanaged<FaultList>.fromOpaque(data).takeUnretainedValue()
  if list.codes.count < Limits.chainFaults {
    let (code, depth) = unsafe (X509_STORE_CTX_get_error(context), Int(X509_STORE_CTX_get_error_depth(context)))
    list.codes.append((code, depth, unsafe isSelfIssued(X509_STORE_CTX_get_current_cert(context))))
  }
  return 1
}

/// RFC 5280 §6.1: the same name as subject and as issuer.
private func isSelfIssued(_ certificate: OpaquePointer?) -> Bool {
  guard let certificate = unsafe certificate else { return false }
  return unsafe X509_NAME_cmp(X509_get_subject_name(certificate), X509_get_issuer_name(certificate)) == 0
}

extension CertificateFault.Reason {
  fileprivate init(code: Int32, isSelfIssued: Bool) {
    switch code {
    case X509_V_ERR_CERT_HAS_EXPIRED: self = .expired
    case X509_V_ERR_CERT_NOT_YET_VALID: self = .notYetValid
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT: self = .selfSigned
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT,
      X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY, X509_V_ERR_CERT_UNTRUSTED:
      self = isSelfIssued ? .unknownIssuer : .incompleteChain
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE: self = .incompleteChain
    case X509_V_ERR_EE_KEY_TOO_SMALL, X509_V_ERR_CA_KEY_TOO_SMALL: self = .weakKey
    case X509_V_ERR_CA_MD_TOO_WEAK: self = .weakSignature
    case X509_V_ERR_CERT_REVOKED: self = .revoked
    default:
      let text = unsafe X509_verify_cert_error_string(Int(code)).map { unsafe String(cString: $0) }
      self = .other(code: Int(code), text: text ?? "error \(code)")
    }
  }
}
