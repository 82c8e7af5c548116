import DNS

/// The fields of an RRSIG record (RFC 4034 §3.1).
struct RRSIG: Sendable {
  let typeCovered: DNSRecordType
  let algorithm: DNSSECAlgorithm
  let labels: Int
  let expiration: UInt32
  let inception: UInt32
  let keyTag: UInt16
  let signer: DomainName
  /// The data without the signature: what is signed begins with it (RFC 4034 §3.1.8.1).
  let head: [UInt8]
  let signature: [UInt8]

  init?(_ data: [UInt8]) {
    guard data.count > 18, let (signer, end) = DomainName.read(data, at: 18) else { return nil }
    typeCovered = DNSRecordType(rawValue: data.number16(at: 0))
    algorithm = DNSSECAlgorithm(rawValue: data[2])
    labels = Int(data[3])
    expiration = data.number32(at: 8)
    inception = data.number32(at: 12)
    keyTag = data.number16(at: 16)
    self.signer = signer
    head = Array(data[..<18]) + signer.wire
    signature = Array(data[end...])
  }

  /// TTL of the records when they were signed (RFC 4034 §3.1.4).
  var originalTTL: ArraySlice<UInt8> { head[4..<8] }
}

/// The fields of a DNSKEY record (RFC 4034 §2.1).
struct DNSKEY: Sendable, Hashable {
  let data: [UInt8]
  let keyTag: UInt16

  init?(_ data: [UInt8]) {
    guard data.count > 4 else { return nil }
    self.data = data
    keyTag = Self.tag(of: data)
  }

  var flags: UInt16 { data.number16(at: 0) }
  var algorithm: DNSSECAlgorithm { DNSSECAlgorithm(rawValue: data[3]) }
  var key: ArraySlice<UInt8> { data[4...] }

  /// The zone key flag, protocol 3 (RFC 4034 §2.1.1 and §2.1.2), and not revoked (RFC 5011 §2.1).
  var isZoneKey: Bool { flags & 0x0180 == 0x0100 && data[2] == 3 }

  var fact: DNSSECKey { DNSSECKey(keyTag: keyTag, algorithm: algorithm, isSecureEntryPoint: flags & 1 != 0) }

  /// RFC 4034 appendix B.
  private static func tag(of data: [UInt8]) -> UInt16 {
    if data[3] == 1, data.count > 6 { return data.number16(at: data.count - 3) }
    var sum: UInt32 = 0
    for (index, octet) in data.enumerated() { sum &+= index & 1 == 0 ? UInt32(octet) << 8 : UInt32(octet) }
    return UInt16(truncatingIfNeeded: sum &+ sum >> 16)
  }
}

/// The fields of a DS record (RFC 4034 §5.1).
struct DS: Sendable, Hashable {
  let keyTag: UInt16
  let algorithm: DNSSECAlgorithm
  let digestType: UInt8
  let digest: [UInt8]

  init?(_ data: [UInt8]) {
    guard data.count > 4 else { return nil }
    keyTag = data.number16(at: 0)
    algorithm = DNSSECAlgorithm(rawValue: data[2])
    digestType = data[3]
    digest = Array(data[4...])
  }

  var fact: DNSSECDelegationSigner {
    DNSSECDelegationSigner(keyTag: keyTag, algorithm: algorithm, digestType: digestType)
  }

  /// Whether the digest has the length of its algorithm; no key has another.
  var isWhole: Bool { DNSSECDigest(rawValue: digestType)?.size == digest.count }

  /// Whether the tag and the algorithm are those of a key.
  func fits(_ key: DNSKEY) -> Bool { key.keyTag == keyTag && key.algorithm == algorithm }

  /// Whether the record stands for a key of the zone (RFC 4034 §5.1.4).
  func matches(_ key: DNSKEY, of zone: DomainName) -> Bool {
    fits(key) && isWhole && DNSSECDigest(rawValue: digestType)?.digest(of: zone.wire + key.data) == digest
  }
}

extension [DS] {
  /// The keys of a zone that the records stand for (RFC 4035 §5.2). The zone may have thousands of both: so many records
  /// as `most`, and few keys for each, are compared.
  func believed(_ keys: [DNSKEY], of zone: DomainName, most: Int = DNSSECLimits.delegationSigners) -> [DNSKEY] {
    var result: [DNSKEY] = []
    for signer in lazy.filter(\.isWhole).prefix(most) {
      for key in keys.lazy.filter({ $0.isZoneKey && signer.fits($0) }).prefix(DNSSECLimits.keysWithOneTag)
      where !result.contains(key) && signer.matches(key, of: zone) {
        result.append(key)
      }
    }
    return result
  }
}

