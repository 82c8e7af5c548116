import DNS

/// Answers of the plain kind, decoded without libldns: nearly all of them, at a quarter of the cost.
///
/// Plain is an answer that has one question, the one asked; A, AAAA, MX, NS, PTR, SOA and TXT records of the name asked
/// in its answer section, SOA records in its authority section, at most an OPT record without options behind them, and
/// nothing else. Anything out of the ordinary, and anything broken, is left to libldns, which decides what it is. Tests
/// compare the two.
extension DNSMessage {
  /// Decodes a plain answer to a question for `asked`; nil when it is not plain.
  init?(plain octets: Span<UInt8>, asked: DomainName) {
    guard let header = DNSMessageHeader(octets), header.questionCount == 1,
      octets.hasName(asked.wire, at: WireLimits.headerOctets)
    else { return nil }
    self.init()
    (id, flags, responseCode, octetCount) = (header.id, header.flags, header.responseCode, octets.count)
    var position = WireLimits.headerOctets + asked.wire.count + 4
    guard readAnswer(octets, &position, asked), readAuthority(octets, &position, asked),
      Self.endsPlainly(octets, position)
    else { return nil }
  }

  private mutating func readAnswer(_ octets: Span<UInt8>, _ position: inout Int, _ asked: DomainName) -> Bool {
    let count = Int(octets.number16(at: 6))
    if count == 0 { return true }
    guard count <= octets.count / PlainRecord.leastOctets else { return false }
    answer.reserveCapacity(count)
    for _ in 0..<count {
      guard position + 2 <= octets.count, octets.number16(at: position) == PlainRecord.pointerToQuestion else {
        return false
      }
      position += 2
      guard let record = PlainRecord(octets, &position), let data = record.answerData(octets) else { return false }
      answer.append(DNSRecord(owner: asked, ttl: record.ttl, data: data))
    }
    return true
  }

  private mutating func readAuthority(_ octets: Span<UInt8>, _ position: inout Int, _ asked: DomainName) -> Bool {
    if octets.number16(at: 8) == 1, let ttl = Self.denial(octets, &position, asked) {
      denialTTL = ttl
      return true
    }
    for _ in 0..<octets.number16(at: 8) {
      guard let owner = octets.name(&position), let record = PlainRecord(octets, &position),
        let soa = record.startOfAuthority(octets)
      else { return false }
      authority.append(DNSRecord(owner: owner, ttl: record.ttl, data: .soa(soa)))
    }
    return true
  }

  /// What the one SOA record says of the absence of the name asked, without its names being made; nil, and no step
  /// forward, unless its owner points into that name. Two answers of three are such.
  private static func denial(_ octets: Span<UInt8>, _ position: inout Int, _ asked: DomainName) -> UInt32? {
    var next = position + 2
    guard next <= octets.count, octets[position] >= 0xC0,
      asked.hasLabel(at: Int(octets.number16(at: position) & 0x3FFF) - WireLimits.headerOctets),
      let record = PlainRecord(octets, &next), let minimum = record.minimum(octets)
    else { return nil }
    position = next
    return min(record.ttl, minimum)
  }

  /// Whether nothing follows but an OPT record with neither an extended code nor options (RFC 6891 §6.1.2).
  private static func endsPlainly(_ octets: Span<UInt8>, _ position: Int) -> Bool {
    let count = octets.number16(at: 10)
    if count == 0 { return position == octets.count }
    return count == 1 && position + 11 == octets.count && octets[position] == 0
      && octets.number16(at: position + 1) == DNSRecordType.opt.rawValue && octets[position + 5] == 0
      && octets.number16(at: position + 9) == 0
  }
}

/// The fixed fields of a record of class IN, and where its data are.
private struct PlainRecord {
  /// A compression pointer to the first octet behind the header, where the name asked stands (RFC 1035 §4.1.4).
  static let pointerToQuestion: UInt16 = 0xC00C
  /// A pointer, type, class, time to live and length.
  static let leastOctets = 12

  let type: DNSRecordType
  let ttl: UInt32
  let data: Range<Int>

  /// Reads what stands behind the owner; nil when the class is not IN or the message too short.
  init?(_ octets: Span<UInt8>, _ position: inout Int) {
    guard position + 10 <= octets.count, octets.number16(at: position + 2) == WireLimits.classIN else { return nil }
    type = DNSRecordType(rawValue: octets.number16(at: position))
    ttl = octets.number32(at: position + 4)
    let start = position + 10
    data = start..<(start + Int(octets.number16(at: position + 8)))
    position = data.upperBound
    guard position <= octets.count else { return nil }
  }

  func answerData(_ octets: Span<UInt8>) -> DNSRecordData? {
    switch type {
    case .a: data.count == 4 ? .address(.v4(octets.number32(at: data.lowerBound))) : nil
    case .aaaa: data.count == 16 ? .address(.v6(octets.number128(at: data.lowerBound))) : nil
    case .mx: mailExchange(octets)
    case .txt: characterStrings(octets).map { .txt($0) }
    case .ns: name(octets).map { .ns($0) }
    case .ptr: name(octets).map { .ptr($0) }
    case .soa: startOfAuthority(octets).map { .soa($0) }
    default: nil
    }
  }

