extension Catalogue {
  static let dmarcMessageChecks: [MessageCheck] = [
    .dmarcFromCount, .dmarcMsgPass, .dmarcBothAligned, .dmarcRejectSPFOnly
  ]
}
