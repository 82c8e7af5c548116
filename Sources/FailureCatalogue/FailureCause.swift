/// Why mail did not leave or arrive, as one word for programs. Several entries of the catalogue share a cause.
public enum FailureCause: String, Sendable, Hashable, CaseIterable {
  // Nothing failed.
  case accepted
  case remark

  // The way to the server.
  case hostNotFound = "host-not-found"
  case connectionFailed = "connection-failed"
  case connectionRefused = "connection-refused"
  case connectionTimedOut = "connection-timed-out"
  case connectionLost = "connection-lost"
  case networkUnreachable = "network-unreachable"
  case permissionDenied = "permission-denied"

  // The application and its host.
  case applicationMisconfigured = "application-misconfigured"
  case localMailFailed = "local-mail-failed"
  case hostNameUnqualified = "host-name-unqualified"

  // TLS.
  case implicitTLSExpected = "implicit-tls-expected"
  case startTLSExpected = "starttls-expected"
  case startTLSRequired = "starttls-required"
  case tlsNotAvailable = "tls-not-available"
  case tlsHandshakeFailed = "tls-handshake-failed"
  case tlsVersion = "tls-version"
  case certificateNameMismatch = "certificate-name-mismatch"
  case certificateExpired = "certificate-expired"
  case certificateUntrusted = "certificate-untrusted"

  // The login.
  case authenticationFailed = "authentication-failed"
  case authenticationRequired = "authentication-required"
  case authBeforeTLS = "auth-before-tls"
  case appPasswordRequired = "app-password-required"
  case basicAuthDisabled = "basic-auth-disabled"
  case mechanismNotOffered = "mechanism-not-offered"
  case accountSuspended = "account-suspended"

  // The names that are used.
  case badHello = "bad-helo"
  case noReverseDNS = "no-reverse-dns"
  case senderNotAuthorised = "sender-not-authorised"
  case identityNotVerified = "identity-not-verified"
  case senderDomainUnknown = "sender-domain-unknown"
  case emptyMailFrom = "empty-mail-from"
  case relayDenied = "relay-denied"
  case noValidRecipient = "no-valid-recipient"

  // What receivers ask of senders.
  case spfFail = "spf-fail"
  case dkimFail = "dkim-fail"
  case spfAndDKIMMissing = "spf-and-dkim-missing"
  case dmarcReject = "dmarc-reject"
  case senderRequirementsNotMet = "sender-requirements-not-met"
  case listedInDNSBL = "listed-in-dnsbl"
  case dnsblQueryBlocked = "dnsbl-query-blocked"
  case poorReputation = "poor-reputation"
  case rateLimited = "rate-limited"
  case greylisted
  case policyRejected = "policy-rejected"
  case ipv6NotAccepted = "ipv6-not-accepted"

  // The message.
  case contentRejected = "content-rejected"
  case attachmentRejected = "attachment-rejected"
  case headerNotCompliant = "header-not-compliant"
  case messageIDMissing = "message-id-missing"
  case messageTooBig = "message-too-big"
  case bareLineFeed = "bare-lf"

  // The recipient.
  case userUnknown = "user-unknown"
  case mailboxFull = "mailbox-full"
  case mailboxDisabled = "mailbox-disabled"
  case moved
  case recipientRestricted = "recipient-restricted"
  case destinationUnknown = "destination-unknown"

  // The way behind the server.
  case mailLoop = "mail-loop"
  case expired
  case dnsFailure = "dns-failure"
  case serverFailure = "server-failure"
  case temporary
  case protocolError = "protocol-error"

  // No more is known.
  case wrapper
  case undetermined

  /// Whether a more precise cause in the same text should be told instead.
  var isVague: Bool {
    switch self {
    case .connectionFailed, .connectionLost, .tlsHandshakeFailed, .policyRejected, .temporary, .protocolError, .wrapper,
      .undetermined, .serverFailure, .localMailFailed:
      true
    default: false
    }
  }

  /// The stage in which this happens where nothing else tells; nil when it could be several.
  var usualStage: FailureStage? {
    switch self {
    case .accepted: .accepted
    case .hostNotFound: .resolve
    case .connectionFailed, .connectionRefused, .connectionTimedOut, .networkUnreachable, .permissionDenied: .connect
    case .startTLSExpected, .implicitTLSExpected, .tlsNotAvailable, .tlsHandshakeFailed, .tlsVersion,
      .certificateNameMismatch, .certificateExpired, .certificateUntrusted:
      .starttls
    case .authenticationFailed, .authBeforeTLS, .appPasswordRequired, .basicAuthDisabled, .mechanismNotOffered,
      .startTLSRequired:
      .auth
    case .senderNotAuthorised, .emptyMailFrom: .mail
    case .relayDenied, .userUnknown, .greylisted, .badHello, .listedInDNSBL, .dnsblQueryBlocked, .noReverseDNS,
      .mailboxFull:
      .rcpt
    case .spfAndDKIMMissing, .dkimFail, .contentRejected, .attachmentRejected, .headerNotCompliant, .messageIDMissing,
      .bareLineFeed, .dmarcReject, .spfFail, .senderRequirementsNotMet, .identityNotVerified, .messageTooBig,
      .noValidRecipient:
      .data
    case .expired, .moved, .mailLoop: .delivery
    default: nil
    }
  }
}
