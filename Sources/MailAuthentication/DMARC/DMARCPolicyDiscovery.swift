public import DNS
public import Syntax

/// DMARC policy discovery for an author domain (RFC 9989 §4.10.1), with all answers that led to it.
public struct DMARCPolicyDiscovery: Sendable {
  /// The author domain: the domain of the From field.
  public let authorDomain: DomainName
  /// The walk from the author domain.
  public let walk: DMARCTreeWalk
  /// The answer that says whether the author domain exists; nil when nobody had to ask.
  public let existenceAnswer: DNSAnswer?
  /// The organizational domain of the author domain (RFC 9989 §4.10.2).
  public let organizationalDomain: DMARCDetermination<DomainName>
  /// The record that applies; nil when there is none.
  ///
  /// A record whose policy tags are so faulty that it counts as nothing is still found: the search does not go on
  /// behind it, and ``effectivePolicy`` is nil.
  public let policyRecord: DMARCDetermination<PolicyRecord?>

  /// Puts the answers together.
  public init(authorDomain: DomainName, walk: DMARCTreeWalk, existenceAnswer: DNSAnswer?) {
    self.authorDomain = authorDomain
    self.walk = walk
    self.existenceAnswer = existenceAnswer
    organizationalDomain = walk.organizationalDomain
    policyRecord = Self.policyRecord(of: authorDomain, walk, organizationalDomain)
  }

  /// The record that applies to an author domain, and where it stands.
  public final class PolicyRecord: Sendable, Equatable {
    /// The name, without `_dmarc`: the DMARC Policy Domain.
    public let domain: DomainName
    /// Why the record of that name is used.
    public let role: Role
    /// The record with its text and faults.
    public let record: Parsed<DMARCRecord>
    /// The record.
    public let value: DMARCRecord

    init(domain: DomainName, role: Role, record: Parsed<DMARCRecord>, value: DMARCRecord) {
      self.domain = domain
      self.role = role
      self.record = record
      self.value = value
    }

    /// Whether both are the same record of the same name.
    public static func == (left: PolicyRecord, right: PolicyRecord) -> Bool {
      left.domain == right.domain && left.role == right.role && left.record == right.record
    }
  }

  /// Why a record applies (RFC 9989 §4.10.1).
  public enum Role: String, Sendable, Hashable {
    /// It stands at the author domain.
    case authorDomain
    /// It stands at the organizational domain of the author domain.
    case organizationalDomain
    /// It stands at the public suffix domain above, with `psd=y`.
    case publicSuffixDomain
  }
}

extension DMARCPolicyDiscovery {
  /// Asks everything that policy discovery for `authorDomain` needs, in one batch of at most nine questions.
  public static func discover(_ authorDomain: DomainName, resolver: any Resolver) async -> DMARCPolicyDiscovery {
    let (walks, more) = await DMARCTreeWalk.walks(
      from: [authorDomain], and: [existenceQuestion(authorDomain)], resolver: resolver)
    let walk = walks.first ?? DMARCTreeWalk(start: authorDomain, steps: [])
    return DMARCPolicyDiscovery(authorDomain: authorDomain, walk: walk, existenceAnswer: more.first)
  }

  /// The question whose NXDOMAIN says that a domain does not exist (RFC 9989 §4.10.1). Any type would do; TXT is the
  /// one that SPF asks for anyway.
  public static func existenceQuestion(_ domain: DomainName) -> DNSQuestion { DNSQuestion(domain, .txt) }

  private static func policyRecord(
    of authorDomain: DomainName, _ walk: DMARCTreeWalk, _ organizationalDomain: DMARCDetermination<DomainName>
  ) -> DMARCDetermination<PolicyRecord?> {
    if let own = walk.step(at: authorDomain) {
      if let answer = own.answer, let failure = answer.failure { return .temporaryError(answer.question, failure) }
      if let found = Self.policyRecord(own, .authorDomain) { return .known(found) }
    }
    return organizationalDomain.map { organization in
      if let step = walk.step(at: organization), let found = Self.policyRecord(step, .organizationalDomain) {
        return found
      }
      return walk.collected.first { $0.psd == .yes }.flatMap { Self.policyRecord($0, .publicSuffixDomain) }
    }
  }

  private static func policyRecord(_ step: DMARCWalkStep, _ role: Role) -> PolicyRecord? {
    guard let record = step.record, let value = record.value else { return nil }
    return PolicyRecord(domain: step.domain, role: role, record: record, value: value)
  }

  /// Whether the author domain exists: only NXDOMAIN says no (RFC 9989 §4.10.1, RFC 8020 §2).
  public var existence: DMARCDetermination<Bool> {
    guard let answer = existenceAnswer else { return .known(true) }
    if let failure = answer.failure { return .temporaryError(answer.question, failure) }
    return .known(answer.outcome != .nameError)
  }
}
