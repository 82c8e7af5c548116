extension FailureEntries {
  /// Texts of receivers in Europe, America and China.
  static let receivers2: [FailureEntry] = [
    FailureEntry(
      "al-554-content", "Aliyun / Sina", .permanent, .contentRejected,
      "554 Reject by (behaviour|content) spam",
      example: "554 Reject by behaviour spam",
      means: "A filter judged the content or the behaviour of the sender."),
    FailureEntry(
      "al-555-helo", "Aliyun / Sina", .permanent, .badHello,
      "555 helohost error",
      example: "555 helohost error",
      needsHost: true),
    FailureEntry(
      "al-556-remote", "Aliyun / Sina", .permanent, .poorReputation,
      "556 remote ip check",
      example: "556 remote ip check error",
      needsHost: true),
    FailureEntry(
      "gmx-554-ptr", "GMX / WEB.DE / IONOS", .permanent, .noReverseDNS,
      "554[- ].*(No SMTP service|Bad DNS PTR resource record)",
      example: """
        554-gmx.net (mxgmx001) Nemesis ESMTP Service not available 554-No SMTP service 554-Bad DNS PTR \
        resource record.
        """,
      means: """
        The PTR record is missing or looks like that of a home line, or the address is on a block \
        list.
        """,
      .experience,
      needsHost: true),
    FailureEntry(
      "gmx-554-dmarc", "GMX / WEB.DE / IONOS", .permanent, .dmarcReject,
      "554[- ].*Reject due to policy restrictions",
      example: "554-Transaction failed 554-Reject due to policy restrictions.",
      means: "SPF, DMARC or the content did not please the policy.",
      .experience,
      needsHost: true),
    FailureEntry(
      "to-554", "T-Online", .permanent, .noReverseDNS,
      #"554 IP=\S+ - (A problem occurred|Dialup/transient IP|None/bad reputation)"#,
      example: "554 IP=192.0.2.1 - A problem occurred. (Ask your ...",
      means: """
        T-Online takes mail only from servers it knows: a PTR name of your own, with a web page that \
        names the operator.
        """,
      do: "Put such a page up at the PTR's domain, then write to tobr@rx.t-online.de with the address.",
      .experience),
    FailureEntry(
      "cc-bl", "Comcast", .permanent, .poorReputation,
      #"554 .*comcast.*\b(BL|PT|RL|CM)\d{6}|\bBL000\d\d\d\b"#,
      example: "554 resimta-po-01v.sys.comcast.net comcast 192.0.2.1 Comcast block for spam. BL000000",
      means: "BL in the text is a block list, PT a missing PTR record, RL a rate limit.",
      .experience,
      needsHost: true),
    FailureEntry(
      "att-521", "AT&T", .permanent, .poorReputation,
      #"521[^\n]{0,80}(blocked|DNSRBL)|flpd\d+ DNSBL"#,
      example: "553 5.3.0 flpd575 DNSBL:RBL 521< 192.0.2.1 >_is_ ...",
      .experience,
      needsHost: true),
    FailureEntry(
      "sp-aup-rdns", "Spectrum", .permanent, .noReverseDNS,
      "AUP#(11[0-5]0|I-11[0-5]0)",
      example: "554 ... AUP#1130",
      needsHost: true),
    FailureEntry(
      "sp-aup-block", "Spectrum", .permanent, .poorReputation,
      "AUP#(In-)?(1000|12[0-5]0)",
      example: "554 ... AUP#1200"),
    FailureEntry(
      "sp-aup-rate", "Spectrum", .temporary, .rateLimited,
      "AUP#(In-)?1(3[0-9]0|4[0-9]0)",
      example: "421 ... AUP#1310"),
    FailureEntry(
      "cox-bl", "Cox", .permanent, .listedInDNSBL,
      #"\b(CXBL|CDRBL|IPBL[01]{4,5})\b"#,
      example: "554 CXBL",
      means: "The address is on a block list that Cox uses (Spamhaus and others)."),
    FailureEntry(
      "cox-dns", "Cox", .temporary, .noReverseDNS,
      #"\bCXDNS\b"#,
      example: "421 CXDNS"),
    FailureEntry(
      "cox-snd", "Cox", .permanent, .spfAndDKIMMissing,
      #"\bCXSNDR\b"#,
      example: "550 CXSNDR"),
    FailureEntry(
      "cox-rate", "Cox", .temporary, .rateLimited,
      #"\bCX(CNCT|MXRT)\b"#,
      example: "421 CXCNCT"),
    FailureEntry(
      "cox-url", "Cox", .permanent, .contentRejected,
      #"\bURLBL[01]+\b"#,
      example: "552 URLBL011")
  ]
}
