internal import COpenSSL

/// Octets that nobody can foretell, from OpenSSL's generator.
public enum RandomOctets {
  /// So many random octets.
  public static func make(_ count: Int) throws(OpenSSLError) -> [UInt8] {
    ERR_clear_error()
    var octets = [UInt8](repeating: 0, count: count)
    let status = unsafe octets.withUnsafeMutableBufferPointer {
      unsafe RAND_bytes($0.baseAddress, Int32(clamping: $0.count))
    }
    guard status == 1 else { throw .taken("random octets") }
    return octets
  }
}
