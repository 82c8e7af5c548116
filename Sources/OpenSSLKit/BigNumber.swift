import COpenSSL

/// An unsigned number of OpenSSL, freed with its owner.
@safe struct BigNumber: ~Copyable {
  private let number: OpaquePointer

  /// Takes an unsigned number in network order; nil when memory is short.
  init?(_ octets: [UInt8]) {
    guard let number = unsafe BN_bin2bn(octets, Int32(clamping: octets.count), nil) else { return nil }
    unsafe self.number = number
  }

  private init(owning number: OpaquePointer) {
    unsafe self.number = number
  }

  deinit { unsafe BN_free(number) }

  /// The number in network order without leading zeros.
  var octets: [UInt8] {
    let count = Int(unsafe BN_num_bits(number) + 7) / 8
    var result = [UInt8](repeating: 0, count: count)
    _ = unsafe result.withUnsafeMutableBufferPointer { unsafe BN_bn2bin(number, $0.baseAddress) }
    return result
  }

  /// The greatest common divisor; nil when memory is short.
  func greatestCommonDivisor(with other: borrowing BigNumber) -> BigNumber? {
    guard let result = unsafe BN_new() else { return nil }
    let owner = unsafe BigNumber(owning: result)
    guard let context = unsafe BN_CTX_new() else { return nil }
    defer { unsafe BN_CTX_free(context) }
    guard unsafe BN_gcd(owner.number, number, other.number, context) == 1 else { return nil }
    return owner
  }
}
