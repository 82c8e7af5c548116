extension Catalogue {
  static let spfChecks: [DomainCheck] = [
    .spfPresent
  ]
}
