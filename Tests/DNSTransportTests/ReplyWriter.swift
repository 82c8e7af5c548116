import DNS

extension ReceivedQuery {
  /// An answer with the query's ID and question as they came, and records in the answer section.
  func reply(
    _ records: [DNSRecord] = [], code: UInt8 = 0, authority: [DNSRecord] = [], isTruncated: Bool = false
  ) -> Reply {
    let end = questionEnd
    var octets = Array(octets[..<2]) + [isTruncated ? 0x83 : 0x81, 0x80 | code, 0, 1]
    octets += [UInt8(records.count >> 8), UInt8(records.count & 255), 0, UInt8(authority.count), 0, 0]
    octets += self.octets[12..<end]
    for record in records + authority { octets += record.wire }
    return Reply(octets: octets)
  }

  /// Where the question section ends.
  var questionEnd: Int { 12 + question.name.wire.count + 4 }
}

extension DNSRecord {
  /// The record with uncompressed names.
  var wire: [UInt8] {
    let octets = data.wire
    return owner.wire + type.rawValue.network + [0, 1] + UInt16(ttl >> 16).network
      + UInt16(truncatingIfNeeded: ttl).network + UInt16(octets.count).network + octets
  }
}

extension DNSRecordData {
  var wire: [UInt8] {
    switch self {
    case .address(let address): address.octets
    case .ns(let name), .cname(let name), .dname(let name), .ptr(let name): name.wire
    case .mx(let preference, let exchange): preference.network + exchange.wire
    case .txt(let strings): strings.strings.flatMap { [UInt8($0.count)] + $0 }
    case .soa(let soa):
      soa.primary.wire + soa.mailbox.wire
        + [soa.serial, soa.refresh, 0, 0, soa.minimum].flatMap { (value: UInt32) in
          UInt16(value >> 16).network + UInt16(truncatingIfNeeded: value).network
        }
    case .other(_, let octets): octets
    }
  }
}

extension UInt16 {
  var network: [UInt8] { [UInt8(self >> 8), UInt8(self & 255)] }
}

/// Records for scripts.
enum Sample {
  static func a(_ owner: DomainName, _ last: UInt32 = 1, ttl: UInt32 = 300) -> DNSRecord {
    DNSRecord(owner: owner, ttl: ttl, data: .address(.v4(0xC000_0200 + last)))
  }
  static func cname(_ owner: DomainName, _ target: DomainName) -> DNSRecord {
    DNSRecord(owner: owner, ttl: 300, data: .cname(target))
  }
  static func soa(_ owner: DomainName, minimum: UInt32 = 60) -> DNSRecord {
    let fields = StartOfAuthority(primary: owner, mailbox: owner, serial: 1, refresh: 1, minimum: minimum)
    return DNSRecord(owner: owner, ttl: 300, data: .soa(fields))
  }
}
