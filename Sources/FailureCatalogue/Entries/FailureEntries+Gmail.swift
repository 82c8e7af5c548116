extension FailureEntries {
  /// Texts of Gmail as a receiver.
  static let gmail: [FailureEntry] = [
    FailureEntry(
      "gm-42628-mid", "Gmail", .temporary, .rateLimited,
      "exceeded the quota for sending messages that have the same Message-ID",
      example: """
        421-4.7.28 Gmail has detected this sender exceeded the quota for sending messages that have the \
        same Message-ID:.
        """,
      means: "One Message-ID is used for many messages.",
      do: "Write a Message-ID of its own for each message."),
    FailureEntry(
      "gm-5526-dmarc", "Gmail", .permanent, .dmarcReject,
      #"""
      5(50|54)[- ]5\.7\.26 Unauthenticated email from .* is not accepted due to\s+domain'?s DMARC \#
      policy
      """#,
      example: """
        550-5.7.26 Unauthenticated email from example.com is not accepted due to domain's DMARC policy.
        """,
      means: "The domain in From has a DMARC policy, and neither SPF nor DKIM passed for that domain.",
      do: """
        Sign with DKIM for the domain in From (d=), or let the envelope sender be of that domain and \
        list the server in its SPF.
        """),
    FailureEntry(
      "gm-5526-hardfail", "Gmail", .permanent, .spfFail,
      #"5\.7\.26 The (\(E\))?MAIL FROM domain .* has an SPF record with a\s+hard fail policy"#,
      example: "550-5.7.26 The MAIL FROM domain [example.com] has an SPF record with a hard fail policy ...",
      means: "SPF of the envelope domain ends in -all, and this server is not listed in it.",
      do: "Add the server or the include of the service to the SPF record. Check: mailaudit spf DOMAIN."),
    FailureEntry(
      "gm-5526-unauth", "Gmail", .permanent, .spfAndDKIMMissing,
      #"5\.7\.26 .*(sender is unauthenticated|requires all senders to authenticate)"#,
      example: "550-5.7.26 This email has been blocked because the sender is unauthenticated.",
      means: "Neither SPF nor DKIM passed."),
    FailureEntry(
      "gm-4526-unauth", "Gmail", .temporary, .spfAndDKIMMissing,
      #"421[- ]4\.7\.26"#,
      example: "421-4.7.26 This email has been rate limited because it is unauthenticated.",
      means: "Neither SPF nor DKIM passes, so mail is slowed down.",
      needsHost: true),
    FailureEntry(
      "gm-4526-dns", "Gmail", .temporary, .dnsFailure,
      #"451[- ]4\.7\.26"#,
      example: "451-4.7.26 Unauthenticated email from example.co ...",
      means: "The DNS did not answer while Gmail checked SPF or DKIM.",
      needsHost: true),
    FailureEntry(
      "gm-ptr-421", "Gmail", .temporary, .noReverseDNS,
      #"4\.7\.(0|23) .*(does not|doesn\'t) have a\s+PTR record"#,
      example: "451-4.7.23 The sending IP address for this message doesn't have a PTR record ...",
      means: "The sending address has no PTR record, or the name does not lead back to it."),
    FailureEntry(
      "gm-ptr-550", "Gmail", .permanent, .noReverseDNS,
      #"550[- ]5\.7\.25"#,
      example: "550-5.7.25 This message was blocked because the ...",
      means: "The address has no PTR record, or it does not lead back; the message was refused.",
      needsHost: true),
    FailureEntry(
      "gm-spf-suspicious", "Gmail", .temporary, .spfFail,
      #"[45]5[01][- ][45]\.7\.24"#,
      example: "451-4.7.24 The SPF record of the sending domain ...",
      means: "The SPF record lets nearly everyone send (+all, or huge ranges).",
      needsHost: true),
    FailureEntry(
      "gm-spf-bulk", "Gmail", .temporary, .spfFail,
      #"[45][25][01][- ][45]\.7\.27"#,
      example: "421-4.7.27 Your email has been rate limited beca ...",
      means: "Gmail asks SPF of those who send much, and it did not pass.",
      needsHost: true),
    FailureEntry(
      "gm-tls-bulk", "Gmail", .temporary, .startTLSRequired,
      #"[45][25][01][- ][45]\.7\.29"#,
      example: "421-4.7.29 Your email has been rate limited beca ...",
      means: "Gmail asks TLS of those who send much, and the client did not use it.",
      do: "Switch opportunistic TLS on in the MTA (Postfix: smtp_tls_security_level = may).",
      needsHost: true),
    FailureEntry(
      "gm-dkim-bulk", "Gmail", .permanent, .dkimFail,
      #"(421|550)[- ][45]\.7\.30 (?!Basic)"#,
      example: "550-5.7.30 This message was blocked because it didn't pass DKIM authentication.",
      means: "Gmail asks DKIM of those who send much, and it did not pass.",
      needsHost: true),
    FailureEntry(
      "gm-dmarc-bulk", "Gmail", .permanent, .dmarcReject,
      #"(421|550)[- ][45]\.7\.(31|40)\b"#,
      example: "550-5.7.40 Your message was blocked because the ...",
      means: """
        Gmail asks a DMARC record of those who send much. Its pages give both 5.7.31 and 5.7.40 for \
        it.
        """,
      needsHost: true),
    FailureEntry(
      "gm-align-bulk", "Gmail", .temporary, .dmarcReject,
      #"[45]\.7\.32 "#,
      example: "421-5.7.32 Your email was blocked because the Fr ...",
      do: "Use a return path of your own domain, or DKIM with d= of the domain in From.",
      needsHost: true),
    FailureEntry(
      "gm-rate-ip-550", "Gmail", .permanent, .rateLimited,
      #"550[- ]5\.7\.28"#,
      example: "550-5.7.28 There is an unusual rate of unsolicit ...",
      means: "Too much unwanted mail comes from here; the message was refused.",
      needsHost: true),
    FailureEntry(
      "gm-rep-ip", "Gmail", .permanent, .poorReputation,
      #"very low reputation\s+of the\s+sending IP"#,
      example: """
        550-5.7.1 This message is likely suspicious due to the very low reputation of the sending IP ...
        """),
    FailureEntry(
      "gm-rep-domain", "Gmail", .permanent, .poorReputation,
      #"very low reputation\s+of the\s+sending domain"#,
      example: """
        550-5.7.1 This message is likely suspicious due to the very low reputation of the sending \
        domain.
        """),
    FailureEntry(
      "gm-content", "Gmail", .temporary, .contentRejected,
      #"suspicious due to the nature of the content or the\s+links"#,
      example: "421-4.7.0 This message is suspicious due to the nature of the content or the links ..."),
    FailureEntry(
      "gm-unsolicited", "Gmail", .permanent, .contentRejected,
      "likely unsolicited",
      example: "550-5.7.1 This message is likely unsolicited email.",
      do: "Look at SPF and DKIM, at the content, and at how the addresses were gathered.",
      needsHost: true),
    FailureEntry(
      "gm-notauthip", "Gmail", .permanent, .poorReputation,
      "IP you'?re using to send email is not authorized",
      example: "550-5.7.1 The IP you're using to send email is not authorized ...",
      means: "The address is one of a home line or of a dynamic range."),
    FailureEntry(
      "gm-ipv6", "Gmail", .permanent, .noReverseDNS,
      "does not meet IPv6 sending guidelines",
      example: "550-5.7.1 This message does not meet IPv6 sending guidelines ..."),
    FailureEntry(
      "gm-no-from", "Gmail", .permanent, .headerNotCompliant,
      #"""
      Messages missing a valid address in the From|not RFC 5322 compliant because the From: header \#
      is\s+missing
      """#,
      example: "550-5.7.1 Messages missing a valid address in the From ..."),
    FailureEntry(
      "gm-multi-from", "Gmail", .permanent, .headerNotCompliant,
      "multiple (addresses in (the )?From|From: headers)",
      example: "550-5.7.1 Messages with multiple addresses in the From: header are not accepted.",
      needsHost: true),
    FailureEntry(
      "gm-no-mid", "Gmail", .permanent, .messageIDMissing,
      "missing a valid Message-ID",
      example: "550-5.7.1 Messages missing a valid Message-ID: header are not accepted.",
      means: "The message has no Message-ID, or one that is not valid.",
      do: "Let the application write <unique@public-host>: IDHost in MediaWiki, external_url in GitLab."),
    FailureEntry(
      "gm-dup-headers", "Gmail", .permanent, .headerNotCompliant,
      #"duplicate\s+headers|There are multiple\s+\S+ headers"#,
      example: "550-5.7.1 This message is not RFC 5322 compliant because it has duplicate headers.",
      means: "A field that may stand once stands twice: From, Subject or Message-ID.",
      needsHost: true),
    FailureEntry(
      "gm-malformed-header", "Gmail", .permanent, .headerNotCompliant,
      "There is a malformed|not RFC 5322 compliant",
      example: "550-5.7.1 This message is not RFC 5322 compliant. There is a malformed ...",
      needsHost: true),
    FailureEntry(
      "gm-from-domain", "Gmail", .permanent, .headerNotCompliant,
      "From: header has a non-compliant domain",
      example: "550-5.7.1 ... the From: header has a non-compliant domain name.",
      means: "The domain in From is a local one, such as localhost or gitlab.local."),
    FailureEntry(
      "gm-encoded-word", "Gmail", .permanent, .headerNotCompliant,
      "Encoded-word syntax is not permitted",
      example: "550-5.7.1 Encoded-word syntax is not permitted in message header From.",
      means: "The name in From is encoded where the address stands (RFC 2047 §5 forbids it)."),
    FailureEntry(
      "gm-unicode-header", "Gmail", .permanent, .headerNotCompliant,
      "unicode character in a disallowed header",
      example: "550-5.7.1 The message contains a unicode character in a disallowed header."),
    FailureEntry(
      "gm-policy", "Gmail", .permanent, .policyRejected,
      #"has a policy\s+that prohib"#,
      example: "550-5.7.1 The user or domain that you are sending to (or from) has a policy that prohib ...",
      do: "Ask the recipient; \"gcdp\" in the text marks a rule of their Workspace.",
      needsHost: true),
    FailureEntry(
      "gm-helo", "Gmail", .configuration, .badHello,
      #"501[- ]5\.5\.4 (HELO/EHLO argument|Empty HELO)"#,
      example: #"501-5.5.4 HELO/EHLO argument "ubuntu_1" invalid, closing connection."#,
      means: "The name in EHLO is empty or not valid.",
      needsHost: true),
    FailureEntry(
      "gm-quota", "Gmail", .temporary, .mailboxFull,
      #"4(50|52)[- ]4\.2\.[12]"#,
      example: "452-4.2.2 The recipient's inbox is out of storage space.",
      means: "The mailbox is full, or gets mail too fast.",
      needsHost: true),
    FailureEntry(
      "gm-nouser", "Gmail", .permanent, .userUnknown,
      #"550[- ]5\.1\.1 The email account that you tried to reach does not exist"#,
      example: "550-5.1.1 The email account that you tried to reach does not exist."),
    FailureEntry(
      "gm-full", "Gmail", .permanent, .mailboxFull,
      #"552[- ]5\.2\.2"#,
      example: "552-5.2.2 The recipient's inbox is out of storage space and inactive.",
      needsHost: true),
    FailureEntry(
      "gm-size", "Gmail", .permanent, .messageTooBig,
      #"552[- ]5\.3\.4"#,
      example: "552-5.3.4 Your message exceeded Google's message size limits.",
      means: "The message, an attachment, the header or the Subject is too large.",
      needsHost: true),
    FailureEntry(
      "gm-blocked-attach", "Gmail", .permanent, .attachmentRejected,
      #"552[- ]5\.7\.0"#,
      example: "552-5.7.0 This message was blocked because its c ...",
      needsHost: true),
    FailureEntry(
      "gm-hops", "Gmail", .permanent, .mailLoop,
      #"554[- ]5\.4\.6"#,
      example: "554-5.4.6 Message exceeded 50 hops, this may indicate an email loop.",
      needsHost: true),
    FailureEntry(
      "gm-malformed", "Gmail", .permanent, .headerNotCompliant,
      #"554[- ]5\.6\.0"#,
      example: "554-5.6.0 Email message is malformed. Not accepted.",
      needsHost: true),
    FailureEntry(
      "gm-tlsreq", "Gmail", .temporary, .startTLSRequired,
      #"421[- ]4\.7\.0 TLS required for RCPT domain"#,
      example: "421-4.7.0 TLS required for RCPT domain, closing connection.",
      means: "The recipient's domain takes mail over TLS only."),
    FailureEntry(
      "gm-whitelist", "Gmail", .temporary, .policyRejected,
      "IP not in whitelist for RCPT domain",
      example: "421-4.7.0 IP not in whitelist for RCPT domain, closing connection.",
      means: "The recipient's domain takes mail only from its own gateway."),
    FailureEntry(
      "gm-multidest", "Gmail", .temporary, .protocolError,
      "Multiple destination domains per transaction",
      example: "451-4.3.0 Multiple destination domains per transaction is unsupported.",
      means: "Recipients of several domains were named in one transaction.",
      needsHost: true)
  ]
}
