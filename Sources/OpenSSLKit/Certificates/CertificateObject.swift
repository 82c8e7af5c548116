internal import COpenSSL

/// A certificate as OpenSSL's object, freed with its last owner. Nobody changes it, and OpenSSL locks what it adds to an
/// object when it reads it, so that threads can share it.
@safe final class CertificateObject: @unchecked Sendable {
  let x509: OpaquePointer

  /// Takes over a reference.
  init(taking x509: OpaquePointer) { unsafe self.x509 = x509 }

  /// Shares an object that belongs to somebody else.
  convenience init?(sharing x509: OpaquePointer) {
    guard unsafe X509_up_ref(x509) == 1 else { return nil }
    unsafe self.init(taking: x509)
  }

  /// Reads the DER form; nil when it is none, or when octets are left over.
  convenience init?(_ der: [UInt8]) {
    guard !der.isEmpty, der.count <= Limits.certificateOctets else { return nil }
    let (parsed, used) = unsafe der.withUnsafeBufferPointer { buffer -> (OpaquePointer?, Int) in
      var pointer = buffer.baseAddress
      let parsed = unsafe d2i_X509(nil, &pointer, buffer.count)
      guard unsafe parsed != nil, let start = buffer.baseAddress, let end = unsafe pointer else {
        return unsafe (parsed, 0)
      }
      return unsafe (parsed, end - start)
    }
    ERR_clear_error()
    guard let parsed = unsafe parsed else { return nil }
    unsafe self.init(taking: parsed)
    guard used == der.count else { return nil }
  }

  deinit { unsafe X509_free(x509) }
}
