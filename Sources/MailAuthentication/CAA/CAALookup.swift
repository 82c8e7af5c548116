public import DNS
public import Syntax

/// The CAA records that count for a host: its own, or those of the nearest name above that has some (RFC 8659 §3).
public struct CAALookup: Sendable {
  /// The host.
  public let host: DomainName
  /// What counts for it.
  public let result: Result

  /// What counts for a host.
  public enum Result: Sendable {
    /// The records, and the answer that they stand in.
    case records([Parsed<CAAProperty>], answer: DNSAnswer)
    /// Neither the host nor a name above has any: every authority may issue. The answers, from the host upwards.
    case unrestricted([DNSAnswer])
    /// Nobody can tell: the answer that failed. Authorities must not issue then (RFC 8659 §3).
    case unknown(DNSAnswer)
  }

  /// The names to ask, from the host up to its top-level domain (RFC 8659 §3); at most ``CAALimits/names``.
  public static func names(for host: DomainName) -> [DomainName] {
    let count = host.labelCount
    return (0..<count).prefix(CAALimits.names).map { host.suffix(labels: count - $0) }
  }

  /// Finds what counts for `host` among answers.
  public init(_ host: DomainName, among answers: [DNSQuestion: DNSAnswer]) {
    self.host = host
    result = Self.climb(host, answers)
  }

  private static func climb(_ host: DomainName, _ answers: [DNSQuestion: DNSAnswer]) -> Result {
    var passed: [DNSAnswer] = []
    for name in names(for: host) {
      let question = DNSQuestion(name, .caa)
      // Zone text that is given instead of the network ends somewhere: what lies above it is not its matter.
      if !passed.isEmpty, answers[question]?.failure == .notCovered { return .unrestricted(passed) }
      guard let answer = answers[question], answer.failure == nil else {
        return .unknown(answers[question] ?? .notAsked(question))
      }
      let records = answer.records.prefix(CAALimits.records).compactMap(CAAProperty.parse)
      if !records.isEmpty { return .records(records, answer: answer) }
      passed.append(answer)
    }
    return .unrestricted(passed)
  }

  /// The domains of the authorities that may issue for the host; nil when any may. An empty list means nobody.
  public var issuers: [String]? {
    guard case .records(let records, _) = result else { return nil }
    let issue = records.compactMap(\.value).filter { $0.tag == "issue" }
    if issue.isEmpty { return nil }
    return issue.compactMap { if case .issuer(let issuer) = $0.value { issuer?.domain } else { nil } }
  }
}

/// The limits of looking at CAA records.
public enum CAALimits {
  /// So many names are asked for one host: mail hosts have fewer labels.
  public static let names = 8
  /// So many records of one name are read: there are not as many authorities in use.
  public static let records = 64
}
