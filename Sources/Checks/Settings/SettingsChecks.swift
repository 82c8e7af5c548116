extension Catalogue {
  static let settingsFileChecks: [SettingsCheck] = [
    .appMailDisabled,
    .appSyntax,
    .appPlaceholder,
    .appHost,
    .appFromDomain,
    .appSender,
    .appUserFrom,
    .appEnvelope,
    .appReplyTo,
    .appRelayTLS,
    .appTLSPort,
    .appPort25Egress,
    .appAuth,
    .appSecrets,
    .appProvider,
    .appRelay,
    .appLocalMail,
    .appHELO,
    .appMessageID,
    .appQueue,
    .appKeys,
    .appNotifyVolume,
    .appListHeaders,
    .authProviderOAuth
  ]
}
