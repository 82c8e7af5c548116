extension Catalogue {
  static let dkimChecks: [DomainCheck] = []
}
