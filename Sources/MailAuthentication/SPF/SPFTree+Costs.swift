public import DNS

extension SPFTree {
  /// What ``countedTerms`` holds.
  func termsThatCount() -> [Place] {
    var places: [Place] = []
    count(0, into: &places)
    return places
  }

  /// How many terms an evaluation without a match counts.
  public var worstCaseLookups: Int { countedTerms.count }

  /// The terms counted for one term, those of the records below it included.
  public func lookups(of place: Place) -> Int {
    let term = term(at: place)
    guard term.term.isCounted else { return 0 }
    var places: [Place] = []
    if let child = term.child { count(child, into: &places) }
    return 1 + places.count
  }

  /// The depth is bounded by the walk, so this ends.
  private func count(_ node: Int, into places: inout [Place]) {
    for place in nodes[node].reachedTerms {
      let term = term(at: place)
      guard term.term.isCounted else { continue }
      places.append(place)
      if let child = term.child { count(child, into: &places) }
    }
  }

  // MARK: Void look-ups

  /// The void look-ups of an evaluation without a match, for a client of one family (RFC 7208 §4.6.4).
  public func voidLookups(v4: Bool) -> Int {
    countedTerms.reduce(0) { $0 + voidAnswers(of: $1, v4: v4).count }
  }

  /// The answers of a term that are void look-ups for a client of one family.
  public func voidAnswers(of place: Place, v4: Bool) -> [DNSAnswer] {
    let term = term(at: place)
    if let child = term.child {
      let answer = nodes[child].publication.answer
      return answer.isVoid ? [answer] : []
    }
    let unwanted: DNSRecordType = v4 ? .aaaa : .a
    if case .exists? = term.term.mechanism { return term.answers.filter(\.isVoid) }
    return term.answers.filter { $0.isVoid && $0.question.type != unwanted }
      + term.exchangeAnswers.filter { $0.isVoid && $0.question.type != unwanted }
  }

  /// The names of a term that are void for every client: neither IPv4 nor IPv6 addresses, no MX, no record.
  public func deadNames(of place: Place) -> [DomainName] {
    let v6 = Set(voidAnswers(of: place, v4: false).map(\.question.name))
    var seen: Set<DomainName> = []
    return voidAnswers(of: place, v4: true).map(\.question.name).filter { v6.contains($0) && seen.insert($0).inserted }
  }

  /// How long the look-ups of an evaluation without a match took one after the other; what came from a cache counts
  /// nothing.
  public var lookupTime: Duration {
    var time = root.publication.answer.provenance.duration
    for place in countedTerms {
      let term = term(at: place)
      if let child = term.child { time += nodes[child].publication.answer.provenance.duration }
      for answer in term.answers { time += answer.provenance.duration }
      for answer in term.exchangeAnswers { time += answer.provenance.duration }
    }
    return time
  }

  /// What ``failures`` holds.
  func failedAnswers() -> [DNSAnswer] {
    var seen: Set<DNSQuestion> = []
    var failed: [DNSAnswer] = []
    func note(_ answer: DNSAnswer) {
      if answer.failure != nil, seen.insert(answer.question).inserted { failed.append(answer) }
    }
    for node in nodes {
      note(node.publication.answer)
      for term in node.terms {
        term.answers.forEach(note)
        term.exchangeAnswers.forEach(note)
      }
    }
    return failed
  }
}
