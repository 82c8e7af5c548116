import DNS

/// Which selectors are tried without being named: few, because every one is a question to a stranger.
struct DKIMGuesses {
  /// Those that are tried at once.
  let first: [DKIMSelectorCandidate]
  /// Those that may be tried, the first among them; names may repeat.
  private let all: [DKIMSelectorCandidate]

  /// Those that are tried only when none of the first has a key.
  var rest: [DKIMSelectorCandidate] { Array(Self.unique(all, atMost: DKIMLimits.guesses).dropFirst(first.count)) }

  /// No guess at all.
  static let none = DKIMGuesses(first: [], all: [])

  private init(first: [DKIMSelectorCandidate], all: [DKIMSelectorCandidate]) {
    self.first = first
    self.all = all
  }

  /// Plans by what `_domainkey` says: RFC 8020 §2, below NXDOMAIN nothing exists, but name servers that deny empty
  /// non-terminals are asked for the selectors of recognised providers all the same.
  init(hints: [DKIMSelectorCandidate], common: [DKIMSelectorCandidate], parent: DNSAnswer?) {
    switch parent?.outcome {
    case .nameError where parent?.namesBelow == DNSAnswer.NamesBelow.none:
      self.init(first: Self.unique(hints, atMost: DKIMLimits.guesses), all: [])
    case .records, .noData, .nameError, .failure(.serverFailure):
      let first = Self.unique(hints + common.prefix(DKIMLimits.firstCommonSelectors), atMost: DKIMLimits.guesses)
      self.init(first: first, all: hints + common)
    case .failure, nil: self = .none
    }
  }

  /// The first candidate of each selector, in order; names that differ only in case are one (RFC 4343 §3).
  static func unique(_ candidates: [DKIMSelectorCandidate], atMost limit: Int) -> [DKIMSelectorCandidate] {
    var found: [DKIMSelectorCandidate] = []
    found.reserveCapacity(min(candidates.count, limit))
    for candidate in candidates where !found.contains(where: { $0.isNamed(like: candidate) }) {
      if found.count == limit { break }
      found.append(candidate)
    }
    return found
  }
}

extension DKIMSelectorCandidate {
  /// Whether both are the same name: their lengths tell nearly always.
  fileprivate func isNamed(like other: DKIMSelectorCandidate) -> Bool {
    selector.utf8.count == other.selector.utf8.count
      && selector.utf8.elementsEqual(other.selector.utf8) { $0.lowercasedASCII == $1.lowercasedASCII }
  }
}
