extension Catalogue {
  static let tlsChecks: [DomainCheck] = [
    .tlsVersion,
    .tlsCiphers,
    .tlsCertValid,
    .tlsCertExpiry,
    .tlsCertKey,
    .tlsEMSReneg,
    .tlsPQ,
    .tlsREQUIRETLS
  ]
}
