extension FailureEntries {
  /// Texts of submission services.
  static let submission2: [FailureEntry] = [
    FailureEntry(
      "mailru-550", "Mail.ru submission", .configuration, .senderNotAuthorised,
      "550 not local sender over smtp",
      example: "550 not local sender over smtp",
      means: "From not the login.",
      .experience),
    FailureEntry(
      "gmx-550-sender", "GMX / IONOS / web.de submission", .configuration, .senderNotAuthorised,
      "Sender address is not allowed",
      example: "550 Requested action not taken: mailbox unavailable Sender address is not allowed.",
      means: "Sender is not login or alias.",
      .experience,
      needsHost: true),
    FailureEntry(
      "fastmail-551", "Fastmail submission", .configuration, .senderNotAuthorised,
      #"551 5\.7\.1 Not authori[sz]ed to send from this header address"#,
      example: "551 5.7.1 Not authorised to send from this header address",
      means: "From is not an identity.",
      do: "Add identity.",
      .experience),
    FailureEntry(
      "oci-471", "OCI", .configuration, .senderNotAuthorised,
      "471 Authori[sz]ation failed",
      example: "471 Authorization failed: Envelope From address a@b.c not authorized",
      means: "Approved sender missing.",
      do: "Create approved sender in that region.",
      .experience,
      needsHost: true)
  ]
}
