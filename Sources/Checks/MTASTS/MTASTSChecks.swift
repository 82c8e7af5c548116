extension Catalogue {
  static let mtaSTSChecks: [DomainCheck] = [
    .stsRecord, .stsPolicyFetch, .stsPolicySyntax, .stsMXMatch, .stsMXCert, .stsMode, .stsMaxAge, .stsWebCertRenew,
    .stsIDChanged, .stsRemoval, .stsDANECoexist
  ]
}
