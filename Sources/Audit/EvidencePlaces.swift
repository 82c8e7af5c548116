import AuditModel
import DNS

/// Knows at which line of a zone file the records of a question stand, for evidence that only names the question.
struct EvidencePlaces {
  private let places: [String: SourceLocation]

  /// Takes the answers of a survey; nil when none of them came from a file.
  init?(_ answers: [DNSAnswer]) {
    var places: [String: SourceLocation] = [:]
    for answer in answers {
      guard let place = answer.provenance.place else { continue }
      places[answer.question.description] = SourceLocation(file: place.file, line: place.line)
    }
    if places.isEmpty { return nil }
    self.places = places
  }

  /// The outcomes, their evidence with places.
  func located(_ outcomes: [CheckOutcome]) -> [CheckOutcome] { outcomes.map(located) }

  private func located(_ outcome: CheckOutcome) -> CheckOutcome {
    guard case .findings(let findings) = outcome.judgement, !findings.isEmpty else { return outcome }
    return CheckOutcome(
      description: outcome.description, judgement: .findings(findings.map(located)), causedBy: outcome.causedBy)
  }

  private func located(_ finding: Finding) -> Finding {
    Finding(
      finding.verdict, subject: finding.subject, finding.statement, evidence: finding.evidence.map(located),
      remedy: finding.remedy)
  }

  private func located(_ evidence: Evidence) -> Evidence {
    guard evidence.location == nil, let place = places[evidence.source] else { return evidence }
    return Evidence(
      source: evidence.source, excerpt: evidence.excerpt, highlight: evidence.highlight, server: evidence.server,
      location: place)
  }
}