/// The fields of an NSEC record (RFC 4034 §4.1).
struct NSEC: Sendable {
  let owner: DomainName
  let next: DomainName
  let types: TypeBitmap

  init?(owner: DomainName, _ data: [UInt8]) {
    guard let (next, end) = DomainName.read(data, at: 0), let types = TypeBitmap(data[end...]) else { return nil }
    self.owner = owner
    self.next = next
    self.types = types
  }
}

/// The fields of an NSEC3 record (RFC 5155 §3.1).
struct NSEC3: Sendable {
  /// The hash in the first label of the owner.
  let ownerHash: [UInt8]
  let zone: DomainName
  let algorithm: UInt8
  let flags: UInt8
  let iterations: UInt16
  let salt: [UInt8]
  let nextHash: [UInt8]
  let types: TypeBitmap

  init?(owner: DomainName, _ data: [UInt8]) {
    guard let zone = owner.parent, let label = owner.labels.first, let hash = Base32Hex.decode(label), data.count > 5
    else { return nil }
    let saltEnd = 5 + Int(data[4])
    guard saltEnd < data.count else { return nil }
    let hashEnd = saltEnd + 1 + Int(data[saltEnd])
    guard hashEnd <= data.count, let types = TypeBitmap(data[hashEnd...]) else { return nil }
    ownerHash = hash
    self.zone = zone
    algorithm = data[0]
    flags = data[1]
    iterations = data.number16(at: 2)
    salt = Array(data[5..<saltEnd])
    nextHash = Array(data[(saltEnd + 1)..<hashEnd])
    self.types = types
  }

  /// RFC 5155 §3.1.2.1: unsigned delegations may lie in the span.
  var isOptOut: Bool { flags & 1 != 0 }
}

/// The types at a name (RFC 4034 §4.1.2).
struct TypeBitmap: Sendable {
  private var windows: [UInt8: ArraySlice<UInt8>] = [:]

  init?(_ octets: ArraySlice<UInt8>) {
    var rest = octets
    while let window = rest.popFirst() {
      guard let length = rest.popFirst(), (1...32).contains(length), rest.count >= Int(length) else { return nil }
      windows[window] = rest.prefix(Int(length))
      rest = rest.dropFirst(Int(length))
    }
  }

  func contains(_ type: DNSRecordType) -> Bool {
    guard let bits = windows[UInt8(type.rawValue >> 8)] else { return false }
    let (index, bit) = (Int(type.rawValue & 0xFF) / 8, UInt8(0x80) >> UInt8(type.rawValue & 7))
    return index < bits.count && bits[bits.startIndex + index] & bit != 0
  }

  /// A delegation seen from the parent (RFC 6840 §4.1): name servers, and no start of authority.
  var isDelegation: Bool { contains(.ns) && !contains(.soa) }
}

extension [UInt8] {
  func number16(at index: Int) -> UInt16 { UInt16(self[index]) << 8 | UInt16(self[index + 1]) }

  func number32(at index: Int) -> UInt32 { UInt32(number16(at: index)) << 16 | UInt32(number16(at: index + 2)) }
}

extension DomainName {
  /// Reads an uncompressed name inside data, and tells where it ends.
  fileprivate static func read(_ data: [UInt8], at start: Int) -> (DomainName, end: Int)? {
    var position = start
    while position < data.count, data[position] != 0 { position += 1 + Int(data[position]) }
    guard position < data.count, let name = DomainName(wire: data[start...position]) else { return nil }
    return (name, position + 1)
  }
}

/// The alphabet of hashed owner names (RFC 5155 §3.3, RFC 4648 §7), without padding.
enum Base32Hex {
  static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var (octets, buffer, bits): ([UInt8], UInt32, Int) = ([], 0, 0)
    for character in text {
      guard let value = value(of: character.lowercasedASCII) else { return nil }
      buffer = buffer << 5 | UInt32(value)
      bits += 5
      if bits >= 8 {
        bits -= 8
        octets.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
      }
    }
    return octets
  }

  private static func value(of character: UInt8) -> UInt8? {
    if character.isASCIIDigit { return character - UInt8(ascii: "0") }
    let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "v")).contains(character)
    return isLetter ? character - UInt8(ascii: "a") + 10 : nil
  }
}
