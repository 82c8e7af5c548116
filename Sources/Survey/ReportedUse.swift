public import DNS

/// Which selectors signed mail of a domain, as receivers reported it over some time.
public struct ReportedUse: Sendable, Hashable {
  /// The selectors of all signatures, those that failed too, in lower case.
  public let selectors: Set<String>
  /// When the first report begins, in seconds since 1970, UTC.
  public let begin: Int
  /// When the last one ends.
  public let end: Int
  /// On how many days mail was reported.
  public let days: Int
  /// Whether all that was reported was kept; otherwise a selector that is missing may have been in use.
  public let isWhole: Bool

  /// Makes the value of its parts.
  public init(selectors: Set<String>, begin: Int, end: Int, days: Int, isWhole: Bool) {
    self.selectors = selectors
    self.begin = begin
    self.end = end
    self.days = days
    self.isWhole = isWhole
  }
}

extension ReportsSurvey {
  /// What was reported of the signatures of `domain`, in reports about it; nil when there are none with a time.
  public func use(of domain: DomainName) -> ReportedUse? {
    let tallies = aggregates.domains.filter { $0.domain == domain }
    guard let begin = tallies.compactMap(\.begin).min(), let end = tallies.compactMap(\.end).max() else { return nil }
    return ReportedUse(
      selectors: Set(tallies.flatMap { $0.signingSelectors(of: domain) }), begin: begin, end: end,
      days: Set(tallies.flatMap { $0.days.days.map(\.day) }).count, isWhole: tallies.allSatisfy(\.keepsAllSignatures))
  }
}

extension PolicyDomainTally {
  /// The selectors of the signatures of a domain, whether they pass or not.
  fileprivate func signingSelectors(of domain: DomainName) -> [String] {
    sources.lazy.flatMap(\.identities).compactMap { identity in
      guard case .dkim(let selector) = identity.identity.method, !selector.isEmpty,
        identity.identity.domain.domainName == domain
      else { return nil }
      return selector.lowercased()
    }
  }

  /// Whether no source, and no result of one, was beyond what is kept.
  fileprivate var keepsAllSignatures: Bool {
    furtherSources.total == 0 && sources.allSatisfy { $0.identities.count < ReportLimits.identitiesOfSource }
  }
}
