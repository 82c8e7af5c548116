extension Catalogue {
  static let mxChecks: [DomainCheck] = []
}
