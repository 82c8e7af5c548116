extension Catalogue {
  static let messageIDChecks: [MessageCheck] = [
    .msgidPresent, .msgidDomain, .msgidForged, .msgidUnique, .msgidForm, .msgidOrigin, .msgidThreading, .msgidLeak
  ]
}
