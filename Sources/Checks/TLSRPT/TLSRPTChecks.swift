extension Catalogue {
  static let tlsRPTChecks: [DomainCheck] = [.tlsrptRecord, .tlsrptRUA, .tlsrptHTTPS, .tlsrptDKIMKey]
}
