extension Catalogue {
  static let mtaSTSChecks: [DomainCheck] = [
    .stsRecord, .stsPolicyFetch, .stsPolicySyntax, .stsMXMatch, .stsMode, .stsMaxAge, .stsWebCertRenew, .stsRemoval
  ]
}
