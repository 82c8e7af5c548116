extension Catalogue {
  static let dnsblChecks: [DomainCheck] = [
    .dnsblIP,
    .dnsblResolver,
    .dnsblDomain,
    .dnsblAllowed,
    .dnsblNeighbour,
    .dnsblSharedRelay
  ]
}
