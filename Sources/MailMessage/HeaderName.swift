/// The name of a header field. Case does not count (RFC 5322 §1.2.2).
public struct HeaderName: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The name as it is usually written.
  public let description: String
  /// The octets in lower case.
  public let lowercased: [UInt8]

  /// Takes a name of ASCII characters.
  public init(_ name: String) {
    description = name
    lowercased = name.utf8.map { $0.lowercasedASCII }
  }

  /// Takes a name of ASCII characters.
  public init(stringLiteral value: String) { self.init(value) }

  /// Whether both are the same name.
  public static func == (left: HeaderName, right: HeaderName) -> Bool { left.lowercased == right.lowercased }

  /// Hashes what counts.
  public func hash(into hasher: inout Hasher) { hasher.combine(lowercased) }
}

extension UInt8 {
  /// The letter in lower case if it is one of ASCII.
  var lowercasedASCII: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
  /// Blank or tab (RFC 5234 §B.1).
  var isWhiteSpace: Bool { self == 0x20 || self == 0x09 }
}
