extension Catalogue {
  static let feedbackChecks: [ReportsCheck] = [
    .reportAggregateParse,
    .reportAggregateNames,
    .reportAggregateAuth,
    .reportAggregateDuplicate,
    .reportFailingSources,
    .reportAggregateOverrides,
    .reportPolicySeen,
    .reportFailureHandle,
    .reportTLSParse,
    .reportTLSFailures,
    .reportBounces
  ]
}
