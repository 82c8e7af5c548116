extension Catalogue {
  static let bulkSenderChecks: [MessageCheck] = [
    .bulkClassify, .bulkSPFAndDKIM, .bulkDMARCAlign, .bulkUnsubHeaders, .bulkUnsubSigned, .bulkUnsubEndpoint,
    .bulkUnsubBody, .bulkSpamRate, .bulkPostmasterCompliance, .bulkFeedbackID, .bulkListID, .bulkGmailFrom,
    .bulkLaPosteAlign, .bulkApple
  ]
}
