extension Catalogue {
  static let machineChecks: [HostCheck] = [
    .hostFQDN,
    .hostHostsOrder,
    .hostLocalhost,
    .hostHELO,
    .hostDNS,
    .hostPTR,
    .hostMailname,
    .hostMTA,
    .hostSendmailPath,
    .hostSendmailMode,
    .hostPort25,
    .hostQueue,
    .hostSELinux,
    .hostResolver,
    .hostPostfix,
    .hostEgress,
    .appDKIMSigner
  ]
}
