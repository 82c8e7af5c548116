import FailureCatalogue
import Reporting
import Syntax

/// Explained failures for programs.
enum FailureJSON {
  static func of(_ report: FailureReport) -> JSON {
    let first = report.primary
    let code = first.map(\.code) ?? report.acceptance.code
    let enhanced = first.map(\.enhanced) ?? report.acceptance.enhanced
    return [
      "cause": .string(report.cause.rawValue), "stage": JSON(report.stage?.rawValue),
      "replyCode": code.map(JSON.number) ?? .null, "enhanced": JSON(enhanced.map { "\($0)" }),
      "accepted": .boolean(report.isAccepted), "failures": .array(report.explanations.map(explanation)),
      "notes": .array(report.notes.map { ["id": .string($0.id), "text": .string($0.text)] }),
      "secretsRemoved": .boolean(report.hadSecrets), "cut": .boolean(report.isCut), "notShown": .number(report.dropped)
    ]
  }

  private static func explanation(_ explanation: FailureExplanation) -> JSON {
    [
      "id": JSON(explanation.entry?.id), "cause": .string(explanation.cause.rawValue),
      "certainty": .string(explanation.certainty.rawValue), "kind": JSON(explanation.entry?.kind.rawValue),
      "emitter": JSON(explanation.entry?.emitter), "basis": JSON(explanation.entry?.basis.rawValue),
      "stage": JSON(explanation.stage?.rawValue),
      "stageTold": .boolean(explanation.isStageTold), "replyCode": explanation.code.map(JSON.number) ?? .null,
      "enhanced": JSON(explanation.enhanced.map { "\($0)" }), "reported": JSON(explanation.reported.map { "\($0)" }),
      "host": JSON(explanation.host), "mayPassLater": explanation.mayPass.map(JSON.boolean) ?? .null,
      "line": .number(explanation.place.line), "column": .number(explanation.place.column),
      "excerpt": .string(explanation.excerpt), "matchFrom": explanation.match.map { .number($0.lowerBound) } ?? .null,
      "matchTo": explanation.match.map { .number($0.upperBound) } ?? .null, "meaning": JSON(explanation.meaning),
      "advice": JSON(explanation.advice), "also": JSON(explanation.others.map(\.id)),
      "count": .number(explanation.count)
    ]
  }
}
