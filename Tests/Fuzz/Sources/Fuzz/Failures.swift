import FailureCatalogue
import Syntax

extension FuzzTarget {
  /// What people paste: logs, transcripts, exceptions and bounces.
  static let failures = [
    FuzzTarget(
      name: "failure-text", seeds: { FailureCatalogue.shipped.entries.map { Array($0.example.utf8) } },
      run: { input in
        let report = FailureCatalogue.shipped.explain(pasted: input)
        promise(report.explanations.count <= FailureLimits.explanations, "not more is told than the limit")
        for explanation in report.explanations {
          let octets = explanation.excerpt.utf8.count
          promise(explanation.match.map { $0.upperBound <= octets } ?? true, "what matched stands in the excerpt")
          promise(explanation.place.line >= 1 && explanation.place.column >= 1, "a place is counted from 1")
          promise(!explanation.meaning.isEmpty, "everything that is told means something")
        }
        let again = FailureCatalogue.shipped.explain(Failure(text: String(decoding: input, as: UTF8.self)))
        promise(!again.meaning.isEmpty, "a failure always has an explanation")
      })
  ]
}
