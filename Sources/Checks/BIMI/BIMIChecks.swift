extension Catalogue {
  static let bimiChecks: [DomainCheck] = [.bimiRecord, .bimiDMARC, .bimiSVG, .bimiCert, .bimiLogoMatch, .bimiDecline]
}
