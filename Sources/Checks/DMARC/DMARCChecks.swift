extension Catalogue {
  static let dmarcChecks: [DomainCheck] = []
}
