import DNS

/// The first octets of a message, read without libldns: what decides whether a datagram is worth decoding.
public struct DNSMessageHeader: Sendable, Equatable {
  /// The ID.
  public let id: UInt16
  /// The 16 bits of flags and codes (RFC 1035 §4.1.1).
  public let flags: UInt16
  /// QDCOUNT.
  public let questionCount: UInt16

  /// Reads the header; nil when there are fewer than 12 octets.
  public init?(_ message: Span<UInt8>) {
    guard message.count >= WireLimits.headerOctets else { return nil }
    id = message.number16(at: 0)
    flags = message.number16(at: 2)
    questionCount = message.number16(at: 4)
  }

  /// QR: an answer.
  public var isResponse: Bool { flags & 0x8000 != 0 }
  /// TC: the answer did not fit into the datagram.
  public var isTruncated: Bool { flags & 0x0200 != 0 }
  /// RCODE without the upper bits that EDNS0 adds.
  public var responseCode: UInt16 { flags & 0xF }
}

extension DNSQuery {
  /// How the question section of an answer compares with the question asked.
  public enum QuestionMatch: Sendable {
    /// The same octets, the case of letters included.
    case exact
    /// The same question in other case: the server does not echo it, or the answer is forged.
    case caseDiffers
    /// No question at all, as some servers send with FORMERR.
    case none
    /// Another question.
    case different
  }

  /// Compares the question section of `message`, whose ID was found equal.
  ///
  /// The name of a question is never compressed: there is nothing before it that it could point at.
  public func match(_ message: Span<UInt8>, _ header: DNSMessageHeader) -> QuestionMatch {
    if header.questionCount == 0 { return .none }
    guard header.questionCount == 1, message.count >= questionEnd else { return .different }
    let tail = questionEnd - 4
    guard message.number16(at: tail) == question.type.rawValue, message.number16(at: tail + 2) == WireLimits.classIN
    else { return .different }
    var (match, bits) = (QuestionMatch.exact, caseBits)
    var index = WireLimits.headerOctets
    for octet in question.name.wire {
      let theirs = message[index]
      index += 1
      guard octet.isASCIILetter else {
        if theirs != octet { return .different }
        continue
      }
      if theirs | 0x20 != octet { return .different }
      if (theirs ^ octet) >> 5 != UInt8(truncatingIfNeeded: bits & 1) { match = .caseDiffers }
      bits = bits >> 1 | bits << 63
    }
    return match
  }
}

extension Span where Element == UInt8 {
  /// The number in network order at `index` and behind it.
  func number16(at index: Int) -> UInt16 {
    UInt16(self[index]) << 8 | UInt16(self[index + 1])
  }
}
