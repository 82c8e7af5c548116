import CZlib

/// Unpacks gzip (RFC 1952) and zlib (RFC 1950) data of strangers, up to a limit.
public enum Gzip {
  /// Why data could not be unpacked.
  public enum Fault: Error, Sendable, Hashable {
    /// It is no gzip or zlib data, or it is damaged.
    case malformed
    /// It ends too soon.
    case incomplete
    /// It unpacks to more octets than the limit.
    case tooLong
  }

  /// Whether octets begin as gzip does (RFC 1952 §2.3.1).
  public static func isGzip(_ octets: [UInt8]) -> Bool { octets.starts(with: [0x1F, 0x8B]) }

  /// Unpacks octets to at most `limit` octets; what stands behind the end of the data is not looked at.
  public static func unpack(_ octets: [UInt8], limit: Int) throws(Fault) -> [UInt8] {
    guard octets.count <= Int(UInt32.max), limit < Int(UInt32.max) else { throw .tooLong }
    var stream = unsafe z_stream()
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    // 32 more than the largest window: gzip and zlib are told apart by their beginning.
    guard unsafe inflateInit2_(&stream, MAX_WBITS + 32, ZLIB_VERSION, size) == Z_OK else { throw .malformed }
    defer { unsafe inflateEnd(&stream) }
    // One octet more than the limit shows that there are more.
    var output = [UInt8](repeating: 0, count: limit + 1)
    var input = octets
    let status = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.next_in = source.baseAddress
        unsafe stream.avail_in = UInt32(source.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = UInt32(target.count)
        return unsafe inflate(&stream, Z_FINISH)
      }
    }
    let count = output.count - Int(unsafe stream.avail_out)
    if count > limit { throw .tooLong }
    switch status {
    case Z_STREAM_END: return Array(output.prefix(count))
    case Z_OK, Z_BUF_ERROR: throw .incomplete
    default: throw .malformed
    }
  }
}
