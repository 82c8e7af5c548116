/// One resource record.
public struct DNSRecord: Sendable, Hashable, Codable {
  /// The owner name.
  public let owner: DomainName
  /// The time to live in seconds.
  public let ttl: UInt32
  /// The type and the data.
  public let data: DNSRecordData

  /// Makes a record of its parts.
  public init(owner: DomainName, ttl: UInt32, data: DNSRecordData) {
    self.owner = owner
    self.ttl = ttl
    self.data = data
  }

  /// The type of the record.
  public var type: DNSRecordType { data.type }
}

/// The data of a record, by type; a type that is not read stays as octets.
public enum DNSRecordData: Sendable, Hashable, Codable {
  /// An IPv4 or IPv6 address: A (RFC 1035 §3.4.1) or AAAA (RFC 3596 §2.2).
  case address(IPAddress)
  /// A name server (RFC 1035 §3.3.11).
  case ns(DomainName)
  /// The canonical name of an alias (RFC 1035 §3.3.1).
  case cname(DomainName)
  /// The target of a redirected subtree (RFC 6672 §2.1).
  case dname(DomainName)
  /// The name of an address (RFC 1035 §3.3.12).
  case ptr(DomainName)
  /// A mail exchange (RFC 1035 §3.3.9); the root as exchange is a null MX (RFC 7505 §3).
  case mx(preference: UInt16, exchange: DomainName)
  /// Character-strings (RFC 1035 §3.3.14), each of at most 255 octets.
  case txt(CharacterStrings)
  /// The start of authority (RFC 1035 §3.3.13).
  case soa(StartOfAuthority)
  /// A record of any other type, as its octets with names uncompressed.
  case other(type: DNSRecordType, octets: [UInt8])

  /// The type that the case stands for.
  public var type: DNSRecordType {
    switch self {
    case .address(let address): address.isV4 ? .a : .aaaa
    case .ns: .ns
    case .cname: .cname
    case .dname: .dname
    case .ptr: .ptr
    case .mx: .mx
    case .txt: .txt
    case .soa: .soa
    case .other(let type, _): type
    }
  }
}

/// The character-strings of one TXT record.
public struct CharacterStrings: Sendable, Hashable, Codable {
  /// The strings in order, each of at most 255 octets.
  public let strings: [[UInt8]]

  /// Takes the strings in order.
  public init(_ strings: [[UInt8]]) {
    self.strings = strings
  }

  /// The strings joined with nothing between them, as SPF (RFC 7208 §3.3), DKIM (RFC 6376 §3.6.2.2) and DMARC
  /// (RFC 9989 §4.10) read them.
  public var joined: [UInt8] { strings.count == 1 ? strings[0] : Array(strings.joined()) }

  /// The joined octets as text; octets that are no UTF-8 become U+FFFD.
  public var text: String { String(decoding: joined, as: UTF8.self) }
}

/// The fields of an SOA record (RFC 1035 §3.3.13); times in seconds.
public struct StartOfAuthority: Sendable, Hashable, Codable {
  /// The primary name server.
  public let primary: DomainName
  /// The mailbox of the person in charge, as a name.
  public let mailbox: DomainName
  /// The serial number.
  public let serial: UInt32
  /// How often secondaries refresh.
  public let refresh: UInt32
  /// How long a negative answer may be kept (RFC 2308 §4).
  public let minimum: UInt32

  /// Makes the value of its parts.
  public init(primary: DomainName, mailbox: DomainName, serial: UInt32, refresh: UInt32, minimum: UInt32) {
    self.primary = primary
    self.mailbox = mailbox
    self.serial = serial
    self.refresh = refresh
    self.minimum = minimum
  }
}
