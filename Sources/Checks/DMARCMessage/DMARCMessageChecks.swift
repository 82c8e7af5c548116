extension Catalogue {
  static let dmarcMessageChecks: [MessageCheck] = []
}
