public import DNS

/// The DNS tree walk (RFC 9989 §4.10): from a name up to its top-level domain, in at most eight queries.
public struct DMARCTreeWalk: Sendable {
  /// Where the walk starts.
  public let start: DomainName
  /// The queries that count, longest name first: up to a record with `psd=y` or `psd=n`, or all.
  public let steps: [DMARCWalkStep]
  /// Queries above the record that ended the walk. They were asked in the same batch, and count for nothing.
  public let unusedSteps: [DMARCWalkStep]

  /// Orders answers into a walk. `steps` stand in the order of ``names(from:)``.
  public init(start: DomainName, steps: [DMARCWalkStep]) {
    self.start = start
    let end = steps.firstIndex { $0.psd != .undefined }.map { $0 + 1 } ?? steps.count
    self.steps = Array(steps[..<end])
    unusedSteps = Array(steps[end...])
  }

  /// The names that a walk visits: the start, then the last seven labels or fewer, one label less each time.
  public static func names(from start: DomainName) -> [DomainName] {
    let count = start.labelCount
    guard count > 0 else { return [] }
    let shorter = (1...max(1, min(count - 1, DMARCLimits.shortenedLabels))).reversed()
    return count == 1 ? [start] : [start] + shorter.map { start.suffix(labels: $0) }
  }
}

extension DMARCTreeWalk {
  /// The records that the walk collects: names with exactly one record, longest first.
  public var collected: [DMARCWalkStep] { steps.filter { $0.answer?.failure == nil && $0.record != nil } }

  /// The first question of the walk that has no answer; nil when all are answered.
  public var failure: (question: DNSQuestion, failure: DNSFailure)? {
    for step in steps {
      if let answer = step.answer, let failure = answer.failure { return (answer.question, failure) }
    }
    return nil
  }

  /// The step at `domain`; nil when the walk does not visit it.
  public func step(at domain: DomainName) -> DMARCWalkStep? { steps.first { $0.domain == domain } }

  /// The organizational domain of the start (RFC 9989 §4.10.2).
  public var organizationalDomain: DMARCDetermination<DomainName> {
    if let failure { return .temporaryError(failure.question, failure.failure) }
    for step in collected {
      if step.psd == .no { return .known(step.domain) }
      if step.psd == .yes, step.domain != start { return .known(start.suffix(labels: step.domain.labelCount + 1)) }
    }
    return .known(collected.last?.domain ?? start)
  }

  /// The walk that starts at `other`, which is a name on or below this walk's path, made of the same answers.
  ///
  /// Names that this walk has not asked for are taken to have no record: that is what a hypothetical subdomain has.
  public func restarted(at other: DomainName) -> DMARCTreeWalk {
    let known = steps + unusedSteps
    let steps = Self.names(from: other).map { name in
      known.first { $0.domain == name } ?? DMARCWalkStep(domain: name, answer: nil)
    }
    return DMARCTreeWalk(start: other, steps: steps)
  }
}

extension DMARCTreeWalk {
  /// Walks from each of `starts`: all names of all walks are asked in one batch, each once.
  ///
  /// The walks stand in the order of `starts`. The answers to `more` questions, asked in the same batch, come second.
  public static func walks(
    from starts: [DomainName], and more: [DNSQuestion] = [], resolver: any Resolver
  ) async -> (walks: [DMARCTreeWalk], more: [DNSAnswer]) {
    let paths = starts.map { names(from: $0).map { (name: $0, question: DMARCWalkStep.question(for: $0)) } }
    var batch = DNSBatch()
    for path in paths { for step in path { step.question.map { batch.add($0) } } }
    for question in more { batch.add(question) }
    let answers = await batch.ask(resolver)
    let walks = zip(starts, paths).map { start, path in
      DMARCTreeWalk(
        start: start,
        steps: path.map { step in DMARCWalkStep(domain: step.name, answer: step.question.map { answers[$0] }) })
    }
    return (walks, more.map { answers[$0] })
  }

  /// Walks from one name, in one batch.
  public static func walk(from start: DomainName, resolver: any Resolver) async -> DMARCTreeWalk {
    let (walks, _) = await walks(from: [start], resolver: resolver)
    return walks.first ?? DMARCTreeWalk(start: start, steps: [])
  }
}
