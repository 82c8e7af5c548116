extension FailureEntries {
  /// Enhanced status codes X.6 and X.7.
  static let registry2: [FailureEntry] = [
    FailureEntry(
      "enh-6-0", "any", .byReplyClass, .headerNotCompliant,
      #"\b[245]\.6\.0\b(?!\.)"#,
      example: "550 5.6.0 ..."),
    FailureEntry(
      "enh-6-1", "any", .byReplyClass, .attachmentRejected,
      #"\b[245]\.6\.1\b(?!\.)"#,
      example: "550 5.6.1 ..."),
    FailureEntry(
      "enh-6-2", "any", .byReplyClass, .undetermined,
      #"\b[245]\.6\.2\b(?!\.)"#,
      example: "550 5.6.2 ...",
      means: "Conversion required and prohibited.",
      do: "The receiver must take 8BITMIME, or the message must be sent in seven bits."),
    FailureEntry(
      "enh-6-3", "any", .byReplyClass, .undetermined,
      #"\b[245]\.6\.3\b(?!\.)"#,
      example: "550 5.6.3 ...",
      means: "Conversion required but unsupported.",
      do: "The receiver must take 8BITMIME, or the message must be sent in seven bits."),
    FailureEntry(
      "enh-6-5", "any", .byReplyClass, .undetermined,
      #"\b[245]\.6\.5\b(?!\.)"#,
      example: "550 5.6.5 ...",
      means: "Conversion failed.",
      do: "Send the message in seven bits (quoted-printable, base64)."),
    FailureEntry(
      "enh-6-6", "any", .byReplyClass, .undetermined,
      #"\b[245]\.6\.6\b(?!\.)"#,
      example: "550 5.6.6 ...",
      means: "Message content not available."),
    FailureEntry(
      "enh-6-7", "any", .byReplyClass, .undetermined,
      #"\b[245]\.6\.7\b(?!\.)"#,
      example: "550 5.6.7 ...",
      means: "Non-ASCII address not permitted.",
      do: "The receiver must take SMTPUTF8, or the address must be ASCII."),
    FailureEntry(
      "enh-6-8", "any", .byReplyClass, .undetermined,
      #"\b[245]\.6\.8\b(?!\.)"#,
      example: "550 5.6.8 ...",
      means: "UTF-8 reply required.",
      do: "The client must offer SMTPUTF8."),
    FailureEntry(
      "enh-6-9", "any", .byReplyClass, .undetermined,
      #"\b[245]\.6\.9\b(?!\.)"#,
      example: "550 5.6.9 ...",
      means: "UTF-8 header cannot be transferred.",
      do: "The receiver must take SMTPUTF8, or the header must be ASCII."),
    FailureEntry(
      "enh-7-0", "any", .byReplyClass, .policyRejected,
      #"\b[245]\.7\.0\b(?!\.)"#,
      example: "550 5.7.0 ...",
      means: "Other security problem."),
    FailureEntry(
      "enh-7-1", "any", .byReplyClass, .policyRejected,
      #"\b[245]\.7\.1\b(?!\.)"#,
      example: "550 5.7.1 ...",
      means: "Delivery not authorised."),
    FailureEntry(
      "enh-7-2", "any", .byReplyClass, .recipientRestricted,
      #"\b[245]\.7\.2\b(?!\.)"#,
      example: "550 5.7.2 ...",
      means: "List expansion prohibited."),
    FailureEntry(
      "enh-7-3", "any", .byReplyClass, .undetermined,
      #"\b[245]\.7\.3\b(?!\.)"#,
      example: "550 5.7.3 ...",
      means: "Conversion required."),
    FailureEntry(
      "enh-7-4", "any", .byReplyClass, .mechanismNotOffered,
      #"\b[245]\.7\.4\b(?!\.)"#,
      example: "550 5.7.4 ...",
      means: "Security feature not supported."),
    FailureEntry(
      "enh-7-5", "any", .byReplyClass, .tlsHandshakeFailed,
      #"\b[245]\.7\.5\b(?!\.)"#,
      example: "550 5.7.5 ..."),
    FailureEntry(
      "enh-7-6", "any", .byReplyClass, .tlsVersion,
      #"\b[245]\.7\.6\b(?!\.)"#,
      example: "550 5.7.6 ...",
      means: "Algorithm not supported."),
    FailureEntry(
      "enh-7-7", "any", .byReplyClass, .dkimFail,
      #"\b[245]\.7\.7\b(?!\.)"#,
      example: "550 5.7.7 ...",
      means: "Message integrity failure."),
    FailureEntry(
      "enh-7-8", "any", .byReplyClass, .authenticationFailed,
      #"\b[245]\.7\.8\b(?!\.)"#,
      example: "550 5.7.8 ..."),
    FailureEntry(
      "enh-7-9", "any", .byReplyClass, .appPasswordRequired,
      #"\b[245]\.7\.9\b(?!\.)"#,
      example: "550 5.7.9 ...",
      do: "Other mechanism/app password."),
    FailureEntry(
      "enh-7-10", "any", .byReplyClass, .startTLSRequired,
      #"\b[245]\.7\.10\b(?!\.)"#,
      example: "550 5.7.10 ..."),
    FailureEntry(
      "enh-7-11", "any", .byReplyClass, .authBeforeTLS,
      #"\b[245]\.7\.11\b(?!\.)"#,
      example: "550 5.7.11 ...",
      means: "Encryption required for mechanism."),
    FailureEntry(
      "enh-7-12", "any", .byReplyClass, .authenticationFailed,
      #"\b[245]\.7\.12\b(?!\.)"#,
      example: "550 5.7.12 ...",
      means: "Password transition needed."),
    FailureEntry(
      "enh-7-13", "any", .byReplyClass, .accountSuspended,
      #"\b[245]\.7\.13\b(?!\.)"#,
      example: "550 5.7.13 ..."),
    FailureEntry(
      "enh-7-14", "any", .byReplyClass, .undetermined,
      #"\b[245]\.7\.14\b(?!\.)"#,
      example: "550 5.7.14 ...",
      means: "Trust relationship required.",
      do: "Provider."),
    FailureEntry(
      "enh-7-15", "any", .byReplyClass, .policyRejected,
      #"\b[245]\.7\.15\b(?!\.)"#,
      example: "550 5.7.15 ..."),
    FailureEntry(
      "enh-7-16", "any", .byReplyClass, .messageTooBig,
      #"\b[245]\.7\.16\b(?!\.)"#,
      example: "550 5.7.16 ..."),
    FailureEntry(
      "enh-7-17", "any", .byReplyClass, .userUnknown,
      #"\b[245]\.7\.17\b(?!\.)"#,
      example: "550 5.7.17 ..."),
    FailureEntry(
      "enh-7-18", "any", .byReplyClass, .destinationUnknown,
      #"\b[245]\.7\.18\b(?!\.)"#,
      example: "550 5.7.18 ..."),
    FailureEntry(
      "enh-7-19", "any", .byReplyClass, .undetermined,
      #"\b[245]\.7\.19\b(?!\.)"#,
      example: "550 5.7.19 ...",
      means: "RRVS cannot be completed."),
    FailureEntry(
      "enh-7-20", "any", .byReplyClass, .dkimFail,
      #"\b[245]\.7\.20\b(?!\.)"#,
      example: "550 5.7.20 ...",
      means: "No passing DKIM signature."),
    FailureEntry(
      "enh-7-21", "any", .byReplyClass, .dkimFail,
      #"\b[245]\.7\.21\b(?!\.)"#,
      example: "550 5.7.21 ...",
      means: "No acceptable DKIM signature."),
    FailureEntry(
      "enh-7-22", "any", .byReplyClass, .dkimFail,
      #"\b[245]\.7\.22\b(?!\.)"#,
      example: "550 5.7.22 ...",
      means: "No author-matched DKIM."),
    FailureEntry(
      "enh-7-23", "any", .byReplyClass, .spfFail,
      #"\b[245]\.7\.23\b(?!\.)"#,
      example: "550 5.7.23 ..."),
    FailureEntry(
      "enh-7-24", "any", .byReplyClass, .spfFail,
      #"\b[245]\.7\.24\b(?!\.)"#,
      example: "550 5.7.24 ..."),
    FailureEntry(
      "enh-7-25", "any", .byReplyClass, .noReverseDNS,
      #"\b[245]\.7\.25\b(?!\.)"#,
      example: "550 5.7.25 ..."),
    FailureEntry(
      "enh-7-26", "any", .byReplyClass, .spfAndDKIMMissing,
      #"\b[245]\.7\.26\b(?!\.)"#,
      example: "550 5.7.26 ...",
      means: "Multiple authentication checks failed."),
    FailureEntry(
      "enh-7-27", "any", .byReplyClass, .policyRejected,
      #"\b[245]\.7\.27\b(?!\.)"#,
      example: "550 5.7.27 ...",
      means: "The sender's domain has a null MX (registry); at Gmail: SPF is missing."),
    FailureEntry(
      "enh-7-28", "any", .byReplyClass, .rateLimited,
      #"\b[245]\.7\.28\b(?!\.)"#,
      example: "550 5.7.28 ...",
      means: "Too much mail at once (registry); at Gmail: an unusual rate."),
    FailureEntry(
      "enh-7-29", "any", .byReplyClass, .policyRejected,
      #"\b[245]\.7\.29\b(?!\.)"#,
      example: "550 5.7.29 ...",
      means: "ARC did not verify (registry); at Gmail: no TLS."),
    FailureEntry(
      "enh-7-30", "any", .byReplyClass, .policyRejected,
      #"\b[245]\.7\.30\b(?!\.)"#,
      example: "550 5.7.30 ...",
      means: """
        REQUIRETLS could not be kept (registry); at Gmail: DKIM is missing; at Microsoft: basic \
        authentication is retired.
        """)
  ]
}
