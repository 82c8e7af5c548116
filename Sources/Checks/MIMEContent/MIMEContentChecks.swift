extension Catalogue {
  static let mimeContentChecks: [MessageCheck] = [
    .mimeStructure, .mimeEncoding, .mime8Bit, .mimeTextAlt, .mimeHTMLSize, .mimeSize, .mimeAttachType, .htmlHidden,
    .htmlLinks, .htmlImages, .contentIDNConfusable, .contentSpamRules
  ]
}
