internal import COpenSSL

/// A hash function as login mechanisms use it, over secrets: bare, keyed (RFC 2104) and iterated (RFC 8018 §5.2).
public enum HashFunction: String, Sendable, CaseIterable {
  /// MD5 (RFC 1321), of CRAM-MD5; an OpenSSL in FIPS mode does not have it.
  case md5
  /// SHA-1 (FIPS 180-4).
  case sha1
  /// SHA-256 (FIPS 180-4).
  case sha256

  /// The length of a hash in octets.
  public var octetCount: Int {
    switch self {
    case .md5: 16
    case .sha1: 20
    case .sha256: 32
    }
  }

  /// Whether the OpenSSL of this machine does it.
  public var isAvailable: Bool { (try? hmac(of: Secret(""), key: Secret("key"))) != nil }

  /// The hash of a secret.
  public func digest(of message: Secret) throws(OpenSSLError) -> Secret {
    try unsafe result("digest") { octets in
      unsafe message.withPointer { unsafe EVP_Digest($0, $1, octets, nil, method, nil) == 1 }
    }
  }

  /// HMAC (RFC 2104).
  public func hmac(of message: Secret, key: Secret) throws(OpenSSLError) -> Secret {
    try unsafe result("HMAC") { octets in
      var length: UInt32 = 0
      return unsafe message.withPointer { (text, count) in
        unsafe key.withPointer { unsafe HMAC(method, $0, Int32(clamping: $1), text, count, octets, &length) != nil }
      }
    }
  }

  /// PBKDF2 (RFC 8018 §5.2) with this function's HMAC, as many octets as a hash has. The time grows with the
  /// iterations: whoever takes their number from a stranger has to bound it.
  public func pbkdf2(password: Secret, salt: [UInt8], iterations: Int) throws(OpenSSLError) -> Secret {
    try unsafe result("PBKDF2") { octets in
      unsafe password.withPointer { (text, count) in
        let characters = unsafe UnsafeRawPointer(text)?.assumingMemoryBound(to: CChar.self)
        return unsafe PKCS5_PBKDF2_HMAC(
          characters, Int32(clamping: count), salt, Int32(clamping: salt.count), Int32(clamping: iterations), method,
          Int32(octetCount), octets) == 1
      }
    }
  }

  private func result(
    _ operation: String, _ body: (UnsafeMutablePointer<UInt8>?) -> Bool
  ) throws(OpenSSLError) -> Secret {
    ERR_clear_error()
    let memory = unsafe SecretMemory.allocate(octetCount)
    guard unsafe body(memory.baseAddress) else {
      unsafe SecretMemory.free(memory)
      throw .taken("\(operation) with \(rawValue.uppercased())")
    }
    return unsafe Secret(taking: memory, count: octetCount)
  }

  private var method: OpaquePointer? {
    switch self {
    case .md5: unsafe EVP_md5()
    case .sha1: unsafe EVP_sha1()
    case .sha256: unsafe EVP_sha256()
    }
  }
}
