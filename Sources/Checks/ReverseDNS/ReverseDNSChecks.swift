extension Catalogue {
  static let reverseDNSChecks: [DomainCheck] = [
    .rdnsPTR,
    .rdnsFCrDNS,
    .rdnsIPv6,
    .rdnsGeneric,
    .rdnsOwnDomain,
    .heloFQDN,
    .heloPTRMatch,
    .heloOwnName
  ]
}
