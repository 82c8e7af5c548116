public import DNS

/// Reads the answer to a question out of messages: follows aliases, tells NODATA from NXDOMAIN from failure. No I/O.
///
/// One value serves one question: when a chain of aliases leaves the message, ``read(_:)`` names the next question, and
/// the message that answers it is given to the same value.
public struct AnswerInterpreter: Sendable {
  /// The question to answer.
  public let question: DNSQuestion
  /// The last name of the chain so far: the name to ask for.
  public private(set) var name: DomainName
  /// The aliases followed so far.
  public private(set) var aliases: [DNSRecord] = []
  private var aliasCount = 0

  /// Starts with the question's own name.
  public init(_ question: DNSQuestion) {
    self.question = question
    name = question.name
  }

  /// What a message says.
  public enum Reading: Sendable, Equatable {
    /// The answer; for NODATA and NXDOMAIN with the time in seconds for which it may be kept (RFC 2308 §5), nil when
    /// the message has no SOA record to tell it.
    case answered(DNSAnswer.Outcome, negativeTTL: UInt32? = nil)
    /// The chain leaves the message: ask for this name.
    case ask(DomainName)
  }

  /// Reads one message that answers the question for ``name``. After a failure another server may be asked for the
  /// same name, so what a spoilt message taught is forgotten; a loop or too long a chain stays as evidence.
  public mutating func read(_ message: DNSMessage) -> Reading {
    if let failure = Self.failure(of: message) { return .answered(.failure(failure)) }
    let (start, known, count) = (name, aliases.count, aliasCount)
    let reading = follow(message)
    if case .answered(.failure(let failure), _) = reading, failure != .aliasLoop, failure != .aliasChainTooLong {
      aliases.removeLast(aliases.count - known)
      (name, aliasCount) = (start, count)
    }
    return reading
  }

  private mutating func follow(_ message: DNSMessage) -> Reading {
    let known = aliasCount
    while true {
      if let records = records(in: message) {
        return message.responseCode == ResponseCode.nameError
          ? .answered(.failure(.malformed("NXDOMAIN with records of the type asked"))) : .answered(.records(records))
      }
      do throws(DNSFailure) {
        guard try followAlias(in: message) else { return end(of: message, hasMoved: aliasCount > known) }
      } catch {
        return .answered(.failure(error))
      }
    }
  }

  private static func failure(of message: DNSMessage) -> DNSFailure? {
    switch message.responseCode {
    case ResponseCode.noError, ResponseCode.nameError: nil
    case ResponseCode.serverFailure: .serverFailure(extendedError: message.extendedError)
    case ResponseCode.refused: .refused
    default: .responseCode(message.responseCode)
    }
  }

  /// The records of the type asked at the current name; nil when there is none.
  private func records(in message: DNSMessage) -> [DNSRecord]? {
    var count = 0
    for record in message.answer where fits(record) { count += 1 }
    if count == 0 { return nil }
    return count == message.answer.count ? message.answer : message.answer.filter(fits)
  }

  private func fits(_ record: DNSRecord) -> Bool {
    (question.type == .any || record.type == question.type) && record.owner == name
  }

  /// Nothing more at the last name of the chain; RCODE speaks of that name (RFC 6604 §3).
  private func end(of message: DNSMessage, hasMoved: Bool) -> Reading {
    let ttl = message.negativeTTL(for: name)
    if message.responseCode == ResponseCode.nameError { return .answered(.nameError, negativeTTL: ttl) }
    if ttl == nil, hasMoved { return .ask(name) }
    if ttl == nil, let zone = Self.referral(in: message) {
      return .answered(.failure(.malformed("a referral to the servers of \(zone): the server does not recurse")))
    }
    return .answered(.noData, negativeTTL: ttl)
  }

  /// The zone that a referral points at (RFC 2308 §2.2): name servers, no authority, no recursion.
  private static func referral(in message: DNSMessage) -> DomainName? {
    guard !message.isAuthoritative, !message.isRecursionAvailable else { return nil }
    return message.authority.first { $0.type == .ns }?.owner
  }
}

extension AnswerInterpreter {
  /// Moves to the target of the CNAME or DNAME record that applies to the current name; false when there is none.
  private mutating func followAlias(in message: DNSMessage) throws(DNSFailure) -> Bool {
    if let redirection = redirection(in: message) {
      guard case .dname(let target) = redirection.data,
        let synthesized = Self.substitute(redirection.owner, with: target, in: name)
      else { throw .responseCode(ResponseCode.nameExists) }
      aliases.append(redirection)
      try move(along: DNSRecord(owner: name, ttl: redirection.ttl, data: .cname(synthesized)), to: synthesized)
      return true
    }
    let aliases = message.answer.filter { $0.type == .cname && $0.owner == name }
    guard let alias = aliases.first, case .cname(let target) = alias.data else { return false }
    if aliases.contains(where: { $0.data != alias.data }) {
      throw .malformed("different CNAME records of one name (RFC 2181 §10.1)")
    }
    try move(along: alias, to: target)
    return true
  }

  /// The DNAME record above the current name (RFC 6672 §2.3: not at the name itself).
  private func redirection(in message: DNSMessage) -> DNSRecord? {
    message.answer.first { $0.type == .dname && $0.owner != name && name.isEqual(toOrBelow: $0.owner) }
  }

  /// Replaces the suffix `owner` of `name` (RFC 6672 §2.2); nil when the result is over-long.
  private static func substitute(_ owner: DomainName, with target: DomainName, in name: DomainName) -> DomainName? {
    let prefix = name.labels.dropLast(owner.labelCount)
    return DomainName(labels: Array(prefix) + target.labels)
  }

  private mutating func move(along alias: DNSRecord, to target: DomainName) throws(DNSFailure) {
    aliases.append(alias)
    aliasCount += 1
    if target == alias.owner || aliases.contains(where: { $0.type == .cname && $0.owner == target }) {
      throw .aliasLoop
    }
    if aliasCount > WireLimits.aliases { throw .aliasChainTooLong }
    name = target
  }
}
