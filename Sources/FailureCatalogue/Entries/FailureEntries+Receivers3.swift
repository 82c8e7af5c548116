extension FailureEntries {
  /// Texts of GoDaddy, Orange and La Poste.
  static let receivers3: [FailureEntry] = [
    FailureEntry(
      "gd-ib401", "GoDaddy", .configuration, .authenticationFailed,
      #"\bIB401\b"#,
      example: "... IB401",
      means: "A login was tried on the server that receives mail.",
      do: "Log in on smtpout.secureserver.net."),
    FailureEntry(
      "gd-ib501", "GoDaddy", .permanent, .headerNotCompliant,
      #"\bIB501\b"#,
      example: "... IB501"),
    FailureEntry(
      "gd-ib502", "GoDaddy", .permanent, .headerNotCompliant,
      #"\bIB502\b"#,
      example: "... IB502",
      means: "The domain in From is an address in brackets."),
    FailureEntry(
      "gd-ib506", "GoDaddy", .permanent, .senderDomainUnknown,
      #"\bIB506\b"#,
      example: "... IB506",
      means: "The domain in From has no MX and no address record."),
    FailureEntry(
      "gd-ib508", "GoDaddy", .permanent, .spfFail,
      #"\bIB508\b"#,
      example: "... IB508",
      means: "SPF of the sender's domain does not list this server."),
    FailureEntry(
      "gd-ib108", "GoDaddy", .temporary, .noReverseDNS,
      #"\bIB108\b"#,
      example: "... IB108"),
    FailureEntry(
      "gd-ib212", "GoDaddy", .permanent, .contentRejected,
      #"\bIB212\b"#,
      example: "... IB212"),
    FailureEntry(
      "gd-ib605", "GoDaddy", .temporary, .rateLimited,
      #"\bIB605\b"#,
      example: "... IB605"),
    FailureEntry(
      "gd-ib007", "GoDaddy", .temporary, .rateLimited,
      #"\bIB007\b"#,
      example: "... IB007"),
    FailureEntry(
      "gd-ib101", "GoDaddy", .temporary, .rateLimited,
      #"\bIB101\b"#,
      example: "... IB101"),
    FailureEntry(
      "gd-ib103", "GoDaddy", .permanent, .listedInDNSBL,
      #"\bIB103\b"#,
      example: "... IB103"),
    FailureEntry(
      "gd-ib104", "GoDaddy", .permanent, .listedInDNSBL,
      #"\bIB104\b"#,
      example: "... IB104"),
    FailureEntry(
      "gd-ib105", "GoDaddy", .permanent, .listedInDNSBL,
      #"\bIB105\b"#,
      example: "... IB105"),
    FailureEntry(
      "gd-ib106", "GoDaddy", .permanent, .listedInDNSBL,
      #"\bIB106\b"#,
      example: "... IB106"),
    FailureEntry(
      "gd-ib110", "GoDaddy", .temporary, .poorReputation,
      #"\bIB110\b"#,
      example: "... IB110",
      means: "The address is blocked for an hour because of spam."),
    FailureEntry(
      "gd-ib111", "GoDaddy", .temporary, .poorReputation,
      #"\bIB111\b"#,
      example: "... IB111",
      means: "The address is blocked for a day because of spam."),
    FailureEntry(
      "gd-ib112", "GoDaddy", .temporary, .poorReputation,
      #"\bIB112\b"#,
      example: "... IB112",
      means: "The address is blocked for an hour because of many recipients that do not exist."),
    FailureEntry(
      "gd-ib113", "GoDaddy", .temporary, .poorReputation,
      #"\bIB113\b"#,
      example: "... IB113",
      means: "The address is blocked for a day because of many recipients that do not exist."),
    FailureEntry(
      "gd-ib504", "GoDaddy", .temporary, .rateLimited,
      #"\bIB504\b"#,
      example: "... IB504"),
    FailureEntry(
      "gd-ib510", "GoDaddy", .temporary, .rateLimited,
      #"\bIB510\b"#,
      example: "... IB510"),
    FailureEntry(
      "gd-ib607", "GoDaddy", .temporary, .rateLimited,
      #"\bIB607\b"#,
      example: "... IB607"),
    FailureEntry(
      "gd-ib705", "GoDaddy", .permanent, .attachmentRejected,
      #"\bIB705\b"#,
      example: "... IB705"),
    FailureEntry(
      "or-101", "Orange / La Poste", .permanent, .listedInDNSBL,
      #"\b(OFR|LPN)\d{0,3}_?101\b"#,
      example: "550 5.5.0 ... OFR004_101"),
    FailureEntry(
      "or-102", "Orange / La Poste", .permanent, .listedInDNSBL,
      #"\b(OFR|LPN)\d{0,3}_?102\b"#,
      example: "550 5.5.0 ... OFR004_102",
      means: "The filter (Cloudmark) has blocked the address because of spam."),
    FailureEntry(
      "or-104", "Orange / La Poste", .temporary, .rateLimited,
      #"\b(OFR|LPN)\d{0,3}_?104\b"#,
      example: "550 5.5.0 ... OFR004_104"),
    FailureEntry(
      "or-305", "Orange / La Poste", .configuration, .authenticationFailed,
      #"\b(OFR|LPN)\d{0,3}_?305\b"#,
      example: "550 5.5.0 ... OFR004_305"),
    FailureEntry(
      "or-401", "Orange / La Poste", .permanent, .spfFail,
      #"\b(OFR|LPN)\d{0,3}_?401\b"#,
      example: "550 5.5.0 ... OFR004_401"),
    FailureEntry(
      "or-402", "Orange / La Poste", .configuration, .authenticationRequired,
      #"\b(OFR|LPN)\d{0,3}_?402\b"#,
      example: "550 5.5.0 ... OFR004_402",
      means: "The server wants a login."),
    FailureEntry(
      "or-405", "Orange / La Poste", .permanent, .senderDomainUnknown,
      #"\b(OFR|LPN)\d{0,3}_?405\b"#,
      example: "550 5.5.0 ... OFR004_405"),
    FailureEntry(
      "or-416", "Orange / La Poste", .permanent, .userUnknown,
      #"\b(OFR|LPN)\d{0,3}_?416\b"#,
      example: "550 5.5.0 ... OFR004_416"),
    FailureEntry(
      "or-417", "Orange / La Poste", .temporary, .mailboxFull,
      #"\b(OFR|LPN)\d{0,3}_?417\b"#,
      example: "550 5.5.0 ... OFR004_417"),
    FailureEntry(
      "or-420", "Orange / La Poste", .permanent, .mailboxDisabled,
      #"\b(OFR|LPN)\d{0,3}_?420\b"#,
      example: "550 5.5.0 ... OFR004_420"),
    FailureEntry(
      "or-421", "Orange / La Poste", .configuration, .senderNotAuthorised,
      #"\b(OFR|LPN)\d{0,3}_?421\b"#,
      example: "550 5.5.0 ... OFR004_421",
      means: "The login may not use this envelope sender."),
    FailureEntry(
      "or-426", "Orange / La Poste", .permanent, .policyRejected,
      #"\b(OFR|LPN)\d{0,3}_?426\b"#,
      example: "550 5.5.0 ... OFR004_426"),
    FailureEntry(
      "or-506", "Orange / La Poste", .permanent, .contentRejected,
      #"\b(OFR|LPN)\d{0,3}_?506\b"#,
      example: "550 5.5.0 ... OFR004_506"),
    FailureEntry(
      "or-514", "Orange / La Poste", .permanent, .messageTooBig,
      #"\b(OFR|LPN)\d{0,3}_?514\b"#,
      example: "550 5.5.0 ... OFR004_514"),
    FailureEntry(
      "or-517", "Orange / La Poste", .permanent, .dmarcReject,
      #"\b(OFR|LPN)\d{0,3}_?517\b"#,
      example: "550 5.5.0 ... OFR004_517"),
    FailureEntry(
      "or-630", "Orange / La Poste", .permanent, .noReverseDNS,
      #"\b(OFR|LPN)\d{0,3}_?630\b"#,
      example: "550 5.5.0 ... OFR004_630")
  ]
}
