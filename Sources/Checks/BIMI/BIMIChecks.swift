extension Catalogue {
  static let bimiChecks: [DomainCheck] = [.bimiRecord, .bimiDMARC, .bimiSVG, .bimiDecline]
}
