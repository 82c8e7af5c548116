public import DNS

/// An identifier that SPF or DKIM authenticated, or failed to (RFC 9989 §4.4).
public struct DMARCIdentifier: Sendable {
  /// Who looked at it.
  public let mechanism: Mechanism
  /// The domain: that of MAIL FROM, with an empty MAIL FROM that of HELO, or a `d=` tag.
  public let domain: DomainName
  /// What the mechanism said.
  public let outcome: Outcome
  /// The organizational domain of ``domain`` by a walk of its own (RFC 9989 §4.10.2).
  public let organizationalDomain: DMARCDetermination<DomainName>

  /// Makes an identifier of its parts.
  public init(
    _ mechanism: Mechanism, _ domain: DomainName, _ outcome: Outcome,
    organizationalDomain: DMARCDetermination<DomainName>
  ) {
    self.mechanism = mechanism
    self.domain = domain
    self.outcome = outcome
    self.organizationalDomain = organizationalDomain
  }

  /// The mechanisms that DMARC builds on.
  public enum Mechanism: String, Sendable, Hashable {
    /// SPF, identity MAIL FROM (RFC 7208 §2.4).
    case spf
    /// One DKIM signature (RFC 6376).
    case dkim
  }

  /// As much of a mechanism's result as DMARC asks for.
  public enum Outcome: Sendable, Hashable {
    /// The result is pass.
    case pass
    /// The result is temperror: it may be pass next time.
    case temporaryError
    /// Any other result.
    case fail
  }
}

/// Whether an identifier is aligned with the author domain.
public enum DMARCAlignment: Sendable, Hashable {
  /// It is, in the mode that the record asks for.
  case aligned
  /// It is not.
  case unaligned
  /// An organizational domain is not known.
  case undecided
}

/// The evaluation of a message by DMARC (RFC 9989 §5.3).
public struct DMARCEvaluation: Sendable {
  /// The result.
  public let result: Result
  /// The policy that applies to the author domain, whatever the result; nil when none does or nobody can tell.
  public let policy: DMARCEffectivePolicy?
  /// Each identifier with its alignment, in the order given.
  public let identifiers: [(identifier: DMARCIdentifier, alignment: DMARCAlignment)]

  /// The results of RFC 8601 §2.7.2 as far as the discovery of one author domain can lead to them.
  public enum Result: String, Sendable, Hashable {
    /// No policy record applies.
    case none
    /// An aligned identifier passed.
    case pass
    /// None did.
    case fail
    /// A query failed that could have made the difference; nothing is applied.
    case temperror
  }

  /// What the domain owner asks for with this message: the policy on `fail`, nothing on any other result.
  ///
  /// Receivers do not reject for this alone: without other knowledge they quarantine (RFC 9989 §7.4).
  public var disposition: DMARCPolicy { result == .fail ? policy?.policy ?? .none : .none }
}

extension DMARCEvaluation {
  /// Evaluates a message from the author domain of `discovery`; pure, every answer is in the arguments.
  public init(_ discovery: DMARCPolicyDiscovery, identifiers: [DMARCIdentifier]) {
    let found = discovery.policyRecord.value ?? nil
    self.identifiers = identifiers.map { identifier in
      (identifier, Self.alignment(of: identifier, with: discovery, record: found?.value))
    }
    policy = discovery.effectivePolicy.value ?? nil
    result = Self.result(discovery, self.identifiers)
  }

  private static func result(
    _ discovery: DMARCPolicyDiscovery, _ identifiers: [(identifier: DMARCIdentifier, alignment: DMARCAlignment)]
  ) -> Result {
    guard case .known(let found) = discovery.policyRecord else { return .temperror }
    guard let found, found.value.isUsable else { return .none }
    if identifiers.contains(where: { $0.identifier.outcome == .pass && $0.alignment == .aligned }) { return .pass }
    let mayPass = identifiers.contains { $0.identifier.outcome != .fail && $0.alignment != .unaligned }
    return mayPass ? .temperror : .fail
  }

  /// RFC 9989 §4.4: strict is the same domain, relaxed the same organizational domain.
  public static func alignment(
    of identifier: DMARCIdentifier, with discovery: DMARCPolicyDiscovery, record: DMARCRecord?
  ) -> DMARCAlignment {
    if identifier.domain == discovery.authorDomain { return .aligned }
    let mode = identifier.mechanism == .spf ? record?.aspf : record?.adkim
    if mode == .strict { return .unaligned }
    guard let author = discovery.organizationalDomain.value, let other = identifier.organizationalDomain.value else {
      return .undecided
    }
    return author == other ? .aligned : .unaligned
  }
}
