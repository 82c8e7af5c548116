public import DNS

/// What is known of the selectors of a domain, and how it became known.
///
/// DNS has no list of selectors. What can be learned: whether anything exists below `_domainkey` (RFC 8020 §2), whether
/// a wildcard answers for everything, and what stands at names that are guessed.
public struct DKIMSelectorDiscovery: Sendable {
  /// The domain.
  public let domain: DomainName
  /// The answer for `_domainkey`; nil when the name would be over-long.
  public let parent: DNSAnswer?
  /// The lookup of a label that nobody publishes.
  public let probe: DKIMKeyLookup
  /// The selectors that the owner named, in their order, then those that were found, in the order of the guesses.
  public let selectors: [DKIMSelector]
  /// Every selector that was guessed, found or not.
  public let guesses: [DKIMSelectorCandidate]
  /// How many guesses got no answer.
  public let failedGuesses: Int

  /// What `_domainkey` says of the names below it.
  public enum Existence: Sendable, Hashable {
    /// NXDOMAIN, and nothing contradicts it: no selector exists.
    case nothing
    /// The name exists, so something exists at it or below it.
    case something
    /// A wildcard answers, which says nothing of the selectors.
    case wildcard
    /// NXDOMAIN, although a selector exists: the name server breaks RFC 8020.
    case contradiction
    /// Nobody could tell.
    case unknown
  }

  /// What is known of the names below `_domainkey`.
  public var existence: Existence {
    switch parent?.outcome {
    case .nameError:
      return selectors.contains { $0.lookup.exists } || probe.exists ? .contradiction : .nothing
    case .records, .noData: return hasWildcard ? .wildcard : .something
    case .failure, nil: return hasWildcard ? .wildcard : .unknown
    }
  }

  /// Whether a label that nobody publishes got records.
  public var hasWildcard: Bool { probe.exists }
}

extension DKIMSelectorDiscovery {
  /// Looks for selectors in at most two rounds of questions.
  ///
  /// First `_domainkey`, the probe and the selectors in `given`. Then, only when `given` is empty, all guesses at once:
  /// `hints` (selectors of recognised providers), and `common` unless `_domainkey` says that nothing exists below it or
  /// the servers do not answer.
  public static func discover(
    _ domain: DomainName, given: [String] = [], hints: [DKIMSelectorCandidate] = [],
    common: [DKIMSelectorCandidate] = commonSelectors, probeLabel: String, using resolver: any Resolver
  ) async -> DKIMSelectorDiscovery {
    let given = unique(given.map { DKIMSelectorCandidate($0, .given) }, atMost: DKIMLimits.givenSelectors)
    let first = firstQuestions(domain, given: given.map(\.selector), probeLabel: probeLabel)
    let answers = Dictionary(
      await resolver.answers(to: first).map { ($0.question, $0) }, uniquingKeysWith: { first, _ in first })
    let lookUp = { (selector: String) in
      DKIMKeyLookup(
        selector: selector, domain: domain,
        answer: DKIMKeyLookup.question(selector: selector, domain: domain).flatMap { answers[$0] })
    }
    let parent = domain.prefixed(with: "_domainkey").flatMap { answers[DNSQuestion($0, .txt)] }
    let probe = lookUp(probeLabel)
    let guesses = given.isEmpty ? candidates(hints: hints, common: common, parent: parent) : []
    let guessed = await DKIMKeyLookup.look(up: guesses.map(\.selector), of: domain, using: resolver)
    return DKIMSelectorDiscovery(
      domain: domain, parent: parent, probe: probe,
      selectors: given.map { selector($0, lookUp($0.selector), probe: probe) }
        + zip(guesses, guessed).map { selector($0, $1, probe: probe) }.filter { isWorthTelling($0, probe: probe) },
      guesses: guesses, failedGuesses: guessed.count { $0.answer?.failure != nil })
  }

  /// The questions of the first round: a caller may ask them together with others, when its resolver keeps answers.
  public static func firstQuestions(_ domain: DomainName, given: [String], probeLabel: String) -> [DNSQuestion] {
    [domain.prefixed(with: "_domainkey").map { DNSQuestion($0, .txt) }].compactMap(\.self)
      + ([probeLabel] + given).compactMap { DKIMKeyLookup.question(selector: $0, domain: domain) }
  }

  private static func candidates(
    hints: [DKIMSelectorCandidate], common: [DKIMSelectorCandidate], parent: DNSAnswer?
  ) -> [DKIMSelectorCandidate] {
    switch parent?.outcome {
    case nil, .failure(.timeout), .failure(.unreachable), .failure(.notAsked): []
    case .nameError: unique(hints, atMost: DKIMLimits.guesses)
    case .records, .noData, .failure: unique(hints + common, atMost: DKIMLimits.guesses)
    }
  }

  /// The first candidate of each selector, in order; names differ only in case are one (RFC 4343 §3).
  private static func unique(_ candidates: [DKIMSelectorCandidate], atMost limit: Int) -> [DKIMSelectorCandidate] {
    var seen: Set<String> = []
    return Array(candidates.filter { seen.insert($0.selector.lowercased()).inserted }.prefix(limit))
  }

  private static func selector(
    _ candidate: DKIMSelectorCandidate, _ lookup: DKIMKeyLookup, probe: DKIMKeyLookup
  ) -> DKIMSelector {
    DKIMSelector(origin: candidate.origin, lookup: lookup, isFromWildcard: lookup.isAnswered(like: probe))
  }

  /// A guess counts when something stands at its very name. While a wildcard cannot be ruled out, only a key counts.
  private static func isWorthTelling(_ selector: DKIMSelector, probe: DKIMKeyLookup) -> Bool {
    guard !selector.isFromWildcard else { return false }
    return probe.answer?.failure == nil && !probe.exists ? selector.lookup.exists : !selector.lookup.keys.isEmpty
  }
}

extension DKIMKeyLookup {
  /// Whether records or an alias stand at the name.
  public var exists: Bool {
    guard let answer else { return false }
    return !answer.records.isEmpty || !answer.aliases.isEmpty
  }

  /// Whether the same records came, over the same aliases, as for another name.
  func isAnswered(like other: DKIMKeyLookup) -> Bool {
    guard exists, let mine = answer, let theirs = other.answer else { return false }
    return Set(mine.records.map(\.data)) == Set(theirs.records.map(\.data))
      && mine.aliases.map(\.data) == theirs.aliases.map(\.data)
  }
}
