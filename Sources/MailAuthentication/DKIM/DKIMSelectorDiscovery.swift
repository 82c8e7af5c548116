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
  /// The lookup of a label that nobody publishes; without answer when other answers left nothing to ask.
  public let probe: DKIMKeyLookup
  /// The selectors that the owner named, in their order, then those that were found, in the order of the guesses.
  public let selectors: [DKIMSelector]
  /// Every selector that was guessed, found or not.
  public let guesses: [DKIMSelectorCandidate]
  /// The guesses that got no answer, and of which nothing is known; one whose alias was seen stands in ``selectors``.
  public let unreadGuesses: [DKIMSelector]
  /// How many guesses got no answer.
  public let failedGuesses: Int
  /// What shows whether a wildcard answers for every selector: the probe, or what stands in for it when it failed.
  private let witness: DKIMKeyLookup?

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
    case .nameError where parent?.namesBelow == DNSAnswer.NamesBelow.none:
      return selectors.contains { $0.lookup.exists } || hasWildcard ? .contradiction : .nothing
    case .records, .noData, .nameError: return hasWildcard ? .wildcard : .something
    case .failure, nil: return hasWildcard ? .wildcard : .unknown
    }
  }

  /// Whether a label that nobody publishes got records, as far as anybody can tell.
  public var hasWildcard: Bool { witness?.exists ?? false }

  /// Whether keys were found that a wildcard may have made, because the probe failed.
  public var isWildcardUnread: Bool { witness == nil && !guesses.isEmpty }
}

extension DKIMSelectorDiscovery {
  /// Looks for selectors in at most three rounds of questions.
  ///
  /// First `_domainkey` and the selectors in `given`. Then, only when `given` is empty: `hints` (selectors of
  /// recognised providers) together with the most common selectors; the other common ones only when no key was found.
  /// Common selectors are not tried when `_domainkey` says that nothing exists below it, and nothing is tried when its
  /// servers do not answer. The label that nobody publishes is asked for only while a wildcard may answer for it: not
  /// when `_domainkey` or one of the selectors does not exist. That costs a round more where there is a wildcard.
  public static func discover(
    _ domain: DomainName, given: [String] = [], hints: [DKIMSelectorCandidate] = [],
    common: [DKIMSelectorCandidate] = commonSelectors, probeLabel: String, using resolver: any Resolver
  ) async -> DKIMSelectorDiscovery {
    let given = DKIMGuesses.unique(given.map { DKIMSelectorCandidate($0, .given) }, atMost: DKIMLimits.givenSelectors)
    let questions = firstQuestions(domain, given: given.map(\.selector))
    let answers = Dictionary(
      await resolver.answers(to: questions).map { ($0.question, $0) }, uniquingKeysWith: { first, _ in first })
    let parent = parentQuestion(domain).flatMap { answers[$0] }
    let known = given.map { $0.lookUp(in: answers, domain: domain) }
    let plan = given.isEmpty ? DKIMGuesses(hints: hints, common: common, parent: parent) : .none
    let tried = await DKIMKeyLookup.look(up: plan.first.map(\.selector), of: domain, using: resolver)
    let needsProbe = DKIMWildcard.isPossible(below: parent, among: known + tried)
    let probe =
      needsProbe
      ? await DKIMKeyLookup.look(up: probeLabel, of: domain, using: resolver)
      : DKIMKeyLookup(selector: probeLabel, domain: domain, answer: nil)
    let named = zip(given, known).map { selector($0, $1, witness: probe) }
    var (all, witness) = (Array(zip(plan.first, tried)), Self.witness(probe, among: tried))
    var guessed = all.map { selector($0, $1, witness: witness) }
    if !guessed.contains(where: { !$0.isFromWildcard && !$0.lookup.keys.isEmpty }) {
      let others = await DKIMKeyLookup.look(up: plan.rest.map(\.selector), of: domain, using: resolver)
      all += zip(plan.rest, others)
      witness = Self.witness(probe, among: all.map(\.1))
      guessed = all.map { selector($0, $1, witness: witness) }
    }
    let told = guessed.filter { isWorthTelling($0, witness: witness) }
    return DKIMSelectorDiscovery(
      domain: domain, parent: parent, probe: probe, selectors: named + told,
      guesses: guessed.map { DKIMSelectorCandidate($0.name, $0.origin) },
      unreadGuesses: guessed.filter { guess in
        guess.lookup.answer?.failure != nil && !told.contains { $0 === guess }
      }, failedGuesses: guessed.count { $0.lookup.answer?.failure != nil }, witness: witness)
  }

