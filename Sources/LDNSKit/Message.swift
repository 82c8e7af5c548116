public import DNS

/// A decoded answer (RFC 1035 §4.1), free of the memory of libldns.
public struct DNSMessage: Sendable {
  /// The ID.
  public var id: UInt16 = 0
  /// The 16 bits of flags and codes.
  public var flags: UInt16 = 0
  /// RCODE with the upper bits of EDNS0 (RFC 6891 §6.1.3).
  public var responseCode: UInt16 = 0
  /// The octets of the name asked, in the case in which they came; nil without a question.
  public var questionName: [UInt8]?
  /// The type asked.
  public var questionType: DNSRecordType?
  /// The records of the answer section in class IN, in order.
  public var answer: [DNSRecord] = []
  /// The SOA and NS records of the authority section in class IN; empty where ``denialTTL`` is all that was read of it.
  public var authority: [DNSRecord] = []
  /// For how many seconds it may be kept that there is no answer (RFC 2308 §5), by the one SOA record of a zone that the
  /// name asked is in; nil where records have to be looked at.
  public var denialTTL: UInt32?
  /// The first extended error (RFC 8914).
  public var extendedError: ExtendedDNSError?
  /// The size of the message in octets.
  public var octetCount = 0

  /// Makes an empty message.
  public init() {}
}

extension DNSMessage {
  /// The question, its name folded to lower case; nil without a question.
  public var question: DNSQuestion? {
    guard let questionName, let questionType, let name = DomainName(wire: questionName) else { return nil }
    return DNSQuestion(name, questionType)
  }

  /// For how many seconds the absence of `name` may be kept: the smaller of the SOA record's own time to live and its
  /// MINIMUM field (RFC 2308 §5); nil without an SOA record of a zone above it.
  public func negativeTTL(for name: DomainName) -> UInt32? {
    if let denialTTL { return denialTTL }
    for record in authority {
      guard case .soa(let soa) = record.data, name.isEqual(toOrBelow: record.owner) else { continue }
      return min(record.ttl, soa.minimum)
    }
    return nil
  }

  /// QR: an answer.
  public var isResponse: Bool { flags & 0x8000 != 0 }
  /// AA: the server is in charge of the zone.
  public var isAuthoritative: Bool { flags & 0x0400 != 0 }
  /// TC: the answer did not fit.
  public var isTruncated: Bool { flags & 0x0200 != 0 }
  /// RA: the server answers recursive questions.
  public var isRecursionAvailable: Bool { flags & 0x0080 != 0 }
  /// AD: the server validated the answer (RFC 6840 §5.8).
  public var isAuthenticated: Bool { flags & 0x0020 != 0 }
}

/// The response codes that are told apart (RFC 1035 §4.1.1, RFC 2136 §2.2, RFC 6891 §9).
public enum ResponseCode {
  /// No error.
  public static let noError: UInt16 = 0
  /// The server could not read the query.
  public static let formatError: UInt16 = 1
  /// The server could not answer.
  public static let serverFailure: UInt16 = 2
  /// The name does not exist.
  public static let nameError: UInt16 = 3
  /// The server does not know this kind of query.
  public static let notImplemented: UInt16 = 4
  /// The server does not want to answer.
  public static let refused: UInt16 = 5
  /// A name that should not exist does: a DNAME made it over-long (RFC 6672 §2.2).
  public static let nameExists: UInt16 = 6
  /// The server does not know this version of EDNS.
  public static let badVersion: UInt16 = 16
}
