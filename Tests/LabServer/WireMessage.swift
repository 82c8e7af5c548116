import DNS

/// A question as it came, and the answer to send (RFC 1035 §4.1).
struct WireMessage {
  /// What is asked.
  let question: DNSQuestion
  /// The query from its first octet to the end of the question.
  private let head: [UInt8]
  private let hasExtension: Bool

  /// Reads a query with one uncompressed question; nil for anything else.
  init?(query: [UInt8]) {
    guard query.count > 16, query[2] & 0xF8 == 0, query[4...5].elementsEqual([0, 1]) else { return nil }
    var end = 12
    while end < query.count, query[end] != 0 { end += 1 + Int(query[end]) }
    guard end + 5 <= query.count, let name = DomainName(wire: query[12...end]) else { return nil }
    let type = DNSRecordType(rawValue: UInt16(query[end + 1]) << 8 | UInt16(query[end + 2]))
    question = DNSQuestion(name, type)
    head = Array(query[..<(end + 5)])
    hasExtension = query[10] != 0 || query[11] != 0
  }

  /// The answer with these records.
  func response(
    code: UInt8 = 0, isTruncated: Bool = false, answers: [DNSRecord] = [], authority: [DNSRecord] = []
  ) -> [UInt8] {
    var octets = head
    octets[2] = head[2] & 0x01 | 0x84 | (isTruncated ? 0x02 : 0)
    octets[3] = code & 0x0F
    octets.replaceSubrange(6..<12, with: words(answers.count) + words(authority.count) + [0, hasExtension ? 1 : 0])
    for record in answers + authority { octets += record.wire }
    // RFC 6891 §6.1.2: the root, OPT, our payload size.
    if hasExtension { octets += [0, 0, 41] + words(1232) + [0, 0, 0, 0, 0, 0] }
    return octets
  }
}

private func words(_ number: Int) -> [UInt8] {
  [UInt8(truncatingIfNeeded: number >> 8), UInt8(truncatingIfNeeded: number)]
}

private func words(_ number: UInt32) -> [UInt8] {
  words(Int(number >> 16)) + words(Int(number & 0xFFFF))
}

extension DNSRecord {
  fileprivate var wire: [UInt8] {
    let octets = data.octets
    return owner.wire + words(Int(type.rawValue)) + [0, 1] + words(ttl) + words(octets.count) + octets
  }
}

extension DNSRecordData {
  fileprivate var octets: [UInt8] {
    switch self {
    case .address(let address): address.octets
    case .ns(let name), .cname(let name), .dname(let name), .ptr(let name): name.wire
    case .mx(let preference, let exchange): words(Int(preference)) + exchange.wire
    case .txt(let strings): strings.strings.flatMap { [UInt8(truncatingIfNeeded: $0.count)] + $0 }
    case .soa(let soa):
      soa.primary.wire + soa.mailbox.wire + words(soa.serial) + words(soa.refresh) + words(UInt32(600))
        + words(UInt32(86_400))
        + words(soa.minimum)
    case .other(_, let octets): octets
    }
  }
}