  /// The probe, unless it failed. Then a guess with nothing at its name shows as well that no wildcard answers, and two
  /// guesses with the same answer are taken to show that one does (RFC 4592 §2.1.1). Nil when nothing shows either.
  private static func witness(_ probe: DKIMKeyLookup, among guesses: [DKIMKeyLookup]) -> DKIMKeyLookup? {
    if probe.answer?.failure == nil { return probe }
    if let empty = guesses.first(where: { $0.answer?.failure == nil && !$0.exists }) { return empty }
    return guesses.indices.lazy.map { (guesses[$0], guesses[($0 + 1)...]) }
      .first { guess, others in others.contains { $0.isAnswered(like: guess) } }?.0
  }

  /// The questions of the first round: a caller may ask them together with others, when its resolver keeps answers.
  public static func firstQuestions(_ domain: DomainName, given: [String]) -> [DNSQuestion] {
    [parentQuestion(domain)].compactMap(\.self)
      + given.compactMap { DKIMKeyLookup.question(selector: $0, domain: domain) }
  }

  private static func parentQuestion(_ domain: DomainName) -> DNSQuestion? {
    domain.prefixed(with: "_domainkey").map { DNSQuestion($0, .txt) }
  }

  private static func selector(
    _ candidate: DKIMSelectorCandidate, _ lookup: DKIMKeyLookup, witness: DKIMKeyLookup?
  ) -> DKIMSelector {
    DKIMSelector(
      origin: candidate.origin, lookup: lookup,
      isFromWildcard: witness.map { lookup.isAnswered(like: $0) } ?? false)
  }

  /// A guess counts when something stands at its very name. While a wildcard cannot be ruled out, only a key counts; a
  /// probe that nobody had to ask for rules it out.
  private static func isWorthTelling(_ selector: DKIMSelector, witness: DKIMKeyLookup?) -> Bool {
    guard !selector.isFromWildcard else { return false }
    if let witness, !witness.exists { return selector.lookup.exists }
    return !selector.lookup.keys.isEmpty
  }
}

extension DKIMSelectorCandidate {
  /// The lookup of the selector in answers that are there already.
  fileprivate func lookUp(in answers: [DNSQuestion: DNSAnswer], domain: DomainName) -> DKIMKeyLookup {
    let question = DKIMKeyLookup.question(selector: selector, domain: domain)
    return DKIMKeyLookup(selector: selector, domain: domain, answer: question.flatMap { answers[$0] })
  }
}

/// Whether a wildcard may answer for selectors (RFC 4592 §2.1.1).
enum DKIMWildcard {
  /// Whether one is possible by the answers for `_domainkey` and for selectors. It would have answered for a selector
  /// that does not exist; below a name that does not exist there is none (RFC 8020 §2), unless a selector shows that
  /// the name server denies names that are there.
  static func isPossible(below parent: DNSAnswer?, among lookups: [DKIMKeyLookup]) -> Bool {
    guard let parent else { return false }
    let isRuledOut = lookups.contains { lookup in
      guard let answer = lookup.answer, answer.namesBelow == DNSAnswer.NamesBelow.none else { return false }
      return answer.question.name.parent == parent.question.name
    }
    return !isRuledOut && (parent.namesBelow == .possible || lookups.contains(where: \.exists))
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
