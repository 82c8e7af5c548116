extension Catalogue {
  static let dkimSignaturesChecks: [MessageCheck] = [
    .dkimSigPresent, .dkimSigValid, .dkimBodyChanged, .dkimAligned, .dkimRequiredTags, .dkimLTag, .dkimExpiry,
    .dkimCanon, .dkimSignedHeaders, .dkimOversign, .dkimITag, .dkimAllAlignedPass, .dkim2Seen
  ]
}
