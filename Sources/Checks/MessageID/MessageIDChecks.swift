extension Catalogue {
  static let messageIDChecks: [MessageCheck] = []
}
