extension Catalogue {
  static let submissionServerChecks: [SubmissionCheck] = [
    .submitHost,
    .submitConnect,
    .submitPorts,
    .submitGreeting,
    .submitEHLO,
    .submitSender,
    .submitRecipient,
    .submitNullSender,
    .submitMessage,
    .submitTLS,
    .submitCertClients,
    .tlsCertValid,
    .tlsCertExpiry,
    .tlsCertKey,
    .tlsVersion,
    .daneSubmission,
    .submitAUTH,
    .authMechanisms,
    .authImplicit465
  ]
}
