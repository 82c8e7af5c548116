import DNS

@testable import LDNSKit

/// A record as it goes on the wire.
struct WireRecord: Sendable, Equatable {
  var owner: DomainName
  var type: DNSRecordType
  var ttl: UInt32 = 300
  var data: [UInt8]

  var octets: [UInt8] {
    owner.wire + words(type.rawValue) + [0, 1] + words(ttl) + words(UInt16(data.count)) + data
  }
}

/// How a zone is signed.
struct Signing: Sendable {
  var keys: [SigningKey] = [SigningKey()]
  var inception: UInt32 = 1_700_000_000
  var expiration: UInt32 = 1_900_000_000
  var nsec3: (iterations: UInt16, salt: [UInt8], optOut: Bool)?
  /// What the RRSIG records say of the algorithm, when it is a lie.
  var statedAlgorithm: UInt8?
}

/// A zone, signed unless `signing` is nil.
struct SignedZone: Sendable {
  let apex: DomainName
  let signing: Signing?
  private(set) var nodes: [DomainName: [DNSRecordType: [WireRecord]]] = [:]

  /// Reads zone text whose relative names end in `apex`.
  init(_ apex: DomainName, _ text: String, _ signing: Signing? = Signing(), signers: [DomainName: [[UInt8]]] = [:]) {
    self.apex = apex
    self.signing = signing
    let start = "$ORIGIN \(apex == .root ? "." : "\(apex).")\n$TTL 300\n@ SOA ns mail 1 3600 600 86400 300\n"
    let zone = ZoneText.parse(Array((start + text).utf8))
    precondition(zone.faults.isEmpty, "\(zone.faults)")
    for record in zone.zone.records { add(record.owner, record.type, record.data.wire) }
    for (child, data) in signers { for octets in data { add(child, .ds, octets) } }
    for key in signing?.keys ?? [] { add(apex, .dnskey, key.data) }
  }

  mutating func add(_ owner: DomainName, _ type: DNSRecordType, _ data: [UInt8]) {
    nodes[owner, default: [:]][type, default: []].append(WireRecord(owner: owner, type: type, data: data))
  }

  /// The delegation at or above a name, and below the apex.
  func cut(above name: DomainName) -> DomainName? {
    nodes.keys.filter { $0 != apex && nodes[$0]?[.ns] != nil && name.isEqual(toOrBelow: $0) }.min()
  }

  /// The names of the zone: those with records that are its own, and delegations.
  var owners: [DomainName] { nodes.keys.filter { [nil, $0].contains(cut(above: $0)) }.sorted() }

  /// Whether a name exists, with records or with names below (RFC 4592 §2.2).
  func exists(_ name: DomainName) -> Bool { owners.contains { $0.isEqual(toOrBelow: name) } }

  /// The records with their signatures; a name other than the owner is one made from that wildcard.
  func signed(_ records: [WireRecord], as name: DomainName? = nil) -> [WireRecord] {
    guard let signing, let first = records.first else { return renamed(records, name) }
    let isDelegation = first.type == .ns && first.owner != apex
    if isDelegation { return renamed(records, name) }
    let keys = first.type == .dnskey ? Array(signing.keys.prefix(1)) : Array(signing.keys.suffix(1))
    return renamed(records + keys.map { signature($0, records, signing) }, name)
  }

  private func renamed(_ records: [WireRecord], _ name: DomainName?) -> [WireRecord] {
    records.map { record in
      var copy = record
      copy.owner = name ?? record.owner
      return copy
    }
  }

  private func signature(_ key: SigningKey, _ records: [WireRecord], _ signing: Signing) -> WireRecord {
    let owner = records[0].owner
    let labels = owner.labelCount - (owner.isWildcard ? 1 : 0)
    let head =
      words(records[0].type.rawValue) + [signing.statedAlgorithm ?? key.algorithm.rawValue, UInt8(labels)]
      + words(records[0].ttl) + words(signing.expiration) + words(signing.inception) + words(key.tag) + apex.wire
    let sorted = records.sorted { $0.data.lexicographicallyPrecedes($1.data) }
    return WireRecord(owner: owner, type: .rrsig, data: head + key.sign(head + sorted.flatMap(\.octets)))
  }
}

