internal import COpenSSL

extension Certificate {
  /// Reads the DER form; nil when it is none, or when octets are left over.
  public init?(der: [UInt8]) {
    guard let object = CertificateObject(der) else { return nil }
    self.init(object)
  }

  /// Reads all certificates of a PEM text; what stands between them is skipped. Throws when one is broken.
  public static func readPEM(_ text: String) throws(OpenSSLError) -> [Certificate] {
    ERR_clear_error()
    guard let bio = MemoryBIO(Array(text.utf8)) else { throw .taken("PEM") }
    var result: [Certificate] = []
    while result.count < Limits.chainCertificates, let x509 = unsafe PEM_read_bio_X509(bio.bio, nil, nil, nil) {
      // One that is left out would let the next take its place.
      guard let certificate = unsafe Certificate(CertificateObject(taking: x509)) else {
        throw .taken("PEM certificate")
      }
      result.append(certificate)
    }
    let code = ERR_peek_last_error()
    let isEnd = code == 0 || ERR_GET_REASON(code) == PEM_R_NO_START_LINE || result.count == Limits.chainCertificates
    guard isEnd else { throw .taken("PEM certificate") }
    ERR_clear_error()
    return result
  }

  /// Copies everything out of OpenSSL's object. Dates and keys that mean nothing to OpenSSL are no reason to refuse a
  /// certificate that a server sent: TLSA records of usage 3 may name it all the same (RFC 7672 §3.1.1).
  init?(_ object: CertificateObject) {
    let x509 = unsafe object.x509
    guard let der = unsafe Self.der(of: x509) else {
      ERR_clear_error()
      return nil
    }
    let key = unsafe X509_get0_pubkey(x509)
    notBefore = unsafe Self.seconds(X509_get0_notBefore(x509))
    notAfter = unsafe Self.seconds(X509_get0_notAfter(x509))
    self.object = object
    self.der = der
    publicKeyInfo = unsafe Self.keyInfo(of: x509)
    subject = unsafe Self.text(of: X509_get_subject_name(x509))
    issuer = unsafe Self.text(of: X509_get_issuer_name(x509))
    (dnsNames, addresses) = unsafe Self.alternativeNames(of: x509)
    serial = unsafe Self.hexadecimal(X509_get0_serialNumber(x509))
    keyKind = unsafe key.map { unsafe Self.kind(of: $0) } ?? "unknown"
    keyBits = unsafe key.map { Int(unsafe EVP_PKEY_get_bits($0)) } ?? 0
    signatureAlgorithm = unsafe Self.name(X509_get_signature_nid(x509))
    isSelfSigned = unsafe X509_self_signed(x509, 1) == 1
    isCA = unsafe X509_check_ca(x509) > 0
    extendedKeyUsages = unsafe Self.usages(X509_get_extended_key_usage(x509))
    ERR_clear_error()
  }
}

extension Certificate {
  private static func der(of x509: OpaquePointer) -> [UInt8]? {
    let count = Int(unsafe i2d_X509(x509, nil))
    guard count > 0, count <= Limits.certificateOctets else { return nil }
    var octets = [UInt8](repeating: 0, count: count)
    _ = unsafe octets.withUnsafeMutableBufferPointer { buffer in
      var pointer = buffer.baseAddress
      return unsafe i2d_X509(x509, &pointer)
    }
    return octets
  }

  private static func keyInfo(of x509: OpaquePointer) -> [UInt8] {
    let key = unsafe X509_get_X509_PUBKEY(x509)
    let count = Int(unsafe i2d_X509_PUBKEY(key, nil))
    guard count > 0 else { return [] }
    var octets = [UInt8](repeating: 0, count: count)
    _ = unsafe octets.withUnsafeMutableBufferPointer { buffer in
      var pointer = buffer.baseAddress
      return unsafe i2d_X509_PUBKEY(key, &pointer)
    }
    return octets
  }

  /// Seconds since 1970 of a time in a certificate; nil for what is no time.
  private static func seconds(_ time: UnsafePointer<ASN1_TIME>?) -> Int? {
    guard let epoch = unsafe ASN1_TIME_set(nil, 0) else { return nil }
    defer { unsafe ASN1_STRING_free(epoch) }
    var (days, rest): (Int32, Int32) = (0, 0)
    guard let time = unsafe time, unsafe ASN1_TIME_diff(&days, &rest, epoch, time) == 1 else { return nil }
    return Int(days) * 86_400 + Int(rest)
  }

  private static func text(of name: OpaquePointer?) -> String {
    guard let name = unsafe name, let bio = MemoryBIO() else { return "" }
    _ = unsafe X509_NAME_print_ex(bio.bio, name, 0, wrap_XN_FLAG_RFC2253)
    return String(decoding: bio.octets.prefix(Limits.nameOctets), as: UTF8.self)
  }

  private static func alternativeNames(of x509: OpaquePointer) -> ([String], [[UInt8]]) {
    guard let names = unsafe wrap_subject_alt_names(x509) else { return ([], []) }
    defer { unsafe GENERAL_NAMES_free(names) }
    let indices = 0..<Int32(clamping: min(Int(unsafe wrap_sk_GENERAL_NAME_num(names)), Limits.subjectNames))
    let texts = indices.compactMap { unsafe wrap_dns_name(names, $0).map { unsafe octets(of: $0) } }
    let addresses = indices.compactMap { unsafe wrap_ip_address(names, $0).map { unsafe octets(of: $0) } }
    return (texts.map { String(decoding: $0, as: UTF8.self) }, addresses)
  }

  private static func octets(of string: UnsafePointer<ASN1_STRING>) -> [UInt8] {
    let count = Int(unsafe ASN1_STRING_length(string))
    guard count > 0, let start = unsafe ASN1_STRING_get0_data(string) else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }

  private static func hexadecimal(_ number: UnsafePointer<ASN1_INTEGER>?) -> String {
    guard let number = unsafe number else { return "" }
    return unsafe octets(of: number).prefix(Limits.serialOctets).map { octet in
      String(octet >> 4, radix: 16) + String(octet & 15, radix: 16)
    }.joined()
  }

  private static func kind(of key: OpaquePointer) -> String {
    let kind = unsafe EVP_PKEY_get0_type_name(key).map { unsafe String(cString: $0) } ?? "unknown"
    var name = [CChar](repeating: 0, count: 64)
    guard unsafe EVP_PKEY_get_group_name(key, &name, name.count, nil) == 1, kind == "EC" else { return kind }
    return kind + " " + String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func name(_ id: Int32) -> String {
    unsafe OBJ_nid2ln(id).map { unsafe String(cString: $0) } ?? "unknown"
  }

  private static func usages(_ bits: UInt32) -> [String] {
    // All bits are set when the certificate does not limit its use.
    if bits == .max { return [] }
    let names: [(Int32, String)] = [
      (XKU_SSL_SERVER, "serverAuth"), (XKU_SSL_CLIENT, "clientAuth"), (XKU_SMIME, "emailProtection"),
      (XKU_CODE_SIGN, "codeSigning"), (XKU_OCSP_SIGN, "OCSPSigning"), (XKU_TIMESTAMP, "timeStamping"),
      (XKU_ANYEKU, "anyExtendedKeyUsage")
    ]
    return names.filter { bits & UInt32($0.0) != 0 }.map(\.1)
  }
}
