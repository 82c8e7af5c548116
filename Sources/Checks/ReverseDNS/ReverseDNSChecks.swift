extension Catalogue {
  static let reverseDNSChecks: [DomainCheck] = [
    .rdnsPTR,
    .rdnsFCrDNS,
    .rdnsIPv6,
    .rdnsGeneric,
    .rdnsOwnDomain,
    .rdnsTOnline,
    .heloFQDN,
    .heloPTRMatch,
    .heloOwnName
  ]
}
