import Synchronization

/// What is asked: a name and a type, class IN.
public struct DNSQuestion: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The name asked for.
  public let name: DomainName
  /// The type asked for.
  public let type: DNSRecordType

  /// Makes a question.
  public init(_ name: DomainName, _ type: DNSRecordType) {
    self.name = name
    self.type = type
  }

  /// By name in canonical order, then by type.
  public static func < (left: DNSQuestion, right: DNSQuestion) -> Bool {
    left.name == right.name ? left.type < right.type : left.name < right.name
  }

  /// The name and the type.
  public var description: String { "\(name) \(type)" }
}

/// The answer to one question. It is never thrown: a failure is an answer too.
///
/// It never changes; a class, because surveys and checks pass an answer on dozens of times, and copy one reference then.
public final class DNSAnswer: Sendable {
  /// The question that is answered.
  public let question: DNSQuestion
  /// Which of the four answers it is.
  public let outcome: Outcome
  /// The CNAME and DNAME records that led from the question's name to the records, in order; empty without alias.
  public let aliases: [DNSRecord]
  /// Where, when and how the answer was got.
  public let provenance: DNSProvenance
  /// The octets of the messages that it was read from; only kept by a resolver that asks for signatures.
  public let messages: [[UInt8]]
  /// What ``reading(_:)`` keeps.
  private let kept = Mutex<(any Sendable & AnyObject)?>(nil)

  /// Makes an answer of its parts.
  public init(
    question: DNSQuestion, outcome: Outcome, aliases: [DNSRecord] = [], provenance: DNSProvenance = .init(),
    messages: [[UInt8]] = []
  ) {
    self.question = question
    self.outcome = outcome
    self.aliases = aliases
    self.provenance = provenance
    self.messages = messages
  }

  /// The four answers.
  public enum Outcome: Sendable, Hashable, Codable {
    /// NOERROR with at least one record of the type (behind aliases, if any).
    case records([DNSRecord])
    /// NOERROR without a record of the type: the name exists (RFC 2308 §2.2).
    case noData
    /// NXDOMAIN: neither the name nor anything below it exists (RFC 8020 §2).
    case nameError
    /// Nobody could tell.
    case failure(DNSFailure)
  }
}

extension DNSAnswer {
  /// What `read` makes of the answer, kept for the next who asks: an answer that many domains share is read once.
  ///
  /// Only one kind of value is kept, the first. `read` has to give the same for the same answer, and a value that does
  /// not hold the answer.
  public func reading<Value: Sendable & AnyObject>(_ read: (DNSAnswer) -> Value) -> Value {
    if let value = kept.withLock({ $0 as? Value }) { return value }
    let value = read(self)
    kept.withLock { $0 = $0 ?? value }
    return value
  }

  /// The records; empty for the other outcomes.
  public var records: [DNSRecord] {
    if case .records(let records) = outcome { records } else { [] }
  }

  /// The failure, if it is one.
  public var failure: DNSFailure? {
    if case .failure(let failure) = outcome { failure } else { nil }
  }

  /// Whether the answer is an NXDOMAIN or a NODATA: a "void lookup" in the words of RFC 7208 §4.6.4.
  public var isVoid: Bool { outcome == .noData || outcome == .nameError }

  /// The last name of the alias chain, or the question's name.
  public var canonicalName: DomainName {
    if let record = records.first { return record.owner }
    for alias in aliases.reversed() { if case .cname(let target) = alias.data { return target } }
    return question.name
  }

  /// The character-strings of the TXT records, in the order of the answer.
  public var texts: [CharacterStrings] {
    records.compactMap { if case .txt(let strings) = $0.data { strings } else { nil } }
  }

  /// The addresses of the A or AAAA records, in the order of the answer.
  public var addresses: [IPAddress] {
    records.compactMap { if case .address(let address) = $0.data { address } else { nil } }
  }

  /// The smallest time to live of records and aliases in seconds; nil when there is none.
  public var ttl: UInt32? { (records + aliases).map(\.ttl).min() }
}
