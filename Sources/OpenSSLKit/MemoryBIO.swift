internal import COpenSSL

/// Octets that OpenSSL reads from or writes to, freed with their owner.
@safe struct MemoryBIO: ~Copyable {
  let bio: OpaquePointer

  /// An empty one to write to; nil when memory is short.
  init?() {
    guard let bio = unsafe BIO_new(BIO_s_mem()) else { return nil }
    unsafe self.bio = bio
  }

  /// One to read `octets` from.
  init?(_ octets: [UInt8]) {
    guard let bio = unsafe BIO_new(BIO_s_mem()) else { return nil }
    _ = unsafe BIO_write(bio, octets, Int32(clamping: octets.count))
    unsafe self.bio = bio
  }

  deinit { unsafe BIO_free(bio) }

  /// A copy of what was written and not read.
  var octets: [UInt8] {
    var data: UnsafeMutablePointer<CChar>?
    let count = unsafe wrap_BIO_get_mem_data(bio, &data)
    guard let data = unsafe data, count > 0 else { return [] }
    return unsafe UnsafeRawBufferPointer(start: data, count: count).map { $0 }
  }

  /// What was written, as text.
  var text: String { String(decoding: octets, as: UTF8.self) }
}
