extension Catalogue {
  static let messageIDChecks: [MessageCheck] = [.msgidPresent]
}
