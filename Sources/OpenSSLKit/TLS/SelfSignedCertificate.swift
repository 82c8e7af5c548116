internal import COpenSSL

/// A key and a certificate over it, made on the spot: for a listener that nobody gave a certificate.
@safe final class SelfSignedCertificate {
  let x509: OpaquePointer
  let key: OpaquePointer

  /// Makes an ECDSA key on P-256 and a certificate (RFC 5280 §4.1) that is good from an hour ago.
  ///
  /// - Parameters:
  ///   - names: DNS names, the first also being the common name.
  ///   - addresses: IP addresses as text.
  ///   - days: how long it is good.
  /// - Throws: what OpenSSL says of names that are none.
  init(names: [String], addresses: [String], days: Int) throws(OpenSSLError) {
    ERR_clear_error()
    guard let key = unsafe Self.generateKey() else { throw .taken("key") }
    guard let x509 = unsafe X509_new() else {
      unsafe EVP_PKEY_free(key)
      throw .taken("certificate")
    }
    unsafe (self.x509, self.key) = (x509, key)
    let alternatives = names.map { "DNS:" + $0 } + addresses.map { "IP:" + $0 }
    // RFC 5280, appendix A.1: a common name has at most 64 characters.
    let commonName = names.first { $0.utf8.count <= 64 } ?? "localhost"
    guard unsafe Self.fill(x509, key, name: commonName, days: days),
      unsafe Self.add(NID_subject_alt_name, alternatives.joined(separator: ","), to: x509),
      unsafe Self.add(NID_basic_constraints, "critical,CA:FALSE", to: x509),
      unsafe Self.add(NID_ext_key_usage, "serverAuth", to: x509),
      unsafe X509_sign(x509, key, EVP_sha256()) > 0
    else { throw .taken("certificate") }
  }

  deinit {
    unsafe X509_free(x509)
    unsafe EVP_PKEY_free(key)
  }

  private static func generateKey() -> OpaquePointer? {
    guard let context = unsafe EVP_PKEY_CTX_new_from_name(nil, "EC", nil) else { return nil }
    defer { unsafe EVP_PKEY_CTX_free(context) }
    var key: OpaquePointer?
    guard unsafe EVP_PKEY_keygen_init(context) == 1, unsafe EVP_PKEY_CTX_set_group_name(context, "P-256") == 1,
      unsafe EVP_PKEY_generate(context, &key) == 1
    else { return nil }
    return unsafe key
  }

  /// Version 3, a random serial number (RFC 5280 §4.1.2.2: positive, 20 octets at most), times, names and the key.
  private static func fill(_ x509: OpaquePointer, _ key: OpaquePointer, name: String, days: Int) -> Bool {
    let serial = Int64.random(in: 1 ... .max)
    guard unsafe X509_set_version(x509, 2) == 1,
      unsafe ASN1_INTEGER_set_int64(X509_get_serialNumber(x509), serial) == 1,
      unsafe X509_gmtime_adj(X509_getm_notBefore(x509), -3600) != nil,
      unsafe X509_time_adj_ex(X509_getm_notAfter(x509), Int32(clamping: days), 0, nil) != nil,
      let subject = unsafe X509_get_subject_name(x509)
    else { return false }
    let octets = Array(name.utf8)
    guard unsafe X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, octets, Int32(octets.count), -1, 0) == 1,
      unsafe X509_set_issuer_name(x509, subject) == 1
    else { return false }
    return unsafe X509_set_pubkey(x509, key) == 1
  }

  private static func add(_ kind: Int32, _ value: String, to x509: OpaquePointer) -> Bool {
    guard let field = unsafe X509V3_EXT_conf_nid(nil, nil, kind, value) else { return false }
    defer { unsafe X509_EXTENSION_free(field) }
    return unsafe X509_add_ext(x509, field, -1) == 1
  }
}
