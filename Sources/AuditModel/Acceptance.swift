/// A finding that its owner has decided to live with, up to a day.
public struct Acceptance: Sendable, Hashable {
  /// The check.
  public let check: CheckID
  /// The domain that it is about; nil for every domain.
  public var domain: String?
  /// What the finding has to be about; nil for anything.
  public var subject: String?
  /// What the finding or its evidence has to say; nil for anything.
  public var text: String?
  /// Whether it is about what the check cannot look at, and not about faults.
  public var isAboutUnseen = false
  /// Who decided it.
  public let owner: String
  /// Why, a phrase.
  public let reason: String
  /// The last day, `YYYY-MM-DD`.
  public let lastDay: String
  /// The first second behind the last day, in seconds since 1970, UTC.
  public let end: Int
  /// Where it is written; nil when nobody wrote it into a file.
  public var place: SourceLocation?

  /// Makes an acceptance of every finding of a check.
  public init(_ check: CheckID, owner: String, reason: String, lastDay: String, end: Int) {
    (self.check, self.owner, self.reason, self.lastDay, self.end) = (check, owner, reason, lastDay, end)
  }

  /// Whether it has not ended.
  public func isInForce(at time: Int) -> Bool { time < end }

  /// Whether it may concern an audit of a target.
  public func concerns(_ target: String) -> Bool { domain.map { $0 == target } ?? true }

  /// Whether it covers a finding of its check: a fault, or what could not be seen, never both.
  public func covers(_ finding: Finding, of check: CheckID) -> Bool {
    guard check == self.check else { return false }
    guard isAboutUnseen ? finding.verdict == .unknown : finding.verdict >= .warn else { return false }
    if let subject, finding.subject.lowercased() != subject.lowercased() { return false }
    guard let text else { return true }
    return ([finding.statement] + finding.evidence.map(\.excerpt)).contains { $0.contains(text) }
  }

  /// What it is about: the check, and what narrows it down.
  public var title: String { ([check.rawValue] + [subject, text].compactMap(\.self)).joined(separator: " ") }
}

/// What became of an acceptance in an audit.
public struct AcceptanceResult: Sendable, Hashable {
  /// The acceptance.
  public let acceptance: Acceptance
  /// How it stands.
  public let state: State
  /// The findings that it covers.
  public let findings: [Finding]

  /// Makes the value of its parts.
  public init(_ acceptance: Acceptance, _ state: State, _ findings: [Finding] = []) {
    (self.acceptance, self.state, self.findings) = (acceptance, state, findings)
  }

  /// How an acceptance can stand.
  public enum State: String, Sendable, CaseIterable {
    /// It covers findings, which do not count.
    case accepted
    /// It has ended: what it covered counts again.
    case ended
    /// It covers nothing: the check could look, and has no such finding.
    case idle
    /// Its check was not made, or could not look.
    case unknown
  }
}
