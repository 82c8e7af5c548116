import DNS

/// The policy that receivers act by when mail fails (RFC 9989 §4.10.1): tag, inheritance and test mode worked in.
public struct DMARCEffectivePolicy: Sendable, Hashable {
  /// What receivers act by.
  public let policy: DMARCPolicy
  /// What the record asks for before test mode lowers it.
  public let published: DMARCPolicy
  /// Where ``published`` comes from.
  public let source: Source
  /// Whether `t=y` is in force.
  public let isTesting: Bool

  /// The tag that a policy comes from.
  public enum Source: String, Sendable, Hashable {
    /// The policy of the domain itself, or inherited from it.
    case p
    /// The policy for subdomains, or inherited from it.
    case sp
    /// The policy for names that do not exist.
    case np
    /// None of them: a policy tag is missing or invalid, and the record counts as `p=none`.
    case faultyRecord
  }
}

extension DMARCRecord {
  /// For which name a record is read.
  public enum Subject: Sendable, Hashable, CaseIterable {
    /// The name where the record stands.
    case domain
    /// A name below it that exists.
    case existingSubdomain
    /// A name below it that does not exist.
    case nonexistentSubdomain
  }

  /// The policy for mail from `subject`; nil when the record counts as nothing (RFC 9989 §4.10.1).
  public func effectivePolicy(for subject: Subject) -> DMARCEffectivePolicy? {
    guard isUsable else { return nil }
    let (published, source) = publishedPolicy(for: subject)
    let policy = isTesting ? published.lowered : published
    return DMARCEffectivePolicy(policy: policy, published: published, source: source, isTesting: isTesting)
  }

  private func publishedPolicy(for subject: Subject) -> (DMARCPolicy, DMARCEffectivePolicy.Source) {
    guard !hasInvalidPolicy, let p = p.policy else { return (.none, .faultyRecord) }
    let candidates: [(PolicyTag, DMARCEffectivePolicy.Source)] =
      switch subject {
      case .domain: []
      case .existingSubdomain: [(sp, .sp)]
      case .nonexistentSubdomain: [(np, .np), (sp, .sp)]
      }
    for (tag, source) in candidates { if let policy = tag.policy { return (policy, source) } }
    return (p, .p)
  }
}

extension DMARCPolicyDiscovery {
  /// The policy for mail of the author domain; nil when DMARC does not apply.
  public var effectivePolicy: DMARCDetermination<DMARCEffectivePolicy?> {
    guard case .known(let found) = policyRecord else { return policyRecord.map { _ in nil } }
    guard let found else { return .known(nil) }
    if found.role == .authorDomain { return .known(found.value.effectivePolicy(for: .domain)) }
    let existing = found.value.effectivePolicy(for: .existingSubdomain)
    let nonexistent = found.value.effectivePolicy(for: .nonexistentSubdomain)
    // When both say the same, an error of the existence query does no harm.
    if existence.value == nil, existing?.policy == nonexistent?.policy { return .known(existing) }
    return existence.map { $0 ? existing : nonexistent }
  }

  /// Discovery for an imagined subdomain of the author domain, existing or not, that has no record of its own, made of
  /// the same answers; nil when its name would be over-long.
  public func subdomain(exists: Bool) -> DMARCPolicyDiscovery? {
    guard let name = authorDomain.prefixed(with: "subdomain") else { return nil }
    let answer = DNSAnswer(question: Self.existenceQuestion(name), outcome: exists ? .noData : .nameError)
    return DMARCPolicyDiscovery(authorDomain: name, walk: walk.restarted(at: name), existenceAnswer: answer)
  }
}
