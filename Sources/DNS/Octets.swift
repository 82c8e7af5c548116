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
  var isPlainNameOctet: Bool {
    switch self {
    // a to z, 0 to 9, A to Z, and "-", "_", "*": ranges, because every octet of every name that is shown passes here.
    case 0x61...0x7A, 0x30...0x39, 0x41...0x5A, 0x2D, 0x5F, 0x2A: true
    default: false
    }
  }
}
