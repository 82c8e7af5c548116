extension Catalogue {
  static let dnsChecks: [DomainCheck] = [
    .dnsResolveError,
    .dnsNSCount,
    .dnsNSConsistent,
    .dnsTXTSplit,
    .dnsSmartQuotes,
    .dnsCNAMEConflict,
    .dnsWildcardTXT,
    .dnsEmptyNonTerminal,
    .dnsFromResolves,
    .dnsDangling,
    .dnsTTLRange,
    .dnsCAA,
    .dnsDomainAge
  ]
}
