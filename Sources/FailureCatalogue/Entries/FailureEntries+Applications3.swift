extension FailureEntries {
  /// Texts of web applications and their mail libraries: MediaWiki, PEAR, DokuWiki, PHPMailer.
  static let applications3: [FailureEntry] = [
    FailureEntry(
      "phpmailer-rcpt", "PHPMailer", .configuration, .wrapper,
      "The following recipients failed",
      example: "SMTP Error: The following recipients failed: a@b.c",
      means: "Recipient refused.",
      do: "Look at the reply to RCPT TO: relaying that is not allowed, or a wrong address."),
    FailureEntry(
      "phpmailer-invalid-addr", "PHPMailer", .configuration, .senderNotAuthorised,
      #"Invalid address:\s+\((From|to)\)"#,
      example: "Invalid address:  (From): wordpress@localhost",
      means: "Address without a dot in the domain is rejected locally.")
  ]
}
