extension Catalogue {
  static let dnsChecks: [DomainCheck] = []
}
