/// The charsets that are read. The text of any other is kept as it is written.
public enum Charset: String, Sendable, CaseIterable {
  /// UTF-8 (RFC 3629).
  case utf8 = "UTF-8"
  /// US-ASCII.
  case ascii = "US-ASCII"
  /// ISO-8859-1: Latin-1.
  case latin1 = "ISO-8859-1"
  /// ISO-8859-15: Latin-9.
  case latin9 = "ISO-8859-15"
  /// Windows-1252.
  case windows1252 = "windows-1252"

  /// The charset of that name, case aside, or of an alias that IANA registers or that programs write.
  public init?(named name: String) {
    switch name.lowercased() {
    case "utf-8", "utf8": self = .utf8
    case "us-ascii", "ascii", "ansi_x3.4-1968", "iso646-us", "us": self = .ascii
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1": self = .latin1
    case "iso-8859-15", "iso8859-15", "iso_8859-15", "latin-9", "latin9": self = .latin9
    case "windows-1252", "cp1252", "cp-1252", "x-cp1252": self = .windows1252
    default: return nil
    }
  }

  /// The text of the octets, and whether all of them are of this charset; what is not becomes U+FFFD.
  public func decode(_ octets: [UInt8]) -> (text: String, isValid: Bool) {
    switch self {
    case .utf8:
      if let text = String(validating: octets, as: UTF8.self) { return (text, true) }
      return (String(decoding: octets, as: UTF8.self), false)
    case .ascii: return decode(octets) { $0 < 0x80 ? UInt16($0) : nil }
    case .latin1: return decode(octets) { UInt16($0) }
    case .latin9: return decode(octets) { Self.latin9Differences[$0] ?? UInt16($0) }
    case .windows1252: return decode(octets) { Self.windows1252($0) }
    }
  }

  private func decode(_ octets: [UInt8], _ table: (UInt8) -> UInt16?) -> (text: String, isValid: Bool) {
    var isValid = true
    let units = octets.map { octet in
      if let unit = table(octet) { return unit }
      isValid = false
      return 0xFFFD
    }
    return (String(decoding: units, as: UTF16.self), isValid)
  }

  /// Where ISO-8859-15 is not ISO-8859-1.
  private static let latin9Differences: [UInt8: UInt16] = [
    0xA4: 0x20AC, 0xA6: 0x160, 0xA8: 0x161, 0xB4: 0x17D, 0xB8: 0x17E, 0xBC: 0x152, 0xBD: 0x153, 0xBE: 0x178
  ]

  private static func windows1252(_ octet: UInt8) -> UInt16? {
    guard (0x80..<0xA0).contains(octet) else { return UInt16(octet) }
    let unit = windows1252Upper[Int(octet - 0x80)]
    return unit == 0 ? nil : unit
  }

  /// 0x80 to 0x9F in Windows-1252; zero where nothing is assigned.
  private static let windows1252Upper: [UInt16] = [
    0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0, 0x17E, 0x178
  ]
}
