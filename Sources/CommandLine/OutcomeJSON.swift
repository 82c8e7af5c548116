import AuditModel
import Reporting

/// What one check said, for programs, where there is no report of an audit around it.
enum OutcomeJSON {
  /// The verdict with every fact, its evidence and what to do.
  static func of(_ outcome: CheckOutcome) -> JSON {
    [
      "id": .string(outcome.check.rawValue), "verdict": .string(outcome.verdict.rawValue),
      "severity": .string(outcome.description.severity.name),
      "reason": JSON(reason(outcome.judgement)),
      "causedBy": JSON(outcome.causedBy.map(\.rawValue)),
      "findings": .array(
        outcome.findings.map { finding in
          [
            "verdict": .string(finding.verdict.rawValue), "statement": .string(finding.statement),
            "remedy": .string(finding.remedy ?? outcome.description.remedy),
            "evidence": .array(
              finding.evidence.map { ["source": .string($0.source), "excerpt": .string($0.excerpt)] })
          ]
        })
    ]
  }

  /// Why a check has no meaning; nil where it has one.
  private static func reason(_ judgement: Judgement) -> String? {
    if case .notApplicable(let reason) = judgement { reason } else { nil }
  }
}

extension TextPage {
  /// The facts of a check: in order of weight, each with what was seen and what to do.
  mutating func facts(of outcome: CheckOutcome) {
    for finding in outcome.findings where finding.verdict != .pass {
      line()
      line(
        Span(finding.verdict.rawValue.uppercased(), .bold), Span("  \(outcome.check)", .bold),
        Span(outcome.level(of: finding).map { "  \($0.name)" } ?? "", .dim))
      paragraph(finding.statement, indent: 2)
      if finding.verdict != .unknown { for evidence in finding.evidence { self.evidence(evidence, indent: 2) } }
      if !outcome.causedBy.isEmpty {
        paragraph("Follows from \(outcome.causedBy.map(\.rawValue).joined(separator: ", ")).", indent: 2)
      }
      paragraph(
        finding.remedy ?? outcome.description.remedy, label: Span("Do", .bold), labelWidth: 4, indent: 2)
    }
  }
}

extension CheckOutcome {
  /// How bad one fact is; nil for a remark, and for what could not be seen.
  fileprivate func level(of finding: Finding) -> Severity? {
    switch finding.verdict {
    case .fail: description.severity
    case .warn: description.severity.lowered
    case .unknown, .info, .pass, .notApplicable: nil
    }
  }
}
