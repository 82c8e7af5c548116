extension Catalogue {
  static let arcChecks: [MessageCheck] = []
}
