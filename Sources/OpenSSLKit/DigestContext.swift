internal import COpenSSL

/// A digest in the making: takes octets in pieces and owns OpenSSL's state, which is freed with it.
@safe public struct DigestContext: ~Copyable {
  private let context: OpaquePointer

  /// Starts a digest.
  public init(_ algorithm: DigestAlgorithm) throws(OpenSSLError) {
    guard let method = unsafe DigestMethods.shared[algorithm], let new = unsafe EVP_MD_CTX_new() else {
      throw OpenSSLError.taken("digest \(algorithm.rawValue)")
    }
    guard unsafe EVP_DigestInit_ex2(new, method, nil) == 1 else {
      unsafe EVP_MD_CTX_free(new)
      throw OpenSSLError.taken("digest \(algorithm.rawValue)")
    }
    unsafe context = new
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Adds octets.
  public mutating func update(_ octets: Span<UInt8>) throws(OpenSSLError) {
    let status = unsafe octets.withUnsafeBufferPointer { unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
    guard status == 1 else { throw OpenSSLError.taken("digest") }
  }

  /// The digest of what was taken up to here and of `tail`; more may be taken afterwards.
  public func digest(endingWith tail: [UInt8]) throws(OpenSSLError) -> [UInt8] {
    guard let copy = unsafe EVP_MD_CTX_new() else { throw OpenSSLError.taken("digest") }
    defer { unsafe EVP_MD_CTX_free(copy) }
    var result = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    guard unsafe EVP_MD_CTX_copy_ex(copy, context) == 1,
      unsafe EVP_DigestUpdate(copy, tail, tail.count) == 1,
      unsafe EVP_DigestFinal_ex(copy, &result, &length) == 1
    else { throw OpenSSLError.taken("digest") }
    return Array(result.prefix(Int(length)))
  }

  /// Ends the digest and gives its octets.
  public consuming func finish() throws(OpenSSLError) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    let status = unsafe result.withUnsafeMutableBufferPointer {
      unsafe EVP_DigestFinal_ex(context, $0.baseAddress, &length)
    }
    guard status == 1 else { throw OpenSSLError.taken("digest") }
    return Array(result.prefix(Int(length)))
  }
}

/// The digests fetched from the provider once: a fetch for each digest costs more than the digest of a short text.
@safe struct DigestMethods: @unchecked Sendable {
  static let shared = DigestMethods()
  private let methods: [DigestAlgorithm: OpaquePointer]

  private init() {
    let names: [(DigestAlgorithm, String)] = [(.sha1, "SHA1"), (.sha256, "SHA2-256"), (.sha512, "SHA2-512")]
    var found: [DigestAlgorithm: OpaquePointer] = unsafe [:]
    for (algorithm, name) in names {
      if let method = unsafe EVP_MD_fetch(nil, name, nil) { unsafe found[algorithm] = method }
    }
    unsafe methods = found
  }

  subscript(algorithm: DigestAlgorithm) -> OpaquePointer? { unsafe methods[algorithm] }
}
