extension Catalogue {
  static let submissionServerChecks: [SubmissionCheck] = [
    .submitHost,
    .submitConnect,
    .submitGreeting,
    .submitEHLO,
    .submitSender,
    .submitRecipient,
    .submitNullSender,
    .submitMessage,
    .submitTLS,
    .submitAUTH
  ]
}
