public import DNS

/// Where RFC 9989 and RFC 7489 come to different answers for the same author domain.
public enum DMARCDivergence: Sendable, Hashable {
  /// The organizational domains differ: other identifiers are aligned.
  case organizationalDomain(rfc9989: DomainName, rfc7489: DomainName)
  /// The record comes from another name; nil: none applies.
  case policyDomain(rfc9989: DomainName?, rfc7489: DomainName?)
  /// Mail that fails meets another policy; nil: DMARC does not apply.
  case effectivePolicy(rfc9989: DMARCPolicy?, rfc7489: DMARCPolicy?)
  /// Only a share of failing mail, in percent, meets the policy by RFC 7489; all of it by RFC 9989.
  case sampling(percentage: Int)
}

extension DMARCDivergence {
  /// All differences; empty when both agree, and when no record applies by either. An answer that is missing makes the
  /// whole comparison undecided.
  public static func between(
    _ new: DMARCPolicyDiscovery, _ old: DMARC7489Discovery
  ) -> DMARCDetermination<[DMARCDivergence]> {
    switch (new.policyRecord, new.organizationalDomain, new.effectivePolicy, old.policy) {
    case (.temporaryError(let question, let failure), _, _, _), (_, .temporaryError(let question, let failure), _, _),
      (_, _, .temporaryError(let question, let failure), _), (_, _, _, .temporaryError(let question, let failure)):
      .temporaryError(question, failure)
    case (.known(let record), .known(let organization), .known(let policy), .known(let former)):
      .known(compare((record?.domain, organization, policy?.policy), (former, old.organizationalDomain)))
    }
  }

  private static func compare(
    _ new: (record: DomainName?, organization: DomainName, policy: DMARCPolicy?),
    _ old: (policy: DMARC7489Discovery.Policy?, organization: DomainName)
  ) -> [DMARCDivergence] {
    guard new.record != nil || old.policy != nil else { return [] }
    var result: [DMARCDivergence] = []
    if new.organization != old.organization {
      result.append(.organizationalDomain(rfc9989: new.organization, rfc7489: old.organization))
    }
    if new.record != old.policy?.domain {
      result.append(.policyDomain(rfc9989: new.record, rfc7489: old.policy?.domain))
    }
    if new.policy != old.policy?.policy {
      result.append(.effectivePolicy(rfc9989: new.policy, rfc7489: old.policy?.policy))
    }
    if let percentage = old.policy?.percentage, percentage < 100, old.policy?.policy ?? .none > .none {
      result.append(.sampling(percentage: percentage))
    }
    return result
  }
}
