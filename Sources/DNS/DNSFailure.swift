/// Why a question has no answer. None of these says that a record is absent.
public enum DNSFailure: Error, Sendable, Hashable, Codable {
  /// No server answered in time.
  case timeout
  /// SERVFAIL (RFC 1035 §4.1.1), with the extended error of RFC 8914 if one came.
  case serverFailure(extendedError: ExtendedDNSError?)
  /// REFUSED.
  case refused
  /// Another response code: FORMERR, NOTIMP and so on.
  case responseCode(UInt16)
  /// Octets that are no DNS message, or a message that breaks a rule; the text says which.
  case malformed(String)
  /// The server could not be reached: the text of the network error.
  case unreachable(String)
  /// CNAME or DNAME records lead in a circle.
  case aliasLoop
  /// More aliases in a row than are followed.
  case aliasChainTooLong
  /// The question was not asked: the deadline of the whole audit had passed, or it was cancelled.
  case notAsked
  /// The zone text that answers instead of the network does not cover the name: nothing is known of it.
  case notCovered
  /// The evidence that answers instead of the network does not have the question: nothing is known of it.
  case notRecorded
}

/// An extended DNS error (RFC 8914 §2).
public struct ExtendedDNSError: Sendable, Hashable, Codable {
  /// INFO-CODE, a number of the IANA registry.
  public let code: UInt16
  /// EXTRA-TEXT, as sent.
  public let text: String

  /// Makes the value of its parts.
  public init(code: UInt16, text: String) {
    self.code = code
    self.text = text
  }
}

extension DNSFailure: CustomStringConvertible {
  /// The cause in a few words.
  public var description: String {
    switch self {
    case .timeout: "no answer in time"
    case .serverFailure(nil): "SERVFAIL"
    case .serverFailure(let error?):
      "SERVFAIL (extended error \(error.code)\(error.text.isEmpty ? "" : ": " + error.text))"
    case .refused: "REFUSED"
    case .responseCode(let code): "response code \(code)"
    case .malformed(let cause): "malformed answer: \(cause)"
    case .unreachable(let cause): "server unreachable: \(cause)"
    case .aliasLoop: "the CNAME records lead in a circle"
    case .aliasChainTooLong: "more CNAME records in a row than a resolver follows"
    case .notAsked: "not asked: out of time"
    case .notCovered: "outside the zone text given"
    case .notRecorded: "not in the evidence"
    }
  }
}

/// Where an answer comes from: evidence of how it was got.
public struct DNSProvenance: Sendable, Hashable, Codable {
  /// The server, as address and port, or the zone file; nil when nobody was asked.
  public var server: String?
  /// The time from the question to the answer.
  public var duration: Duration
  /// How it travelled.
  public var transport: Transport
  /// The AD bit: the server says it validated the answer with DNSSEC (RFC 6840 §5.7).
  public var authenticated: Bool
  /// How many datagrams or connections it took, 0 from the cache.
  public var attempts: Int
  /// The size of the message in octets, 0 when none came.
  public var messageOctets: Int
  /// Where the first record stands in a zone file; nil when it came from no file.
  public var place: ZoneFilePlace?

  /// Makes the value of its parts.
  public init(
    server: String? = nil, duration: Duration = .zero, transport: Transport = .none, authenticated: Bool = false,
    attempts: Int = 0, messageOctets: Int = 0, place: ZoneFilePlace? = nil
  ) {
    self.server = server
    self.duration = duration
    self.transport = transport
    self.authenticated = authenticated
    self.attempts = attempts
    self.messageOctets = messageOctets
    self.place = place
  }

  /// How an answer travelled.
  public enum Transport: String, Sendable, Codable {
    /// Nothing was asked.
    case none
    /// A datagram.
    case udp
    /// A connection, after a truncated datagram.
    case tcp
    /// The cache.
    case cache
    /// Zone text, no network.
    case zone
  }
}

/// A line of a zone file.
public struct ZoneFilePlace: Sendable, Hashable, Codable {
  /// The file as it was named, or as `$INCLUDE` names it.
  public let file: String
  /// The line, from 1.
  public let line: Int

  /// Makes a place of its parts.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}
