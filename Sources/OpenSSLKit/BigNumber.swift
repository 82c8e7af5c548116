internal import COpenSSL

/// An unsigned number of OpenSSL, freed with its owner.
@safe struct BigNumber: ~Copyable {
  let number: OpaquePointer

  /// Takes an unsigned number in network order; nil when memory is short.
  init?(_ octets: [UInt8]) {
    guard let number = unsafe BN_bin2bn(octets, Int32(clamping: octets.count), nil) else { return nil }
    unsafe self.number = number
  }

  private init?(copying other: borrowing BigNumber) {
    guard let number = unsafe BN_dup(other.number) else { return nil }
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
  ///
  /// Euclid's algorithm: the numbers are public, so the constant time of `BN_gcd`, which costs three times as much for
  /// 2048 bits, buys nothing.
  func greatestCommonDivisor(with other: borrowing BigNumber) -> BigNumber? {
    guard var left = BigNumber(copying: self), var right = BigNumber(copying: other), var rest = BigNumber([]),
      let context = unsafe BN_CTX_new()
    else { return nil }
    defer { unsafe BN_CTX_free(context) }
    while unsafe BN_is_zero(right.number) == 0 {
      guard unsafe BN_div(nil, rest.number, left.number, right.number, context) == 1 else { return nil }
      // The remainder becomes the divisor, the divisor the dividend.
      swap(&left, &right)
      swap(&right, &rest)
    }
    return left
  }
}
