import AuditModel
import Checks
import DNS
import Survey

/// What the answers for the domain as a whole explain: a name that does not exist, and questions without an answer.
struct FailedQuestions {
  /// The check that tells of failed questions.
  static let check: CheckID = "DNS-RESOLVE-ERROR"
  /// The check that tells of a domain that does not exist.
  private static let existence: CheckID = "DNS-FROM-RESOLVES"

  /// The sources of evidence that tells of a failed question.
  private let sources: Set<String>
  /// Whether no question at all was answered.
  private let isDeaf: Bool
  /// Whether the check of failed questions has something to tell.
  private let isTold: Bool
  /// The sources of evidence that tells of names which do not exist because the domain does not; empty if it exists.
  private let missing: Set<String>

  init(_ survey: DomainSurvey, outcomes: [CheckOutcome]) {
    let failed = survey.answers.filter { $0.failure != nil && $0.failure != .notCovered }
    sources = Set(failed.map(\.question.description))
    isDeaf = survey.answers.allSatisfy { $0.failure != nil }
    isTold = outcomes.contains { $0.verdict >= .unknown && $0.check == Self.check }
    let isMissing =
      survey.isNonexistent && outcomes.contains { $0.check == Self.existence && $0.verdict == .fail }
    let absent =
      !isMissing
      ? []
      : survey.answers.filter {
        $0.outcome == .nameError && $0.question.name.isEqual(toOrBelow: survey.domain)
      }
    missing = Set(absent.map(\.question.description))
  }

  /// The check that explains an outcome that is open or worse: nothing that is missing at a domain that does not exist is a fault of its
  /// own, and what rests on failed questions alone is no defect that was seen.
  func cause(of outcome: CheckOutcome) -> [CheckID]? {
    if !isTold, missing.isEmpty { return nil }
    guard case .findings(let findings) = outcome.judgement, outcome.check != Self.check else { return nil }
    let open = findings.filter { $0.verdict >= .unknown }
    if open.isEmpty { return nil }
    if !missing.isEmpty, outcome.check != Self.existence,
      open.allSatisfy({ $0.evidence.contains { missing.contains($0.source) } })
    {
      return [Self.existence]
    }
    return isTold && open.allSatisfy(restsOnFailure) ? [Self.check] : nil
  }

  /// Something undecided rests on any failed question; a defect only if all that was seen of it is failed questions.
  private func restsOnFailure(_ finding: Finding) -> Bool {
    if finding.verdict == .unknown {
      return isDeaf || finding.evidence.contains { sources.contains($0.source) }
    }
    return !finding.evidence.isEmpty && finding.evidence.allSatisfy { sources.contains($0.source) }
  }
}
