extension Catalogue {
  static let mxChecks: [DomainCheck] = [
    .mxPresent,
    .mxNullMixed,
    .mxNullSender,
    .mxTargetCNAME,
    .mxTargetIP,
    .mxResolves,
    .mxIPv6,
    .mxRedundancy,
    .mxRPKI,
    .mxM365Target,
    .mxExpected
  ]
}
