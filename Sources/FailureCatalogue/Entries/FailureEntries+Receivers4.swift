extension FailureEntries {
  /// Texts of Mimecast, Proofpoint, Barracuda and others.
  static let receivers4: [FailureEntry] = [
    FailureEntry(
      "mc-spf", "Mimecast", .permanent, .spfFail,
      "SPF Sender Invalid - envelope rejected",
      example: "550 SPF Sender Invalid - envelope rejected"),
    FailureEntry(
      "mc-dkim", "Mimecast", .permanent, .dkimFail,
      "DKIM Sender Invalid - envelope rejected",
      example: "550 DKIM Sender Invalid - envelope rejected"),
    FailureEntry(
      "mc-dmarc", "Mimecast", .permanent, .dmarcReject,
      "DMARC Sender Invalid - envelope rejected",
      example: "550 DMARC Sender Invalid - envelope rejected"),
    FailureEntry(
      "mc-grey", "Mimecast", .temporary, .greylisted,
      "Internal resources are temporarily unavailable",
      example: "550 Internal resources are temporarily unavailable",
      needsHost: true),
    FailureEntry(
      "mc-rep", "Mimecast", .permanent, .poorReputation,
      "Local CT IP Reputation",
      example: "550 Local CT IP Reputation"),
    FailureEntry(
      "mc-spoof", "Mimecast", .permanent, .policyRejected,
      "Anti-Spoofing policy|header-based Anti-Spoofing policy",
      example: "550 Rejected by header-based Anti-Spoofing policy",
      means: "From is of the recipient's own domain, and the mail came from outside.",
      do: "Let the operator add a policy in Mimecast for the address of the application."),
    FailureEntry(
      "mc-blocked", "Mimecast", .permanent, .policyRejected,
      "Administrative prohibition envelope blocked",
      example: "550 Administrative prohibition envelope blocked"),
    FailureEntry(
      "mc-tls", "Mimecast", .permanent, .startTLSRequired,
      #"This route requires encryption \(TLS\)"#,
      example: "553 This route requires encryption (TLS)"),
    FailureEntry(
      "mc-tls12", "Mimecast", .permanent, .tlsVersion,
      #"This route requires TLS version 1\.2"#,
      example: "553 This route requires TLS version 1.2 or greater"),
    FailureEntry(
      "mc-535", "Mimecast", .configuration, .authenticationFailed,
      "535 Incorrect authentication data",
      example: "535 Incorrect authentication data",
      needsHost: true),
    FailureEntry(
      "mc-host", "Mimecast", .permanent, .destinationUnknown,
      "the incorrect hostname used for inbounds",
      example: "550 the incorrect hostname used for inbounds",
      needsHost: true),
    FailureEntry(
      "mc-geo", "Mimecast", .permanent, .policyRejected,
      "host network,? not allowed",
      example: "554 Host network, not allowed",
      needsHost: true),
    FailureEntry(
      "pp-pdr", "Proofpoint", .permanent, .listedInDNSBL,
      #"554 .*Blocked - see https://ipcheck\.proofpoint\.com"#,
      example: "554 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.1",
      .experience),
    FailureEntry(
      "pp-nodom", "Proofpoint", .permanent, .senderDomainUnknown,
      "Domain of sender address .* does not exist",
      example: "550 5.1.8 Domain of sender address <a@b.local> does not exist",
      .experience,
      needsHost: true),
    FailureEntry(
      "bc-rep", "Barracuda", .permanent, .listedInDNSBL,
      #"barracudanetworks\.com/reputation"#,
      example: """
        554 Service unavailable; Client host [x] blocked using Barracuda Reputation; \
        http://www.barracudanetworks.com/reputation ...
        """,
      .experience),
    FailureEntry(
      "jp-docomo-from", "Docomo / KDDI / SoftBank", .permanent, .policyRejected,
      "550 Unknown user .*@docomo|domain.*docomo.*(refuse|reject)",
      example: "550 Unknown user a@docomo.ne.jp",
      means: "The mailbox does not exist, or its owner lets in only chosen domains.",
      needsHost: true),
    FailureEntry(
      "jp-kddi", "Docomo / KDDI / SoftBank", .permanent, .userUnknown,
      #"550 : User unknown|user is receiving too many|\b599 "#,
      example: "550 : User unknown",
      needsHost: true),
    FailureEntry(
      "mr-550-spam", "Mail.ru", .permanent, .contentRejected,
      #"550 spam message rejected\. Please visit"#,
      example: "550 spam message rejected. Please visit http://h ...",
      .experience),
    FailureEntry(
      "mr-550-dmarc", "Mail.ru", .permanent, .dmarcReject,
      "550 .*DMARC (policy|checks)",
      example: "550 Message rejected: DMARC policy for example.com",
      .experience,
      needsHost: true),
    FailureEntry(
      "exo-5723", "Exchange Online", .permanent, .spfFail,
      #"5\.7\.23"#,
      example: "550 5.7.23 The message was rejected because of Sender Policy Framework violation",
      needsHost: true),
    FailureEntry(
      "gm-rate-ip", "Gmail", .temporary, .rateLimited,
      #"421[- ]4\.7\.28"#,
      example: "421-4.7.28 Gmail has detected an unusual rate of ...",
      means: """
        Gmail slows this sender down: its address, network, or the domain of SPF, DKIM or a link \
        sends much that recipients call spam.
        """,
      do: """
        Send less at a time, take out those who never read it, and look at Postmaster Tools \
        (postmaster.google.com).
        """,
      needsHost: true),
    FailureEntry(
      "gm-disabled", "Gmail", .permanent, .mailboxDisabled,
      #"550[- ]5\.2\.1"#,
      example: "550-5.2.1 The email account that you tried to reach is inactive.",
      needsHost: true)
  ]
}
