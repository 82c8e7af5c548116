extension Catalogue {
  static let dmarcChecks: [DomainCheck] = [
    .dmarcPresent, .dmarcMultiple, .dmarcVersion, .dmarcSyntax, .dmarcPMissing, .dmarcPOrder, .dmarcPolicyNone,
    .dmarcRejectUsers, .dmarcSPWeaker, .dmarcNP, .dmarcSPSubdomain, .dmarcTMode, .dmarcPCT, .dmarcRFRI, .dmarcRUA,
    .dmarcRUASyntax, .dmarcRUAExternal, .dmarcRUADeliverable, .dmarcRUF, .dmarcFO, .dmarcStrictAlign,
    .dmarcOrgDivergence, .dmarcWalkDepth, .dmarcPSDY, .dmarcPSDParent, .dmarcWrongName, .dmarcIDN, .dmarcParked
  ]
}
