extension UInt8 {
  /// The octet with an ASCII letter in lower case; any other octet as it is (RFC 4343 §3).
  public var lowercasedASCII: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
  }

  /// Whether the octet is one of `0` to `9`.
  public var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// Whether the octet is an ASCII letter.
  public var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lowercasedASCII) }

  /// Whether presentation text of a name carries the octet without an escape.
  var isPlainNameOctet: Bool { self < 128 && UInt8.plainNameOctets >> UInt128(self) & 1 == 1 }

  /// A bit for each of them: every octet of every name that is shown is looked up here.
  private static let plainNameOctets: UInt128 = {
    let plain = Array("-_*".utf8) + Array(0...127).filter { $0.isASCIIDigit || $0.isASCIILetter }
    return plain.reduce(0) { $0 | 1 << UInt128($1) }
  }()
}
