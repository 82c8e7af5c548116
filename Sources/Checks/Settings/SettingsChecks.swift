extension Catalogue {
  static let settingsFileChecks: [SettingsCheck] = [
    .appFromDomain,
    .appPlaceholder,
    .appUserFrom,
    .appRelayTLS,
    .appTLSPort,
    .appHELO,
    .appMessageID,
    .appConfirmed
  ]
}
