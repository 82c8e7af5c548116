public import AuditModel

/// What is different between two runs. Only checks that both runs made are compared: a check that is new in the
/// catalogue, or an area that was left out, has changed nothing at the domain.
public struct RunComparison: Sendable {
  /// What one finding did.
  public struct Change: Sendable, Hashable {
    /// The check.
    public let check: CheckID
    /// What happened.
    public let kind: Kind
    /// What was said before; nil when nothing was.
    public let before: Finding?
    /// What is said now; nil when nothing is.
    public let after: Finding?
  }

  /// What can happen to a finding.
  public enum Kind: String, Sendable, CaseIterable {
    /// It was not there before.
    case new
    /// It says something else, or weighs something else.
    case changed
    /// It is no longer there, and the check could look.
    case gone
    /// The check cannot look any more: whatever it said before may still be true.
    case unseen
  }

  /// Records that are not the same.
  public struct RecordChange: Sendable, Hashable {
    /// The question, such as `example.org TXT`.
    public let question: String
    /// The records before, a line each; empty for none.
    public let before: String
    /// The records now.
    public let after: String
  }

  /// The earlier run.
  public let before: RunSummary
  /// The later run.
  public let after: RunSummary
  /// What happened to findings, check by check in the order of the later run.
  public let changes: [Change]
  /// Records that both runs could look at and that differ.
  public let records: [RecordChange]
  /// Checks that only one of the runs made.
  public let uncompared: [CheckID]

  /// Whether anything that could be seen is different.
  public var isDifferent: Bool { !records.isEmpty || changes.contains { $0.kind != .unseen } }

  /// Compares two runs.
  public init(_ before: PastRun, _ after: PastRun) {
    self.before = before.summary
    self.after = after.summary
    let earlier = Dictionary(before.outcomes.map { ($0.check, $0) }) { first, _ in first }
    changes = after.outcomes.flatMap { outcome in
      earlier[outcome.check].map { Self.changes($0, outcome) } ?? []
    }
    let (old, new) = (Set(earlier.keys), Set(after.outcomes.map(\.check)))
    uncompared = old.symmetricDifference(new).sorted()
    records = Self.records(before.facts, after.facts)
  }

  private static func changes(_ before: PastOutcome, _ after: PastOutcome) -> [Change] {
    if before.findings == after.findings { return [] }
    var old = before.findings
    var new: [Finding] = []
    for finding in after.findings {
      if let index = old.firstIndex(where: { $0.saysTheSame(as: finding) }) {
        old.remove(at: index)
      } else {
        new.append(finding)
      }
    }
    let couldNotLook = after.findings.contains { $0.verdict == .unknown }
    var changes = new.map { finding in change(finding, &old, of: after.check) }
    // What could not be looked at before has now been: that alone is no change of the domain.
    changes += old.filter { $0.verdict != .unknown }.map {
      Change(check: after.check, kind: couldNotLook ? .unseen : .gone, before: $0, after: nil)
    }
    return changes
  }

  private static func change(_ finding: Finding, _ old: inout [Finding], of check: CheckID) -> Change {
    let index = old.firstIndex { $0.subject == finding.subject }
    let former = index.map { old.remove(at: $0) }
    let kind: Kind =
      if finding.verdict == .unknown { .unseen } else if former == nil || former?.verdict == .unknown { .new } else {
        .changed
      }
    return Change(check: check, kind: kind, before: former, after: finding)
  }

  /// A question that could not be asked has no fact, and is not compared.
  private static func records(_ before: [AuditFact], _ after: [AuditFact]) -> [RecordChange] {
    let former = Dictionary(before.filter { $0.kind == .records }.map { ($0.subject, $0.value) }) { first, _ in first }
    return after.filter { $0.kind == .records }.compactMap { fact in
      guard let value = former[fact.subject], value != fact.value else { return nil }
      return RecordChange(question: fact.subject, before: value, after: fact.value)
    }
  }
}

extension Finding {
  /// Whether nothing has changed but numbers in our own words, such as the days that are left: those change every day.
  /// Numbers in what was seen do count.
  func saysTheSame(as other: Finding) -> Bool {
    verdict == other.verdict && subject == other.subject && evidence.map(\.seen) == other.evidence.map(\.seen)
      && statement.withoutNumbers == other.statement.withoutNumbers
  }
}

extension Evidence {
  fileprivate var seen: [String] { [source, excerpt] }
}

extension String {
  fileprivate var withoutNumbers: String {
    String(decoding: utf8.filter { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }, as: UTF8.self)
  }
}
