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
    .submitProvider,
    .submitSPF,
    .submitMessage,
    .submitTLS,
    .submitCertClients,
    .tlsCertValid,
    .tlsCertExpiry,
    .tlsCertKey,
    .tlsVersion,
    .daneSubmission,
    .submitAUTH,
    .authSenderBinding,
    .authClear,
    .authProviderOAuth,
    .authMechanisms,
    .authImplicit465
  ]
}
