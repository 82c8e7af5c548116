import DNS

/// Which selectors are tried without being named: few, because every one is a question to a stranger.
struct DKIMGuesses {
  /// Those that are tried at once.
  let first: [DKIMSelectorCandidate]
  /// Those that are tried only when none of the first has a key.
  let rest: [DKIMSelectorCandidate]

  /// No guess at all.
  static let none = DKIMGuesses(first: [], rest: [])

  private init(first: [DKIMSelectorCandidate], rest: [DKIMSelectorCandidate]) {
    self.first = first
    self.rest = rest
  }

  /// Plans by what `_domainkey` says: RFC 8020 §2, below NXDOMAIN nothing exists, but name servers that deny empty
  /// non-terminals are asked for the selectors of recognised providers all the same.
  init(hints: [DKIMSelectorCandidate], common: [DKIMSelectorCandidate], parent: DNSAnswer?) {
    switch parent?.outcome {
    case .nameError: self.init(first: Self.unique(hints, atMost: DKIMLimits.guesses), rest: [])
    case .records, .noData, .failure(.serverFailure):
      let all = Self.unique(hints + common, atMost: DKIMLimits.guesses)
      let first = Self.unique(hints + common.prefix(DKIMLimits.firstCommonSelectors), atMost: DKIMLimits.guesses)
      self.init(first: first, rest: Array(all.dropFirst(first.count)))
    case .failure, nil: self = .none
    }
  }

  /// The first candidate of each selector, in order; names that differ only in case are one (RFC 4343 §3).
  static func unique(_ candidates: [DKIMSelectorCandidate], atMost limit: Int) -> [DKIMSelectorCandidate] {
    var seen: Set<String> = []
    return Array(candidates.filter { seen.insert($0.selector.lowercased()).inserted }.prefix(limit))
  }
}
