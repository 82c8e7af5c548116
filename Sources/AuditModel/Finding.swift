/// One statement of fact that a check makes, with its evidence.
public struct Finding: Sendable, Hashable {
  /// How the check takes the fact: fail, warn, info or unknown; pass for a good fact worth showing.
  public let verdict: Verdict
  /// What the fact is about: a name, a selector, a term; empty for the target as a whole.
  public let subject: String
  /// The fact, one sentence.
  public let statement: String
  /// What was seen.
  public let evidence: [Evidence]
  /// What to do about this very fact; nil when the remedy of the check says it all.
  public let remedy: String?

  /// Makes a finding of its parts.
  public init(
    _ verdict: Verdict, subject: String = "", _ statement: String, evidence: [Evidence] = [], remedy: String? = nil
  ) {
    self.verdict = verdict
    self.subject = subject
    self.statement = statement
    self.evidence = evidence
    self.remedy = remedy
  }
}

/// What a check makes of its target.
public enum Judgement: Sendable, Hashable {
  /// The good condition holds.
  case pass
  /// The check has no meaning here; the reason is a phrase.
  case notApplicable(String)
  /// Facts; the worst of their verdicts is the verdict of the check. No facts mean that the check passes.
  case findings([Finding])

  /// The verdict of the check.
  public var verdict: Verdict {
    switch self {
    case .pass: .pass
    case .notApplicable: .notApplicable
    case .findings(let findings): findings.lazy.map(\.verdict).max() ?? .pass
    }
  }
}

extension Judgement {
  /// One fact that fails the check.
  public static func fail(
    _ statement: String, subject: String = "", evidence: [Evidence] = [], remedy: String? = nil
  ) -> Judgement {
    .findings([Finding(.fail, subject: subject, statement, evidence: evidence, remedy: remedy)])
  }

  /// One fact that warns.
  public static func warn(
    _ statement: String, subject: String = "", evidence: [Evidence] = [], remedy: String? = nil
  ) -> Judgement {
    .findings([Finding(.warn, subject: subject, statement, evidence: evidence, remedy: remedy)])
  }

  /// One fact worth knowing.
  public static func info(
    _ statement: String, subject: String = "", evidence: [Evidence] = [], remedy: String? = nil
  ) -> Judgement {
    .findings([Finding(.info, subject: subject, statement, evidence: evidence, remedy: remedy)])
  }

  /// What could not be seen; `remedy` says what would make it visible.
  public static func unknown(
    _ statement: String, subject: String = "", evidence: [Evidence] = [], remedy: String? = nil
  ) -> Judgement {
    .findings([Finding(.unknown, subject: subject, statement, evidence: evidence, remedy: remedy)])
  }
}