// Denial.
extension SignedZone {
  /// The types at a name as a bitmap; the signer's own types included.
  private func bitmap(_ name: DomainName, _ own: [DNSRecordType]) -> [UInt8] {
    let types = (nodes[name].map { Array($0.keys) } ?? []) + own
    var windows: [UInt8: [UInt8]] = [:]
    for type in types {
      let window = UInt8(type.rawValue >> 8)
      windows[window, default: Array(repeating: 0, count: 32)][Int(type.rawValue & 255) / 8] |=
        0x80 >> UInt8(type.rawValue & 7)
    }
    return windows.sorted { $0.key < $1.key }.flatMap { window, bits -> [UInt8] in
      let used = Array(bits.reversed().drop { $0 == 0 }.reversed())
      return [window, UInt8(used.count)] + used
    }
  }

  /// The NSEC or NSEC3 record at a name, or that in whose span it lies; with its signature.
  func denial(_ name: DomainName) -> [WireRecord] {
    guard let signing else { return [] }
    if let parameters = signing.nsec3 { return hashedDenial(name, parameters) }
    let owners = owners
    guard let index = owners.lastIndex(where: { $0 < name || $0 == name }) else { return [] }
    let next = index + 1 < owners.count ? owners[index + 1] : apex
    let data = next.wire + bitmap(owners[index], [.rrsig, .nsec])
    return signed([WireRecord(owner: owners[index], type: .nsec, data: data)])
  }

  private func hashedDenial(
    _ name: DomainName, _ parameters: (iterations: UInt16, salt: [UInt8], optOut: Bool)
  ) -> [WireRecord] {
    func hash(_ name: DomainName) -> [UInt8] {
      DNSSECDigest.nsec3(name, salt: parameters.salt, iterations: parameters.iterations)
    }
    var names: Set<DomainName> = []
    for owner in owners {
      let isUnsigned = owner != apex && nodes[owner]?[.ns] != nil && nodes[owner]?[.ds] == nil
      if parameters.optOut, isUnsigned { continue }
      var next: DomainName? = owner
      while let place = next, place.isEqual(toOrBelow: apex) {
        names.insert(place)
        next = place.parent
      }
    }
    let chain = names.map { (hash: hash($0), name: $0) }.sorted { $0.hash.lexicographicallyPrecedes($1.hash) }
    let wanted = hash(name)
    let index = chain.lastIndex { !wanted.lexicographicallyPrecedes($0.hash) } ?? chain.count - 1
    let (entry, next) = (chain[index], chain[(index + 1) % chain.count])
    let hasOwn = nodes[entry.name] != nil
    let data =
      [1, parameters.optOut ? 1 : 0] + words(parameters.iterations) + [UInt8(parameters.salt.count)] + parameters.salt
      + [20] + next.hash + bitmap(entry.name, hasOwn ? [.rrsig] : [])
    let owner = DomainName(labels: [Base32Hex.encode(entry.hash)] + apex.labels.map(Array.init))
    return signed([WireRecord(owner: owner ?? apex, type: .nsec3, data: data)])
  }
}

extension Base32Hex {
  static func encode(_ octets: [UInt8]) -> [UInt8] {
    let alphabet = Array("0123456789abcdefghijklmnopqrstuv".utf8)
    return (0..<(octets.count * 8 / 5)).map { index in
      let value = (0..<5).reduce(0) { value, bit in
        let place = 5 * index + bit
        return value << 1 | Int(octets[place / 8] >> UInt8(7 - place % 8) & 1)
      }
      return alphabet[value]
    }
  }
}

extension DNSRecordData {
  /// The octets on the wire; the fields of a SOA record that the type does not keep are made up.
  var wire: [UInt8] {
    switch self {
    case .address(let address): address.octets
    case .ns(let name), .cname(let name), .dname(let name), .ptr(let name): name.wire
    case .mx(let preference, let exchange): words(preference) + exchange.wire
    case .txt(let strings): strings.strings.flatMap { [UInt8($0.count)] + $0 }
    case .soa(let soa):
      soa.primary.wire + soa.mailbox.wire
        + [soa.serial, soa.refresh, 600, 86_400, soa.minimum].flatMap { words($0) as [UInt8] }
    case .other(_, let octets): octets
    }
  }
}
