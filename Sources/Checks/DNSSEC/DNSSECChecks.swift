extension Catalogue {
  static let dnssecChecks: [DomainCheck] = [
    .dnssecSigned,
    .dnssecBogus,
    .dnssecMXSigned,
    .dnssecAlg,
    .dnssecDSDigest,
    .dnssecRRSIGExpiry,
    .dnssecNSEC3Params,
    .dnssecDenialProof
  ]
}
