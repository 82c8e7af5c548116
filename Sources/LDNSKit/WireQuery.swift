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
    append(to: &octets)
    return octets
  }

  /// The size of the message in octets.
  public var octetCount: Int { questionEnd + (payloadSize == nil ? 0 : Self.optOctets) }

  /// Writes the message behind what `octets` holds.
  public func append(to octets: inout [UInt8]) {
    let start = octets.count
    octets.append(contentsOf: repeatElement(0, count: octetCount))
    var span = octets.mutableSpan
    span.write(id, at: start)
    span.write(wantsSignatures ? Self.flags | Self.checkingDisabled : Self.flags, at: start + 2)
    // QDCOUNT and ARCOUNT.
    span.write(1, at: start + 4)
    span.write(payloadSize == nil ? 0 : 1, at: start + 10)
    write(question.name.wire, to: &span, at: start + WireLimits.headerOctets)
    let end = start + questionEnd
    span.write(question.type.rawValue, at: end - 4)
    span.write(WireLimits.classIN, at: end - 2)
    guard let payloadSize else { return }
    // Root owner, type OPT, the size as class, no extended code, version 0, DO at will, no options (RFC 6891 §6.1.2,
    // RFC 3225 §3).
    span.write(DNSRecordType.opt.rawValue, at: end + 1)
    span.write(payloadSize, at: end + 3)
    if wantsSignatures { span.write(Self.signaturesWanted, at: end + 7) }
  }

  /// RD, and AD so that the answer tells whether it was validated (RFC 6840 §5.7).
  private static let flags: UInt16 = 0x0120
  /// The size of an OPT record without options.
  private static let optOctets = 11
  /// CD, and the flag DO of an OPT record.
  private static let (checkingDisabled, signaturesWanted): (UInt16, UInt16) = (0x0010, 0x8000)

  /// A length octet is at most 63 and never in the range of letters.
  private func write(_ name: [UInt8], to octets: inout MutableSpan<UInt8>, at start: Int) {
    var (bits, position) = (caseBits, start)
    for octet in name {
      if octet.isASCIILetter {
        octets[position] = octet ^ UInt8(truncatingIfNeeded: bits & 1) << 5
        bits = bits >> 1 | bits << 63
      } else {
        octets[position] = octet
      }
      position += 1
    }
  }
}

extension MutableSpan<UInt8> {
  /// Writes a number in network order.
  fileprivate mutating func write(_ number: UInt16, at index: Int) {
    self[index] = UInt8(truncatingIfNeeded: number >> 8)
    self[index + 1] = UInt8(truncatingIfNeeded: number)
  }
}
