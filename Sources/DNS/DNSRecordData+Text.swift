extension DNSRecord: CustomStringConvertible {
  /// The record as a zone line: owner, time to live, class, type, data.
  public var description: String { "\(owner) \(ttl) IN \(type) \(data)" }
}

extension DNSRecordData: CustomStringConvertible {
  /// The data as zone text (RFC 1035 §5.1); unknown types in the form of RFC 3597 §5.
  public var description: String {
    switch self {
    case .address(let address): address.description
    case .ns(let name), .cname(let name), .dname(let name), .ptr(let name): name.description
    case .mx(let preference, let exchange): "\(preference) \(exchange)"
    case .txt(let strings): strings.description
    case .soa(let soa): "\(soa.primary) \(soa.mailbox) \(soa.serial) \(soa.refresh) … \(soa.minimum)"
    case .other(_, let octets): "\\# \(octets.count) " + octets.map(Self.hex).joined()
    }
  }

  private static func hex(_ octet: UInt8) -> String {
    String(decoding: [IPAddress.hexDigit(octet >> 4), IPAddress.hexDigit(octet & 15)], as: UTF8.self)
  }
}

extension CharacterStrings: CustomStringConvertible {
  /// Each string in quotes, quotes, backslashes and octets outside printable ASCII escaped.
  public var description: String {
    var text: [UInt8] = []
    text.reserveCapacity(strings.reduce(0) { $0 + $1.count + 3 })
    for string in strings {
      if !text.isEmpty { text.append(UInt8(ascii: " ")) }
      text.append(UInt8(ascii: "\""))
      for octet in string { Self.append(octet, to: &text) }
      text.append(UInt8(ascii: "\""))
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func append(_ octet: UInt8, to text: inout [UInt8]) {
    switch octet {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += [UInt8(ascii: "\\"), octet]
    case 0x20...0x7E: text.append(octet)
    default: text += [UInt8(ascii: "\\")] + [octet / 100, octet / 10 % 10, octet % 10].map { UInt8(ascii: "0") + $0 }
    }
  }
}
