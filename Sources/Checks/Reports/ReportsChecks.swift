extension Catalogue {
  static let feedbackChecks: [ReportsCheck] = [
    .reportAggregateParse,
    .reportFailureHandle,
    .reportTLSParse,
    .reportTLSFailures,
    .reportBounces
  ]
}
