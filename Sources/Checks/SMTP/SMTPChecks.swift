extension Catalogue {
  static let smtpChecks: [DomainCheck] = [
    .smtpConnect,
    .smtpBanner,
    .smtpExtensions,
    .smtpSTARTTLS,
    .smtpSTARTTLSInjection,
    .smtpOpenRelay,
    .smtpPostmaster,
    .smtpNullSender,
    .smtpCatchall,
    .smtpSmuggling,
    .smtpUTF8
  ]
}
