/// What one check said in one audit. It never changes; a class, because reports are gone through many times.
public final class CheckOutcome: Sendable {
  /// The words of the check.
  public let description: CheckDescription
  /// What it made of the target.
  public let judgement: Judgement
  /// The failed checks that explain this outcome, worst first; empty for a root cause.
  public let causedBy: [CheckID]
  /// The verdict.
  public let verdict: Verdict

  /// Makes an outcome of its parts.
  public init(description: CheckDescription, judgement: Judgement, causedBy: [CheckID] = []) {
    self.description = description
    self.judgement = judgement
    self.causedBy = causedBy
    verdict = judgement.verdict
  }

  /// The name of the check.
  public var check: CheckID { description.id }

  /// The facts, worst first, in the order of the check within a verdict; none for pass and not applicable.
  public var findings: [Finding] {
    guard case .findings(let findings) = judgement else { return [] }
    if findings.count < 2 { return findings }
    return Verdict.allCases.sorted(by: >).flatMap { verdict in findings.filter { $0.verdict == verdict } }
  }

  /// The level that lowers a grade: the severity for fail, one lower for warn, none otherwise.
  public var effectiveLevel: Severity? {
    switch verdict {
    case .fail: description.severity
    case .warn: description.severity.lowered
    case .unknown, .info, .pass, .notApplicable: nil
    }
  }

  /// The level that an undecided part of the check could reach if it failed; nil when nothing is undecided.
  public var possibleLevel: Severity? {
    guard case .findings(let findings) = judgement else { return nil }
    return findings.contains { $0.verdict == .unknown } ? description.severity : nil
  }
}
