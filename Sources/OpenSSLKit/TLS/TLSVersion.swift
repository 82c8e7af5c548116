/// A version of TLS, by its number on the wire (RFC 9846 §4.2.1).
public enum TLSVersion: UInt16, Sendable, CaseIterable, Comparable, Codable {
  /// TLS 1.0 (RFC 2246), not to be used since RFC 8996.
  case tls10 = 0x0301
  /// TLS 1.1 (RFC 4346), not to be used since RFC 8996.
  case tls11 = 0x0302
  /// TLS 1.2 (RFC 5246).
  case tls12 = 0x0303
  /// TLS 1.3 (RFC 9846).
  case tls13 = 0x0304

  /// The older version is the smaller one.
  public static func < (left: TLSVersion, right: TLSVersion) -> Bool { left.rawValue < right.rawValue }
}

extension TLSVersion: CustomStringConvertible {
  /// `TLS 1.2` and so on.
  public var description: String { "TLS 1.\(rawValue & 0xFF - 1)" }
}
