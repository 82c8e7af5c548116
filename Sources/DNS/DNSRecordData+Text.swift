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
    strings.map { "\"" + $0.map(Self.presentation).joined() + "\"" }.joined(separator: " ")
  }

  private static func presentation(of octet: UInt8) -> String {
    switch octet {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return "\\" + String(UnicodeScalar(octet))
    case 0x20...0x7E: return String(UnicodeScalar(octet))
    default: return "\\" + String(repeating: "0", count: octet < 10 ? 2 : octet < 100 ? 1 : 0) + String(octet)
    }
  }
}
