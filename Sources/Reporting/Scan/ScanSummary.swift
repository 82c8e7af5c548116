public import AuditModel
public import Scan

/// What is told at the end of a scan.
public struct ScanSummary: Sendable {
  /// What the results come to.
  public let tally: ScanTally
  /// When the scan ended, in seconds since 1970, UTC.
  public let time: Int
  /// What the domains are for.
  public let goal: Goal
  /// Who validated, a word.
  public let dnssec: String
  /// The areas that were looked at; nil for all.
  public let selection: [Area]?
  /// Names that stand in the list more than once, and were left out.
  public var duplicates = 0
  /// Results of the file that was continued.
  public var earlier = 0
  /// How many of those are in a form that does not tell enough to count them.
  public var uncounted = 0
  /// Why the scan ended before its list did; nil when it did not.
  public var unfinished: String?
  /// How long it took; nil to leave it out.
  public var duration: Duration?
  /// The words of the checks, by their names.
  public let descriptions: [String: CheckDescription]

  /// Makes a summary; the words of all checks are given.
  public init(
    _ tally: ScanTally, time: Int, goal: Goal, dnssec: String, selection: [Area]?, descriptions: [CheckDescription]
  ) {
    self.tally = tally
    self.time = time
    self.goal = goal
    self.dnssec = dnssec
    self.selection = selection
    self.descriptions = Dictionary(descriptions.map { ($0.id.rawValue, $0) }) { first, _ in first }
  }

  /// How answers were validated, for people.
  var validation: String {
    switch dnssec {
    case "resolver": "DNSSEC as the resolver says (its AD bit), not validated here"
    case "validate": "DNSSEC validated from the root down"
    default: "DNSSEC not validated"
    }
  }

  /// The checks with most defects, the most frequent first; only those with any.
  var frequent: [CheckTally] {
    tally.checks.filter { $0.defects > 0 }
      .sorted { ($1.defects, $0.check) < ($0.defects, $1.check) }
  }

  /// What the checks of each area said together, in the order of areas.
  var verdicts: [(area: Area, numbers: [Verdict: Int])] {
    var numbers: [Area: [Verdict: Int]] = [:]
    for check in tally.checks {
      guard let area = descriptions[check.check]?.area else { continue }
      for (verdict, count) in check.verdicts { numbers[area, default: [:]][verdict, default: 0] += count }
    }
    return numbers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The policies in the order of their kinds.
  var policies: [(kind: String, counts: WordCount)] {
    PublishedPolicy.Kind.allCases.compactMap { kind in
      tally.policies[kind.rawValue].map { (kind.rawValue, $0) }
    }
  }

  /// How many domains have a policy of a kind that can be followed: neither absent nor malformed nor unknown.
  static func adoption(_ counts: WordCount) -> Int {
    let others = [PublishedPolicy.absent, PublishedPolicy.malformed, PublishedPolicy.unknown, "insecure", "bogus"]
    return counts.total - others.reduce(0) { $0 + (counts.numbers[$1] ?? 0) }
  }

  /// The part of the whole in percent, to a tenth.
  static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "0 %" }
    let tenths = (part * 2_000 + whole) / (2 * whole)
    return "\(tenths / 10).\(tenths % 10) %"
  }

  /// So many frequent findings are listed.
  static let frequentCount = 25
}
