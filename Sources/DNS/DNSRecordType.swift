/// The type of a resource record (RFC 1035 §3.2.2 and the IANA registry).
public struct DNSRecordType: RawRepresentable, Sendable, Hashable, Comparable {
  /// The number on the wire.
  public let rawValue: UInt16

  /// Wraps the number on the wire.
  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// By number.
  public static func < (left: DNSRecordType, right: DNSRecordType) -> Bool { left.rawValue < right.rawValue }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension DNSRecordType {
  public static let a = DNSRecordType(rawValue: 1)
  public static let ns = DNSRecordType(rawValue: 2)
  public static let cname = DNSRecordType(rawValue: 5)
  public static let soa = DNSRecordType(rawValue: 6)
  public static let ptr = DNSRecordType(rawValue: 12)
  public static let mx = DNSRecordType(rawValue: 15)
  public static let txt = DNSRecordType(rawValue: 16)
  public static let aaaa = DNSRecordType(rawValue: 28)
  public static let srv = DNSRecordType(rawValue: 33)
  public static let dname = DNSRecordType(rawValue: 39)
  public static let opt = DNSRecordType(rawValue: 41)
  public static let ds = DNSRecordType(rawValue: 43)
  public static let rrsig = DNSRecordType(rawValue: 46)
  public static let nsec = DNSRecordType(rawValue: 47)
  public static let dnskey = DNSRecordType(rawValue: 48)
  public static let nsec3 = DNSRecordType(rawValue: 50)
  public static let nsec3param = DNSRecordType(rawValue: 51)
  public static let tlsa = DNSRecordType(rawValue: 52)
  public static let spf = DNSRecordType(rawValue: 99)
  public static let any = DNSRecordType(rawValue: 255)
  public static let caa = DNSRecordType(rawValue: 257)
}

extension DNSRecordType: CustomStringConvertible {
  private static let names: [DNSRecordType: String] = [
    .a: "A", .ns: "NS", .cname: "CNAME", .soa: "SOA", .ptr: "PTR", .mx: "MX", .txt: "TXT", .aaaa: "AAAA", .srv: "SRV",
    .dname: "DNAME", .opt: "OPT", .ds: "DS", .rrsig: "RRSIG", .nsec: "NSEC", .dnskey: "DNSKEY", .nsec3: "NSEC3",
    .nsec3param: "NSEC3PARAM", .tlsa: "TLSA", .spf: "SPF", .any: "ANY", .caa: "CAA"
  ]

  /// The mnemonic, or `TYPE` and the number (RFC 3597 §5).
  public var description: String { Self.names[self] ?? "TYPE\(rawValue)" }

  /// Reads a mnemonic of this list or the `TYPE` form of RFC 3597 §5, in any case; nil for another text.
  public init?(_ text: String) {
    let upper = text.uppercased()
    if let known = Self.names.first(where: { $0.value == upper })?.key {
      self = known
    } else if upper.hasPrefix("TYPE"), let number = UInt16(upper.dropFirst(4)) {
      self.init(rawValue: number)
    } else {
      return nil
    }
  }
}
