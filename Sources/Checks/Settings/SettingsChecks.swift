extension Catalogue {
  static let settingsFileChecks: [SettingsCheck] = [
    .appFromDomain,
    .appUserFrom,
    .appRelayTLS,
    .appTLSPort,
    .appHELO,
    .appMessageID
  ]
}
