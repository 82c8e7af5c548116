import CLDNS
import DNS

extension DNSRecord {
  /// Copies a record of libldns, which stays the caller's; nil when its data do not fit its type. The octets of an
  /// owner that is the name asked are shared.
  init?(ldns record: UnsafePointer<ldns_rr>, asked: DomainName? = nil) {
    guard let ownerField = unsafe record.pointee._owner,
      let owner = unsafe Self.isSame(ownerField, asked) ? asked : DomainName(ldns: ownerField),
      let data = unsafe DNSRecordData(ldns: record)
    else { return nil }
    self.init(owner: owner, ttl: unsafe record.pointee._ttl, data: data)
  }

  private static func isSame(_ field: UnsafePointer<ldns_rdf>, _ name: DomainName?) -> Bool {
    guard let wire = name?.wire else { return false }
    let octets = unsafe octets(of: field)
    guard octets.count == wire.count else { return false }
    for index in wire.indices where unsafe octets[index].lowercasedASCII != wire[index] { return false }
    return true
  }
}

extension DomainName {
  /// Copies a name field of libldns, which holds uncompressed wire octets.
  init?(ldns field: UnsafePointer<ldns_rdf>) {
    self.init(wire: unsafe [UInt8](octets(of: field)))
  }
}

extension DNSRecordData {
  /// Copies the data of a record of libldns, which stays the caller's; nil when they do not fit the type.
  ///
  /// Every field stands in network order (the order of RFC 1035 §2.3.2), so the type's own text is never made here:
  /// `ldns_rr2str` would cost five times the decoding.
  init?(ldns record: UnsafePointer<ldns_rr>) {
    let fields = unsafe RecordFields(record)
    guard let data = DNSRecordData(fields) else { return nil }
    self = data
  }

  private init?(_ fields: RecordFields) {
    let data: DNSRecordData? =
      switch fields.type {
      case .a: IPAddress(fields, width: 4).map(DNSRecordData.address)
      case .aaaa: IPAddress(fields, width: 16).map(DNSRecordData.address)
      case .ns: fields.onlyName.map(DNSRecordData.ns)
      case .cname: fields.onlyName.map(DNSRecordData.cname)
      case .dname: fields.onlyName.map(DNSRecordData.dname)
      case .ptr: fields.onlyName.map(DNSRecordData.ptr)
      case .mx: fields.mailExchange
      case .txt: fields.characterStrings.map(DNSRecordData.txt)
      case .soa: StartOfAuthority(fields).map(DNSRecordData.soa)
      default: .other(type: fields.type, octets: fields.allOctets)
      }
    guard let data else { return nil }
    self = data
  }
}

extension IPAddress {
  fileprivate init?(_ fields: RecordFields, width: Int) {
    guard fields.count == 1, let buffer = unsafe fields[0], buffer.count == width else { return nil }
    unsafe self.init(octets: buffer)
  }
}

extension StartOfAuthority {
  /// MNAME, RNAME, SERIAL, REFRESH, RETRY, EXPIRE, MINIMUM (RFC 1035 §3.3.13).
  fileprivate init?(_ fields: RecordFields) {
    guard fields.count == 7, let primary = fields.name(0), let mailbox = fields.name(1),
      let serial = fields.number32(2), let refresh = fields.number32(3),
      let minimum = fields.number32(6)
    else { return nil }
    self.init(primary: primary, mailbox: mailbox, serial: serial, refresh: refresh, minimum: minimum)
  }
}

/// The octets of one field, still in the memory of libldns.
func octets(of field: UnsafePointer<ldns_rdf>) -> UnsafeBufferPointer<UInt8> {
  let start = unsafe field.pointee._data?.assumingMemoryBound(to: UInt8.self)
  return unsafe UnsafeBufferPointer(start: start, count: start == nil ? 0 : field.pointee._size)
}

/// The fields of a record of libldns; used only while the record lives.
@safe private struct RecordFields {
  let record: UnsafePointer<ldns_rr>
  let count: Int

  init(_ record: UnsafePointer<ldns_rr>) {
    unsafe self.record = unsafe record
    count = unsafe record.pointee._rdata_fields == nil ? 0 : unsafe record.pointee._rd_count
  }

  var type: DNSRecordType {
    DNSRecordType(rawValue: UInt16(truncatingIfNeeded: unsafe record.pointee._rr_type.rawValue))
  }

  subscript(index: Int) -> UnsafeBufferPointer<UInt8>? {
    guard index < count, let field = unsafe record.pointee._rdata_fields[index] else { return nil }
    return unsafe octets(of: field)
  }

  func name(_ index: Int) -> DomainName? {
    guard let buffer = unsafe self[index] else { return nil }
    return DomainName(wire: unsafe [UInt8](buffer))
  }

  var onlyName: DomainName? { count == 1 ? name(0) : nil }

  func number16(_ index: Int) -> UInt16? {
    guard let buffer = unsafe self[index], buffer.count == 2 else { return nil }
    return unsafe buffer.reduce(0) { $0 << 8 | UInt16($1) }
  }

  func number32(_ index: Int) -> UInt32? {
    guard let buffer = unsafe self[index], buffer.count == 4 else { return nil }
    return unsafe buffer.reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// PREFERENCE and EXCHANGE (RFC 1035 §3.3.9).
  var mailExchange: DNSRecordData? {
    guard count == 2, let preference = number16(0), let exchange = name(1) else { return nil }
    return .mx(preference: preference, exchange: exchange)
  }

  /// Each field is a length octet and as many octets (RFC 1035 §3.3).
  var characterStrings: CharacterStrings? {
    var strings: [[UInt8]] = []
    strings.reserveCapacity(count)
    for index in 0..<count {
      guard let buffer = unsafe self[index], let length = unsafe buffer.first, buffer.count == Int(length) + 1
      else { return nil }
      unsafe strings.append(Array(buffer.dropFirst()))
    }
    return CharacterStrings(strings)
  }

  var allOctets: [UInt8] {
    var result: [UInt8] = []
    for index in 0..<count {
      if let buffer = unsafe self[index] { unsafe result.append(contentsOf: buffer) }
    }
    return result
  }
}
