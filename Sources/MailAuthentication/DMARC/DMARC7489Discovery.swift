public import DNS
public import Syntax

/// The answer of the former standard: policy discovery by RFC 7489 §6.6.3 with the Public Suffix List.
///
/// Receivers that have not moved to RFC 9989 still judge this way.
public struct DMARC7489Discovery: Sendable {
  /// The author domain.
  public let authorDomain: DomainName
  /// The registrable domain by the Public Suffix List (RFC 7489 §3.2); the author domain itself when that is a public
  /// suffix.
  public let organizationalDomain: DomainName
  /// The query at the author domain.
  public let own: DMARCWalkStep
  /// The query at the organizational domain; nil when that is the author domain.
  public let organizational: DMARCWalkStep?

  /// Puts the answers together.
  public init(
    authorDomain: DomainName, organizationalDomain: DomainName, own: DMARCWalkStep, organizational: DMARCWalkStep?
  ) {
    self.authorDomain = authorDomain
    self.organizationalDomain = organizationalDomain
    self.own = own
    self.organizational = organizational
  }

  /// The record that applies, where it stands, and what follows from it.
  public struct Policy: Sendable, Equatable {
    /// The name, without `_dmarc`.
    public let domain: DomainName
    /// The record with its text and faults by RFC 9989.
    public let record: Parsed<DMARCRecord>
    /// What receivers do with mail that fails; nil when the record counts as nothing.
    public let policy: DMARCPolicy?
    /// The share of failing mail in percent that the policy applies to (`pct`); for the rest it is one level weaker.
    public let percentage: Int
  }
}

extension DMARC7489Discovery {
  /// Derives the answer from a walk that was made already, and asks at most one question more: the walk has been at
  /// the organizational domain unless the author domain has very many labels.
  public static func discover(
    _ walk: DMARCTreeWalk, list: PublicSuffixList, resolver: any Resolver
  ) async -> DMARC7489Discovery {
    let organization = list.registrableDomain(of: walk.start) ?? walk.start
    let steps = walk.steps + walk.unusedSteps
    if let derived = DMARC7489Discovery(walk, organizationalDomain: organization) { return derived }
    let answer: DNSAnswer? =
      if let question = DMARCWalkStep.question(for: organization) {
        await resolver.answer(to: question.name, question.type)
      } else { nil }
    let own = steps.first { $0.domain == walk.start } ?? DMARCWalkStep(domain: walk.start, answer: nil)
    return DMARC7489Discovery(
      authorDomain: walk.start, organizationalDomain: organization, own: own,
      organizational: DMARCWalkStep(domain: organization, answer: answer))
  }

  /// Derives the answer from a walk alone; nil when the walk has not been at `organizationalDomain`.
  public init?(_ walk: DMARCTreeWalk, organizationalDomain: DomainName) {
    let steps = walk.steps + walk.unusedSteps
    guard let own = steps.first(where: { $0.domain == walk.start }),
      let organizational = steps.first(where: { $0.domain == organizationalDomain })
    else { return nil }
    self.init(
      authorDomain: walk.start, organizationalDomain: organizationalDomain, own: own,
      organizational: organizationalDomain == walk.start ? nil : organizational)
  }

  /// The policy that applies; nil for none. RFC 7489 §6.6.3: several records at a name end the search there.
  public var policy: DMARCDetermination<Policy?> {
    for step in [own, organizational].compactMap({ $0 }) {
      switch step.outcome {
      case .temporaryError(let failure):
        guard let question = step.answer?.question else { return .known(nil) }
        return .temporaryError(question, failure)
      case .severalRecords: return .known(nil)
      case .record(let value): return .known(policy(value, at: step))
      case .noRecord: continue
      }
    }
    return .known(nil)
  }

  private func policy(_ value: DMARCRecord, at step: DMARCWalkStep) -> Policy? {
    guard let record = step.record else { return nil }
    let isSubdomain = step.domain != authorDomain
    return Policy(
      domain: step.domain, record: record, policy: value.policy7489(isSubdomain: isSubdomain),
      percentage: value.percentage)
  }
}

extension DMARCRecord {
  /// What RFC 7489 §6.6.3 makes of the record: no `t`, no `np`; a faulty `p` or `sp` counts as none with a valid `rua`.
  func policy7489(isSubdomain: Bool) -> DMARCPolicy? {
    guard let p = p.policy, sp != .invalid else { return hasValidAggregateURI ? DMARCPolicy.none : nil }
    return isSubdomain ? sp.policy ?? p : p
  }

  /// The tag `pct` of RFC 7489 §6.3, 0 to 100; 100 when it is absent or no such number.
  public var percentage: Int {
    guard let tag = tags["pct"], tag.value.count <= 3, let number = Int(tags.value(of: tag)) else { return 100 }
    return (0...100).contains(number) ? number : 100
  }
}
