import DNS

/// Writes answers octet by octet, so that tests can break any rule; names are written without compression unless given
/// as octets.
struct ResponseWriter {
  var octets: [UInt8]

  /// Header with QR, RD and RA, and the question.
  init(id: UInt16 = 0x1234, question: DNSQuestion?, flags: UInt16 = 0x8180, counts: [UInt16]) {
    octets = Self.network(id) + Self.network(flags) + Self.network(question == nil ? 0 : 1)
    octets += counts.flatMap(Self.network)
    if let question { octets += question.name.wire + Self.network(question.type.rawValue) + Self.network(1) }
  }

  /// A record with its owner as octets, so that a compression pointer can stand there.
  mutating func add(
    _ owner: [UInt8], _ type: DNSRecordType, class number: UInt16 = 1, ttl: UInt32 = 300, _ data: [UInt8]
  ) {
    octets += owner + Self.network(type.rawValue) + Self.network(number)
    octets += Self.network(UInt16(ttl >> 16)) + Self.network(UInt16(truncatingIfNeeded: ttl))
    octets += Self.network(UInt16(data.count)) + data
  }

  static func network(_ number: UInt16) -> [UInt8] { [UInt8(number >> 8), UInt8(number & 255)] }

  static func text(_ strings: String...) -> [UInt8] {
    strings.flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) }
  }
}
