import CZlib

/// The checksum of gzip and zip (RFC 1952 §8), over octets that come in pieces.
struct Checksum {
  private(set) var value: UInt32 = 0

  mutating func add(_ octets: Span<UInt8>) {
    let value = self.value
    self.value = unsafe octets.withUnsafeBufferPointer { octets in
      unsafe UInt32(truncatingIfNeeded: crc32(UInt(value), octets.baseAddress, UInt32(octets.count)))
    }
  }
}
