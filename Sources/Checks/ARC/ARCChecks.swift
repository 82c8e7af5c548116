extension Catalogue {
  static let arcChecks: [MessageCheck] = [.arcChain, .arcStructure, .arcSealTags, .arcReliance, .arcAppleForward]
}
