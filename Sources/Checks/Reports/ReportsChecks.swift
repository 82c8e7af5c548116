extension Catalogue {
  static let feedbackChecks: [ReportsCheck] = [
    .reportAggregateParse
  ]
}
