extension FailureEntries {
  /// Texts of Outlook.com and Exchange Online.
  static let microsoft: [FailureEntry] = [
    FailureEntry(
      "ol-rp001", "Outlook.com", .temporary, .rateLimited,
      "421 RP-00[12]|RP-001|RP-002",
      example: "421 RP-001 (...) The mail server IP connecting to ...",
      means: "Outlook.com takes little mail from addresses that it does not know yet or does not trust."),
    FailureEntry(
      "ol-rp003", "Outlook.com", .temporary, .rateLimited,
      "RP-003",
      example: "421 RP-003 ... exceeded the connection limit allowed."),
    FailureEntry(
      "ol-57515", "Outlook.com", .permanent, .senderRequirementsNotMet,
      #"5\.7\.515"#,
      example: "550 5.7.515 Access denied, sending domain exampl ...",
      means: """
        Outlook.com asks SPF, DKIM and DMARC of domains that send more than 5000 messages a day \
        (since 2025-05-05).
        """),
    FailureEntry(
      "ol-sc001", "Outlook.com", .permanent, .poorReputation,
      #"\bSC-001\b"#,
      example: "550 SC-001 (...) Unfortunately, messages from 192.0.2.1 weren't sent."),
    FailureEntry(
      "ol-sc002", "Outlook.com", .permanent, .poorReputation,
      #"\bSC-002\b"#,
      example: "550 SC-002 ..."),
    FailureEntry(
      "ol-sc003", "Outlook.com", .permanent, .poorReputation,
      #"\bSC-003\b"#,
      example: "550 SC-003 ...",
      means: "Outlook.com takes the address for an open proxy or relay."),
    FailureEntry(
      "ol-sc004", "Outlook.com", .permanent, .poorReputation,
      #"\bSC-004\b"#,
      example: "550 SC-004 ..."),
    FailureEntry(
      "ol-dy001", "Outlook.com", .permanent, .poorReputation,
      #"\bDY-001\b"#,
      example: "550 DY-001 ..."),
    FailureEntry(
      "ol-dy002", "Outlook.com", .permanent, .poorReputation,
      #"\bDY-002\b"#,
      example: "550 DY-002 ...",
      means: "Outlook.com takes the machine for one that others control."),
    FailureEntry(
      "ol-ou001", "Outlook.com", .permanent, .listedInDNSBL,
      #"\bOU-001\b"#,
      example: "550 OU-001 ..."),
    FailureEntry(
      "ol-ou002", "Outlook.com", .permanent, .poorReputation,
      #"\bOU-002\b"#,
      example: "550 OU-002 ..."),
    FailureEntry(
      "ol-s3150", "Outlook.com", .permanent, .poorReputation,
      #"part of their network is on our block list \(S3150\)|\(S3150\)"#,
      example: """
        550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent. Please contact your Internet \
        service provider since part of their network is on our block list (S3150).
        """,
      means: "Outlook.com has blocked the address, or the network of the hosting company around it.",
      do: "Ask for removal at https://olcsupport.office.com with the address; new servers need that once, too."),
    FailureEntry(
      "ol-s3140", "Outlook.com", .permanent, .poorReputation,
      #"\(S3140\)"#,
      example: "550 5.7.1 ... on our block list (S3140).",
      .experience),
    FailureEntry(
      "ol-s775", "Outlook.com", .temporary, .rateLimited,
      #"4\.7\.650 .*temporarily rate limited due to IP reputation|\(S775\)"#,
      example: """
        451 4.7.650 The mail server [192.0.2.5] has been temporarily rate limited due to IP reputation \
        ...
        """),
    FailureEntry(
      "ol-senderid", "Outlook.com", .permanent, .spfFail,
      "command rejected due to Sender ID validation failure",
      example: "550 command rejected due to Sender ID validation failure",
      means: "SPF says the domain sends no mail (v=spf1 -all).",
      needsHost: true),
    FailureEntry(
      "exo-432", "Exchange Online", .temporary, .rateLimited,
      #"432 4\.3\.2"#,
      example: "432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded",
      means: "A mailbox may submit three messages at a time, and more were tried."),
    FailureEntry(
      "exo-447", "Exchange Online", .permanent, .expired,
      #"4\.4\.7 .*(expired|delayed)"#,
      example: "550 4.4.7 QUEUE.Expired; message expired",
      means: "The receiving server could not be reached for two days.",
      needsHost: true),
    FailureEntry(
      "exo-44316", "Exchange Online", .temporary, .connectionRefused,
      #"4\.4\.316"#,
      example: "450 4.4.316 Connection refused"),
    FailureEntry(
      "exo-47500", "Exchange Online", .temporary, .rateLimited,
      #"4\.7\.(5\d\d|6[0-4]\d|6[5-9][1-9]|69\d)"#,
      example: "451 4.7.500 Access denied, please try again later"),
    FailureEntry(
      "exo-4785x", "Exchange Online", .temporary, .rateLimited,
      #"4\.7\.8[5-9]\d"#,
      example: "451 4.7.850 Access denied, please try again later",
      means: "The address is being watched after unusual traffic."),
    FailureEntry(
      "exo-4726v6", "Exchange Online", .temporary, .spfAndDKIMMissing,
      "must pass either SPF or DKIM validation, this message is not signed",
      example: """
        451 4.7.26 Access denied, a message sent over IPv6 [2001:db8::1] must pass either SPF or DKIM \
        validation, this message is not signed
        """),
    FailureEntry(
      "exo-518", "Exchange Online", .permanent, .accountSuspended,
      #"550 5\.1\.8"#,
      example: "550 5.1.8 Access denied, bad outbound sender",
      means: "The sending account was blocked because it sent spam.",
      needsHost: true),
    FailureEntry(
      "exo-5110", "Exchange Online", .permanent, .userUnknown,
      #"5\.1\.10 "#,
      example: "550 5.1.10 RESOLVER.ADR.RecipientNotFound",
      needsHost: true),
    FailureEntry(
      "exo-5190", "Exchange Online", .temporary, .rateLimited,
      #"5\.1\.90"#,
      example: "550 5.1.90 Your message can't be sent because you've reached your daily limit"),
    FailureEntry(
      "exo-522", "Exchange Online", .temporary, .rateLimited,
      #"5\.2\.2 "#,
      example: "552 5.2.2 Submission quota exceeded",
      needsHost: true),
    FailureEntry(
      "exo-52121", "Exchange Online", .temporary, .rateLimited,
      #"5\.2\.12[12]"#,
      example: "550 5.2.121 Recipient's per hour message receive ..."),
    FailureEntry(
      "exo-541", "Exchange Online", .permanent, .userUnknown,
      #"550 5\.4\.1 .*Recipient address rejected"#,
      example: "550 5.4.1 Recipient address rejected: Access denied",
      means: "Directory-based edge blocking: no such recipient.",
      needsHost: true),
    FailureEntry(
      "exo-5414", "Exchange Online", .permanent, .mailLoop,
      #"5\.4\.14"#,
      example: "554 5.4.14 Hop count exceeded - possible mail loop ATTR34",
      needsHost: true),
    FailureEntry(
      "exo-54317", "Exchange Online", .permanent, .connectionTimedOut,
      #"5\.4\.317"#,
      example: "550 5.4.317 Message expired, cannot connect to remote server",
      means: "The receiving server is down, or its certificate does not fit."),
    FailureEntry(
      "exo-5611", "Exchange Online", .permanent, .bareLineFeed,
      #"5\.6\.11"#,
      example: "550 5.6.11 SMTPSEND.BareLinefeedsAreIllegal; message contains bare linefeeds"),
    FailureEntry(
      "exo-5712", "Exchange Online", .permanent, .recipientRestricted,
      #"5\.7\.12\b(?!\.)"#,
      example: "550 5.7.12 Access denied, sender not authenticated in organization",
      means: "The recipient takes mail from inside the organisation only.",
      needsHost: true),
    FailureEntry(
      "exo-5725", "Exchange Online", .permanent, .noReverseDNS,
      #"550 5\.7\.25 Access denied"#,
      example: "550 5.7.25 Access denied, the sending IPv6 addre ...",
      needsHost: true),
    FailureEntry(
      "exo-57124", "Exchange Online", .permanent, .recipientRestricted,
      #"\b5\.7\.(124|13[346])\b"#,
      example: "550 5.7.124 Sender not in allowed-senders list"),
    FailureEntry(
      "exo-5732x", "Exchange Online", .temporary, .tlsHandshakeFailed,
      #"[45]\.7\.32[1-5]"#,
      example: "450 4.7.323 tlsa-invalid: The domain failed DANE validation",
      means: """
        DANE/DNSSEC/certificate failure at the receiving domain (321 STARTTLS missing, 322 expired, 323 \
        TLSA, 324 DNSSEC, 325 name).
        """),
    FailureEntry(
      "exo-57501", "Exchange Online", .permanent, .accountSuspended,
      #"5\.7\.50[1-3]"#,
      example: "550 5.7.501 Access denied, spam abuse detected",
      means: "The account or the address was seen sending spam."),
    FailureEntry(
      "exo-57506", "Exchange Online", .permanent, .badHello,
      #"5\.7\.506"#,
      example: "550 5.7.506 Access Denied, Bad HELO",
      means: "The name in EHLO is that of the receiving server.",
      do: "Announce the name of your own server, never that of the provider."),
    FailureEntry(
      "exo-57507", "Exchange Online", .permanent, .policyRejected,
      #"5\.7\.507"#,
      example: "550 5.7.507 Access denied, rejected by recipient"),
    FailureEntry(
      "exo-57509", "Exchange Online", .permanent, .dmarcReject,
      #"5\.7\.509"#,
      example: "550 5.7.509 Access denied, sending domain exampl ..."),
    FailureEntry(
      "exo-57510", "Exchange Online", .permanent, .ipv6NotAccepted,
      #"5\.7\.510"#,
      example: "550 5.7.510 Access denied, contoso.com does not accept email over IPv6"),
    FailureEntry(
      "exo-57511", "Exchange Online", .permanent, .poorReputation,
      #"5\.7\.511"#,
      example: "550 5.7.511 Access denied, banned sender",
      do: "Forward the whole report to delist@microsoft.com."),
    FailureEntry(
      "exo-57512", "Exchange Online", .permanent, .headerNotCompliant,
      #"5\.7\.512"#,
      example: "550 5.7.512 Access denied, message must be RFC 5322 section 3.6.2 compliant",
      means: "From is missing, or names several without a Sender field."),
    FailureEntry(
      "exo-57513", "Exchange Online", .permanent, .policyRejected,
      #"5\.7\.513"#,
      example: "550 5.7.513 Service unavailable, Client host [19 ..."),
    FailureEntry(
      "exo-57606", "Exchange Online", .permanent, .poorReputation,
      #"5\.7\.6(0[6-9]|[1-4]\d)\b"#,
      example: "550 5.7.606 Access denied, banned sending IP [192.0.2.1]"),
    FailureEntry(
      "exo-57700", "Exchange Online", .permanent, .accountSuspended,
      #"5\.7\.7(0\d|[1-4]\d|50)\b"#,
      example: "550 5.7.705 Access denied, tenant has exceeded threshold",
      means: """
        The organisation has reached its limit for mail to the outside, or the domain is not \
        registered (750).
        """),
    FailureEntry(
      "exo-579xx", "Exchange Online", .permanent, .accountSuspended,
      #"5\.7\.9\d\d"#,
      example: "550 5.7.999 Access denied, restricted",
      do: "Ask the support of Microsoft."),
    FailureEntry(
      "exo-5068", "Exchange Online", .permanent, .relayDenied,
      #"5\.7\.68 .*Direct Send"#,
      example: "550 5.7.68 TenantInboundAttribution; Direct Send ...",
      means: "Direct Send without a login is refused there (RejectDirectSend).",
      do: "Log in on smtp.office365.com:587, or set up a connector.",
      .experience),
    FailureEntry(
      "exo-50350", "Exchange Online", .permanent, .wrapper,
      #"\b5\.0\.350\b"#,
      example: "550 5.0.350 Remote server returned an error",
      means: "The remote server returned an error, which stands in the text.")
  ]
}
