extension Catalogue {
  static let authChecks: [DomainCheck] = [
    .authClear,
    .authOnMX,
    .authSRV
  ]
}