  /// A name and nothing else (RFC 1035 §3.3.11, §3.3.12).
  private func name(_ octets: Span<UInt8>) -> DomainName? {
    var position = data.lowerBound
    guard let name = octets.name(&position), position == data.upperBound else { return nil }
    return name
  }

  /// PREFERENCE and EXCHANGE (RFC 1035 §3.3.9).
  private func mailExchange(_ octets: Span<UInt8>) -> DNSRecordData? {
    guard data.count > 2 else { return nil }
    var position = data.lowerBound + 2
    guard let exchange = octets.name(&position), position == data.upperBound else { return nil }
    return .mx(preference: octets.number16(at: data.lowerBound), exchange: exchange)
  }

  /// A length octet and as many octets, at least once (RFC 1035 §3.3.14).
  private func characterStrings(_ octets: Span<UInt8>) -> CharacterStrings? {
    guard !data.isEmpty else { return nil }
    var strings: [[UInt8]] = []
    var position = data.lowerBound
    while position < data.upperBound {
      let start = position + 1
      position = start + Int(octets[start - 1])
      guard position <= data.upperBound else { return nil }
      strings.append(octets.array(start..<position))
    }
    return CharacterStrings(strings)
  }

  /// The last field of an SOA record (RFC 2308 §4); nil for another record, or a broken one.
  func minimum(_ octets: Span<UInt8>) -> UInt32? {
    var position = data.lowerBound
    guard type == .soa, octets.skipName(&position), octets.skipName(&position), position + 20 == data.upperBound
    else { return nil }
    return octets.number32(at: position + 16)
  }

  /// MNAME, RNAME, SERIAL, REFRESH, RETRY, EXPIRE, MINIMUM (RFC 1035 §3.3.13).
  func startOfAuthority(_ octets: Span<UInt8>) -> StartOfAuthority? {
    var position = data.lowerBound
    guard type == .soa, let primary = octets.name(&position), let mailbox = octets.name(&position),
      position + 20 == data.upperBound
    else { return nil }
    return StartOfAuthority(
      primary: primary, mailbox: mailbox, serial: octets.number32(at: position),
      refresh: octets.number32(at: position + 4), minimum: octets.number32(at: position + 16))
  }
}

extension Span where Element == UInt8 {
  fileprivate func number32(at index: Int) -> UInt32 {
    UInt32(number16(at: index)) << 16 | UInt32(number16(at: index + 2))
  }

  fileprivate func number128(at index: Int) -> UInt128 {
    UInt128(number32(at: index)) << 96 | UInt128(number32(at: index + 4)) << 64
      | UInt128(number32(at: index + 8)) << 32 | UInt128(number32(at: index + 12))
  }

  fileprivate func array(_ range: Range<Int>) -> [UInt8] {
    unsafe extracting(range).withUnsafeBufferPointer { unsafe Array($0) }
  }

  /// Whether a name stands at `index` in any case, with a type and a class behind it.
  fileprivate func hasName(_ wire: [UInt8], at index: Int) -> Bool {
    guard index + wire.count + 4 <= count else { return false }
    for offset in wire.indices where self[index + offset].lowercasedASCII != wire[offset] { return false }
    return true
  }

  /// Reads a name and moves behind it; nil when it is broken, over-long or oddly compressed: each pointer has to lead
  /// to octets before those that led to it, and there are few of them.
  fileprivate func name(_ position: inout Int) -> DomainName? {
    var wire: [UInt8] = []
    let isWhole = walk(&position) { label in
      if wire.isEmpty { wire.reserveCapacity(64) }
      unsafe extracting(label).withUnsafeBufferPointer { unsafe wire.append(contentsOf: $0) }
    }
    guard isWhole else { return nil }
    wire.append(0)
    return DomainName(wire: wire)
  }

  /// Moves behind a name; false when it could not be read.
  fileprivate func skipName(_ position: inout Int) -> Bool { walk(&position) { _ in } }

  /// Goes through the labels of a name, each with its length, and moves behind it.
  @inline(__always)
  private func walk(_ position: inout Int, _ take: (Range<Int>) -> Void) -> Bool {
    var (index, bound, pointers, octets) = (position, position, 0, 1)
    var end: Int?
    while index < count {
      let length = Int(self[index])
      if length == 0 {
        position = end ?? index + 1
        return true
      }
      if length >= 0xC0 {
        guard index + 2 <= count else { return false }
        let target = Int(number16(at: index) & 0x3FFF)
        guard target >= WireLimits.headerOctets, target < bound, pointers < WireLimits.plainPointers else {
          return false
        }
        end = end ?? index + 2
        (index, bound, pointers) = (target, target, pointers + 1)
      } else {
        octets += 1 + length
        guard length < 0x40, index + 1 + length <= count, octets <= WireLimits.nameOctets else { return false }
        take(index..<(index + 1 + length))
        index += 1 + length
      }
    }
    return false
  }
}

extension DomainName {
  /// Whether a label begins at this octet of the wire form, the root's empty one included.
  fileprivate func hasLabel(at offset: Int) -> Bool {
    var position = 0
    while position < offset, wire[position] != 0 { position += 1 + Int(wire[position]) }
    return position == offset
  }
}
