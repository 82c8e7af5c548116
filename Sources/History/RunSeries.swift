public import AuditModel

/// The runs of one target in the order of time, and what of the last one is news: what a watch would have told before is
/// not told again.
///
/// The series is gone through from its first run on, whose findings count as known. That the watch could not look is no
/// news of the target, unless it lasts; so is a fault of a server that does not answer, which may be gone tomorrow.
public struct RunSeries: Sendable {
  /// How patient the watch is.
  public struct Patience: Sendable {
    /// So many runs in a row a check has to be blind, or a passing fault to be there, before it is told.
    public var runs: Int
    /// The checks whose faults may be gone tomorrow: somebody did not answer.
    public var passing: Set<CheckID>

    /// Makes the value of its parts.
    public init(runs: Int, passing: Set<CheckID> = []) {
      (self.runs, self.passing) = (max(1, runs), passing)
    }
  }

  /// One piece of news.
  public struct News: Sendable, Hashable {
    /// The check.
    public let check: CheckID
    /// What happened.
    public let kind: Kind
    /// What was known; nil when nothing was.
    public let before: Finding?
    /// What is found now; nil when nothing is.
    public let after: Finding?
  }

  /// What can be news.
  public enum Kind: String, Sendable, CaseIterable {
    /// A fault that was not there before.
    case new
    /// A fault that weighs something else.
    case changed
    /// A fault that is no longer there.
    case gone
    /// The check could not look for some runs.
    case blind
    /// The check can look again.
    case seenAgain = "seen-again"
  }

  /// The news of the last run, in the order of its checks.
  public let news: [News]
  /// Records that are not what they were when they were seen last.
  public let records: [RunComparison.RecordChange]

  /// Goes through `runs`, the earliest first.
  public init(_ runs: [PastRun], _ patience: Patience) {
    var states: [CheckID: CheckMemory] = [:]
    var news: [News] = []
    for (index, run) in runs.enumerated() {
      news = []
      for outcome in run.outcomes {
        if states[outcome.check] == nil {
          states[outcome.check] = CheckMemory(outcome)
        } else {
          news += states[outcome.check]?.take(outcome, patience) ?? []
        }
      }
      if index == 0 { news = [] }
    }
    self.news = news
    records = Self.records(runs)
  }

  /// A question that could not be asked has no fact: what was seen last stands for it.
  private static func records(_ runs: [PastRun]) -> [RunComparison.RecordChange] {
    guard let last = runs.last else { return [] }
    var former: [String: String] = [:]
    for fact in runs.dropLast().flatMap(\.facts) where fact.kind == .records { former[fact.subject] = fact.value }
    return last.facts.filter { $0.kind == .records }.compactMap { fact in
      guard let value = former[fact.subject], value != fact.value else { return nil }
      return RunComparison.RecordChange(question: fact.subject, before: value, after: fact.value)
    }
  }
}

/// What a watch knows of one check.
private struct CheckMemory {
  /// The faults that it knows of.
  private var known: [Finding]
  /// In how many runs in a row the check could not look; nil where it never could look.
  private var blindRuns: Int?
  /// Passing faults with the number of runs in a row that they were seen in.
  private var waiting: [(finding: Finding, runs: Int)] = []

  /// Begins with what the first run says.
  init(_ outcome: PastOutcome) {
    known = outcome.faults
    blindRuns = outcome.isBlind ? nil : 0
  }

  mutating func take(_ outcome: PastOutcome, _ patience: RunSeries.Patience) -> [RunSeries.News] {
    var news = sight(of: outcome, patience)
    var (rest, fresh) = (known, [Finding]())
    for finding in outcome.faults {
      if let index = rest.firstIndex(where: { $0.isSame(as: finding) }) {
        rest.remove(at: index)
      } else {
        fresh.append(finding)
      }
    }
    let isPassing = patience.passing.contains(outcome.check)
    if isPassing { fresh = ripe(fresh, patience.runs) }
    for finding in fresh {
      let former = rest.firstIndex { $0.subject == finding.subject }.map { rest.remove(at: $0) }
      news.append(.init(check: outcome.check, kind: former == nil ? .new : .changed, before: former, after: finding))
    }
    // What the check could not look at may still be there.
    let gone = outcome.isBlind ? [] : rest
    news += gone.map { .init(check: outcome.check, kind: .gone, before: $0, after: nil) }
    let pending = waiting.map(\.finding)
    known = outcome.faults.filter { finding in !pending.contains(finding) } + (outcome.isBlind ? rest : [])
    return news
  }

  /// Whether the check could look.
  private mutating func sight(of outcome: PastOutcome, _ patience: RunSeries.Patience) -> [RunSeries.News] {
    guard outcome.isBlind else {
      let wasTold = (blindRuns ?? 0) >= patience.runs
      blindRuns = 0
      return wasTold ? [.init(check: outcome.check, kind: .seenAgain, before: nil, after: nil)] : []
    }
    guard let count = blindRuns else { return [] }
    blindRuns = count + 1
    guard count + 1 == patience.runs else { return [] }
    let unseen = outcome.findings.first { $0.verdict == .unknown }
    return [.init(check: outcome.check, kind: .blind, before: nil, after: unseen)]
  }

  /// Those of `fresh` that were there for so many runs.
  private mutating func ripe(_ fresh: [Finding], _ runs: Int) -> [Finding] {
    let counted = fresh.map { finding in
      (finding: finding, runs: 1 + (waiting.first { $0.finding.isSame(as: finding) }?.runs ?? 0))
    }
    waiting = counted.filter { $0.runs < runs }
    return counted.filter { $0.runs >= runs }.map(\.finding)
  }
}

extension PastOutcome {
  /// What weighs something.
  fileprivate var faults: [Finding] { findings.filter { $0.verdict >= .warn } }

  /// Whether some of it could not be looked at.
  fileprivate var isBlind: Bool { findings.contains { $0.verdict == .unknown } }
}

extension Finding {
  /// Whether it is the same fault, whatever it says today: replies of servers and numbers are others every day, and
  /// records are compared for themselves.
  fileprivate func isSame(as other: Finding) -> Bool { verdict == other.verdict && subject == other.subject }
}
