extension Catalogue {
  static let dkimChecks: [DomainCheck] = [
    .dkimKeyFound,
    .dkimKeySingle,
    .dkimKeySyntax,
    .dkimKeyRevoked,
    .dkimKeyLength,
    .dkimKeyWeak,
    .dkimKeyFlags,
    .dkimAlgorithmSHA1,
    .dkimEd25519,
    .dkimKeyAge,
    .dkimKeyShared,
    .dkimStaleSelectors
  ]
}
