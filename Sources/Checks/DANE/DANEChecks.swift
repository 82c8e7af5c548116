extension Catalogue {
  static let daneChecks: [DomainCheck] = [
    .daneTLSAPresent,
    .daneTLSAMatch,
    .daneDNSSEC,
    .daneParams,
    .daneRollover,
    .daneTAChain,
    .daneCNAMEBase,
    .daneAllHosts,
    .daneSTARTTLS,
    .daneSubmission
  ]
}
