public import DNS

/// A query as it goes on the wire. Only what tells it from others is kept: a thousand of them wait at a time.
public struct DNSQuery: Sendable {
  /// The question.
  public let question: DNSQuestion
  /// The ID of the header (RFC 1035 §4.1.1).
  public let id: UInt16
  /// Which letters of the name are in upper case, lowest bit first; used again after 64 letters.
  let caseBits: UInt64
  let payloadSize: UInt16?
  let wantsSignatures: Bool

  /// Where the question section ends; it begins behind the header.
  public var questionEnd: Int { WireLimits.headerOctets + question.name.wire.count + 4 }
}

/// Writes queries (RFC 1035 §4.1): one question, recursion desired, EDNS0 at will.
///
/// libldns could write them too, at thirty times the cost.
public struct DNSQueryEncoder: Sendable {
  /// The largest datagram the answer may fill, told by an OPT record (RFC 6891 §6.2.3); nil leaves the OPT record out.
  public var payloadSize: UInt16?
  /// Whether signatures are wanted, and answers even if they do not verify: DO and CD (RFC 4035 §3.2.1, §3.2.2).
  public var wantsSignatures: Bool

  /// Takes the payload size in octets, nil for a query without EDNS0, and whether signatures are wanted.
  public init(payloadSize: UInt16? = WireLimits.payloadSize, wantsSignatures: Bool = false) {
    self.payloadSize = payloadSize
    self.wantsSignatures = wantsSignatures
  }

  /// Writes the query for a question.
  ///
  /// A set bit of `caseBits` turns the case of a letter of the name, so that a forged answer has to guess them too
  /// (draft-vixie-dnsext-dns0x20 §2.2); 0 leaves all in lower case. Names of more than 64 letters use the bits again.
  public func encode(_ question: DNSQuestion, id: UInt16, caseBits: UInt64 = 0) -> DNSQuery {
    DNSQuery(
      question: question, id: id, caseBits: caseBits, payloadSize: payloadSize, wantsSignatures: wantsSignatures)
  }
}

extension DNSQuery {
  /// The octets of the message.
  public var octets: [UInt8] {
    var octets: [UInt8] = []
    write(to: &octets)
    return octets
  }

  /// Writes the message in place of what `octets` held.
  public func write(to octets: inout [UInt8]) {
    let name = question.name.wire
    octets.removeAll(keepingCapacity: true)
    octets.reserveCapacity(WireLimits.headerOctets + name.count + 4 + 11)
    octets.append16(id)
    octets.append16(wantsSignatures ? Self.flags | Self.checkingDisabled : Self.flags)
    for count in [1, 0, 0, payloadSize == nil ? 0 : 1] as [UInt16] { octets.append16(count) }
    Self.append(name, caseBits: caseBits, to: &octets)
    octets.append16(question.type.rawValue)
    octets.append16(WireLimits.classIN)
    if let payloadSize { Self.appendOPT(payloadSize, wantsSignatures, to: &octets) }
  }

  /// RD, and AD so that the answer tells whether it was validated (RFC 6840 §5.7).
  private static let flags: UInt16 = 0x0120
  /// CD.
  private static let checkingDisabled: UInt16 = 0x0010

  /// A length octet is at most 63 and never in the range of letters.
  private static func append(_ name: [UInt8], caseBits: UInt64, to octets: inout [UInt8]) {
    var bits = caseBits
    for octet in name {
      guard octet.isASCIILetter else {
        octets.append(octet)
        continue
      }
      octets.append(octet ^ UInt8(truncatingIfNeeded: bits & 1) << 5)
      bits = bits >> 1 | bits << 63
    }
  }

  /// Root owner, type OPT, the size as class, no extended code, version 0, DO at will, no options (RFC 6891 §6.1.2,
  /// RFC 3225 §3).
  private static func appendOPT(_ payloadSize: UInt16, _ wantsSignatures: Bool, to octets: inout [UInt8]) {
    octets.append(0)
    octets.append16(DNSRecordType.opt.rawValue)
    octets.append16(payloadSize)
    for word in [0, wantsSignatures ? 0x8000 : 0, 0] as [UInt16] { octets.append16(word) }
  }
}

extension [UInt8] {
  /// Appends a number in network order.
  fileprivate mutating func append16(_ number: UInt16) {
    append(UInt8(truncatingIfNeeded: number >> 8))
    append(UInt8(truncatingIfNeeded: number))
  }
}
