internal import COpenSSL

/// An unsigned number of OpenSSL, freed with its owner.
@safe struct BigNumber: ~Copyable {
  let number: OpaquePointer

  /// Takes an unsigned number in network order; nil when memory is short.
  init?(_ octets: [UInt8]) {
    guard let number = unsafe BN_bin2bn(octets, Int32(clamping: octets.count), nil) else { return nil }
    unsafe self.number = number
  }

  deinit { unsafe BN_free(number) }
}
