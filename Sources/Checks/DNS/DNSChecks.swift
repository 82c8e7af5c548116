extension Catalogue {
  static let dnsChecks: [DomainCheck] = [
    .dnsResolveError,
    .dnsNSCount,
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
