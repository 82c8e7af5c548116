public import AuditModel

/// What all results together come to, counted as they come. Its size depends on the checks, not on the domains, and the
/// same results give the same counts in whatever order they come.
public struct ScanTally: Sendable {
  /// How many domains have a result.
  public private(set) var domains = 0
  /// How many lines of the list hold no domain.
  public private(set) var faultyLines = 0
  /// How many results have a question without an answer.
  public private(set) var undecided = 0
  /// How many domains were looked at more than once.
  public private(set) var retried = 0
  /// How many questions were asked.
  public private(set) var questions = 0
  /// How many of them failed.
  public private(set) var failures = 0
  /// How many domains have each grade.
  public private(set) var grades = WordCount()
  /// How many domains have each grade, by area.
  public private(set) var areas: [String: WordCount] = [:]
  /// How many domains have decided what, by kind.
  public private(set) var policies: [String: WordCount] = [:]
  /// What each check said, in the order in which they were met.
  public private(set) var checks: [CheckTally] = []
  /// The domains with the worst grades and most failed checks, the worst first.
  public private(set) var worst: [Worst] = []
  private var places: [String: Int] = [:]

  /// A domain with its grade and the checks that failed.
  public struct Worst: Sendable, Hashable {
    /// The domain.
    public let domain: String
    /// Its grade.
    public let grade: String
    /// How many checks failed.
    public let fails: Int
  }

  /// Starts with nothing counted.
  public init() {}

  /// Counts a result.
  public mutating func add(_ record: ScanRecord) {
    guard let domain = record.domain else {
      faultyLines += 1
      return
    }
    domains += 1
    if record.failures > 0 { undecided += 1 }
    if record.tries > 1 { retried += 1 }
    questions += record.questions
    failures += record.failures
    if !record.grade.isEmpty { grades.add(record.grade) }
    for (area, grade) in record.areas where areas[area] != nil || areas.count < ScanTallyLimits.kinds {
      areas[area, default: WordCount()].add(grade)
    }
    for (kind, value) in record.policies where policies[kind] != nil || policies.count < ScanTallyLimits.kinds {
      policies[kind, default: WordCount()].add(value)
    }
    let digest = StableDigest.of(domain)
    var fails = 0
    for (index, entry) in record.verdicts.enumerated() {
      if entry.verdict == .fail { fails += 1 }
      guard let place = place(of: entry.check, near: index) else { continue }
      checks[place].count(entry.verdict)
      if entry.verdict == .fail || entry.verdict == .warn, checks[place].takes(digest) {
        let fact = record.findings.first { $0.check == entry.check }?.statement ?? ""
        checks[place].keep(CheckTally.Example(domain: domain, statement: fact, digest: digest))
      }
    }
    rank(Worst(domain: domain, grade: record.grade, fails: fails), digest)
  }

  /// Where a check is counted; nil when there are more than anybody has. Results nearly always name them in one order.
  private mutating func place(of check: String, near index: Int) -> Int? {
    if index < checks.count, checks[index].check == check { return index }
    if let place = places[check] { return place }
    guard checks.count < ScanTallyLimits.checks else { return nil }
    places[check] = checks.count
    checks.append(CheckTally(check))
    return checks.count - 1
  }

  private mutating func rank(_ entry: Worst, _ digest: UInt64) {
    if entry.fails == 0 { return }
    if worst.count == ScanTallyLimits.worst, let last = worst.last, !Self.precedes(entry, last) { return }
    let place = worst.firstIndex { Self.precedes(entry, $0) } ?? worst.endIndex
    worst.insert(entry, at: place)
    if worst.count > ScanTallyLimits.worst { worst.removeLast() }
  }

  /// Whether one is worse than the other; equal ones stand by their names.
  private static func precedes(_ left: Worst, _ right: Worst) -> Bool {
    let (leftLetter, rightLetter) = (letter(left.grade), letter(right.grade))
    if leftLetter != rightLetter { return leftLetter > rightLetter }
    if left.fails != right.fails { return left.fails > right.fails }
    return left.domain.utf8.lexicographicallyPrecedes(right.domain.utf8)
  }

  /// `A` to `F`; what is no letter comes before all of them.
  private static func letter(_ grade: String) -> UInt8 {
    grade.utf8.first.flatMap { (0x41...0x46).contains($0) ? $0 : nil } ?? 0
  }
}

/// How often each of a few words was met.
public struct WordCount: Sendable, Hashable {
  /// The numbers by word; what is beyond a sensible number of words is counted as `other`.
  public private(set) var numbers: [String: Int] = [:]

  /// Starts with none.
  public init() {}

  /// The words, the most frequent first, then by name.
  public var ordered: [(word: String, count: Int)] {
    numbers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  /// How many were counted.
  public var total: Int { numbers.values.reduce(0, +) }

  mutating func add(_ word: String) {
    let isKnown = numbers[word] != nil || numbers.count < ScanTallyLimits.words
    numbers[isKnown ? word : "other", default: 0] += 1
  }
}

/// How often a check said what, with some domains for which it failed.
public struct CheckTally: Sendable, Hashable {
  /// The name of the check.
  public let check: String
  /// The numbers by the rank of the verdict.
  private var numbers = [Int](repeating: 0, count: Verdict.allCases.count)
  /// Domains that fail or warn: those with the smallest digests, which is a fair sample.
  public private(set) var examples: [Example] = []

  /// A domain and what is wrong with it.
  public struct Example: Sendable, Hashable {
    /// The domain.
    public let domain: String
    /// The fact, one sentence.
    public let statement: String
    let digest: UInt64
  }

  init(_ check: String) { self.check = check }

  /// How often it said this.
  public func number(of verdict: Verdict) -> Int { numbers[verdict.rank] }

  /// The numbers by verdict, those that are not zero.
  public var verdicts: [Verdict: Int] {
    let pairs = Verdict.allCases.map { ($0, number(of: $0)) }
    return Dictionary(uniqueKeysWithValues: pairs.filter { $0.1 > 0 })
  }

  /// How many domains fail or are warned.
  public var defects: Int { number(of: .fail) + number(of: .warn) }

  mutating func count(_ verdict: Verdict) { numbers[verdict.rank] += 1 }

  /// Whether a domain with this digest belongs to the examples.
  func takes(_ digest: UInt64) -> Bool {
    examples.count < ScanTallyLimits.examples || examples.last.map { digest < $0.digest } ?? true
  }

  mutating func keep(_ example: Example) {
    let place = examples.firstIndex { $0.digest > example.digest } ?? examples.endIndex
    examples.insert(example, at: place)
    if examples.count > ScanTallyLimits.examples { examples.removeLast() }
  }
}

/// The limits of counting.
enum ScanTallyLimits {
  /// More checks than there are.
  static let checks = 1_000
  /// More areas, and more kinds of policies, than there are.
  static let kinds = 64
  /// More words than grades and policies have.
  static let words = 32
  /// Domains shown for a check.
  static let examples = 3
  /// Domains shown as the worst.
  static let worst = 20
}
