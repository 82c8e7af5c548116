import CLDNS
public import DNS

/// A decoded answer with everything that DNSSEC needs: the records of both sections in canonical form
/// (RFC 4034 §6.2), signatures beside what they sign.
public struct SignedMessage: Sendable {
  /// RCODE with the upper bits of EDNS0.
  public let responseCode: UInt16
  /// Whether the answer has an OPT record: without one, nobody heard that signatures are wanted (RFC 4035 §3.2.1).
  public let hasEDNS: Bool
  /// The sets of the answer section.
  let answer: [SignedSet]
  /// The sets of the authority section.
  let authority: [SignedSet]

  /// Decodes the octets of one message; anything that is no message throws ``DNSFailure/malformed(_:)``.
  public init(decoding octets: [UInt8]) throws(DNSFailure) {
    let packet = try LDNSPacket(octets.span)
    guard let header = DNSMessageHeader(octets.span) else { throw .malformed("no DNS message") }
    let upper = UInt16(unsafe packet.pointer.pointee._edns_extended_rcode) << 4
    responseCode = header.responseCode | upper
    hasEDNS = unsafe packet.pointer.pointee._edns_present != 0
    answer = unsafe SignedSet.sets(Self.records(packet.pointer.pointee._answer))
    authority = unsafe SignedSet.sets(Self.records(packet.pointer.pointee._authority))
  }

  /// Copies the records of class IN, whose fields libldns puts into canonical form in place.
  private static func records(_ list: UnsafePointer<ldns_rr_list>?) -> [SignedRecord] {
    guard let list = unsafe list else { return [] }
    var records: [SignedRecord] = []
    for index in 0..<(unsafe list.pointee._rr_count) {
      guard let pointer = unsafe list.pointee._rrs[index], unsafe pointer.pointee._rr_class == LDNS_RR_CLASS_IN
      else { continue }
      unsafe ldns_rr2canonical(pointer)
      if let record = unsafe SignedRecord(ldns: pointer) { records.append(record) }
    }
    return records
  }
}

extension SignedMessage {
  /// The set of a name and type in the answer section.
  func answer(_ owner: DomainName, _ type: DNSRecordType) -> SignedSet? {
    answer.first { $0.type == type && $0.owner == owner }
  }

  /// Whether any set carries a signature.
  var hasSignatures: Bool { (answer + authority).contains { !$0.signatures.isEmpty } }
}

/// A record as octets.
struct SignedRecord {
  let owner: DomainName
  let type: DNSRecordType
  let ttl: UInt32
  let data: [UInt8]

  init(owner: DomainName, type: DNSRecordType, ttl: UInt32, data: [UInt8]) {
    self.owner = owner
    self.type = type
    self.ttl = ttl
    self.data = data
  }

  init?(ldns record: UnsafePointer<ldns_rr>) {
    guard let ownerField = unsafe record.pointee._owner, let owner = unsafe DomainName(ldns: ownerField) else {
      return nil
    }
    var data: [UInt8] = []
    let count = unsafe record.pointee._rdata_fields == nil ? 0 : unsafe record.pointee._rd_count
    for index in 0..<count {
      guard let field = unsafe record.pointee._rdata_fields[index] else { return nil }
      unsafe data.append(contentsOf: octets(of: field))
    }
    let type = DNSRecordType(rawValue: UInt16(truncatingIfNeeded: unsafe record.pointee._rr_type.rawValue))
    self.init(owner: owner, type: type, ttl: unsafe record.pointee._ttl, data: data)
  }
}

/// The records of one owner and type, with their signatures: what is signed as one (RFC 4034 §3).
struct SignedSet: Sendable {
  let owner: DomainName
  let type: DNSRecordType
  /// The data, in the order of RFC 4034 §6.3, each once.
  fileprivate(set) var data: [[UInt8]]
  fileprivate(set) var signatures: [RRSIG]

  /// Groups records. A signature without records that it could be of is no set.
  static func sets(_ records: [SignedRecord]) -> [SignedSet] {
    var sets: [SignedSet] = []
    var places: [DNSQuestion: Int] = [:]
    for record in records where record.type != .rrsig {
      let key = DNSQuestion(record.owner, record.type)
      if let place = places[key] {
        sets[place].data.append(record.data)
      } else {
        places[key] = sets.count
        sets.append(SignedSet(owner: record.owner, type: record.type, data: [record.data], signatures: []))
      }
    }
    for record in records where record.type == .rrsig {
      guard let signature = RRSIG(record.data), let place = places[DNSQuestion(record.owner, signature.typeCovered)],
        sets[place].signatures.count < DNSSECLimits.signatures
      else { continue }
      sets[place].signatures.append(signature)
    }
    for place in sets.indices where sets[place].data.count > 1 { sets[place].sort() }
    return sets
  }

  private mutating func sort() {
    data.sort { $0.lexicographicallyPrecedes($1) }
    var last: [UInt8]?
    data.removeAll { octets in
      defer { last = octets }
      return octets == last
    }
  }
}
