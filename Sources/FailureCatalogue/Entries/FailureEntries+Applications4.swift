extension FailureEntries {
  /// Texts of other applications and of OpenSSL: GitLab, Java, Python, Go, Node.
  static let applications4: [FailureEntry] = [
    FailureEntry(
      "pear-auth-failure", "PEAR Mail", .configuration, .wrapper,
      #"\bauthentication failure \[SMTP:"#,
      example: """
        LOGIN authentication failure [SMTP: Invalid response code received from server (code: 535, \
        response: 5.7.8 ...)]
        """,
      means: """
        AUTH was refused; the inner code tells why. Without inner server text the failure was in \
        STARTTLS, see there.
        """,
      do: "Check user form, app password or authorization code, mechanism, first-login confirmation.",
      .reported),
    FailureEntry(
      "pear-sender", "PEAR Mail", .configuration, .wrapper,
      "Failed to set sender: ",
      example: """
        Failed to set sender: wiki@example.com [SMTP: Invalid response code received from server (code: \
        553, response: Mail from must equal authorized user)]
        """,
      means: "MAIL FROM was refused: sender differs from login or is not verified.",
      do: """
        Make $wgPasswordSender / mailfrom equal to the login or a verified identity; user-to-user mail \
        with Reply-To.
        """),
    FailureEntry(
      "pear-rcpt", "PEAR Mail", .configuration, .wrapper,
      "Failed to add recipient: ",
      example: """
        Failed to add recipient: a@b.c [SMTP: Invalid response code received from server (code: 554, \
        response: Relay access denied)]
        """,
      means: "RCPT TO refused: relaying not allowed without AUTH, or unknown recipient.",
      do: "Enable auth; check recipient."),
    FailureEntry(
      "pear-data", "PEAR Mail", .configuration, .wrapper,
      "Failed to send data",
      example: """
        Failed to send data [SMTP: Invalid response code received from server (code: 554, response: \
        ...)]
        """,
      means: "Content refused at DATA: authentication policy, spam, size.",
      do: "Read the inner code."),
    FailureEntry(
      "phpmailer-from", "PHPMailer", .configuration, .wrapper,
      "The following From address failed",
      example: """
        The following From address failed: wordpress@localhost : MAIL FROM command failed,...,550,5.7.60
        """,
      means: "MAIL FROM refused.",
      do: "Set From to the address that logs in."),
    FailureEntry(
      "dw-unexpected-code", "DokuWiki smtp plugin", .configuration, .wrapper,
      #"Unexpected return code - Expected: (\d{3}), Got: (\d{3})"#,
      example: """
        There was an unexpected problem communicating with SMTP: Unexpected return code - Expected: \
        250, Got: 553 | 553 Mail from must equal authorized user
        """,
      means: "The server gave another reply than expected; it stands behind the bar.",
      .reported),
    FailureEntry(
      "rb-auth-error", "net-smtp", .configuration, .wrapper,
      "Net::SMTPAuthenticationError",
      example: "Net::SMTPAuthenticationError: 535 5.7.8 Username and Password not accepted",
      means: "net-smtp raises this for a reply 53x."),
    FailureEntry(
      "rb-server-busy", "net-smtp", .temporary, .wrapper,
      "Net::SMTPServerBusy",
      example: """
        Net::SMTPServerBusy: 450 4.7.1 <localhost.localdomain>: Helo command rejected: Host not found
        """,
      means: "net-smtp raises this for any reply of class 4; the text tells why, often the EHLO name."),
    FailureEntry(
      "rb-syntax", "net-smtp", .configuration, .wrapper,
      "Net::SMTPSyntaxError",
      example: "Net::SMTPSyntaxError: 501 5.5.4 Invalid domain name",
      means: "net-smtp raises this for a reply 50x.",
      do: "If it is about a name: set smtp_domain to a full name."),
    FailureEntry(
      "rb-fatal", "net-smtp", .permanent, .wrapper,
      "Net::SMTPFatalError",
      example: "Net::SMTPFatalError: 550 5.7.60 ...",
      means: "net-smtp raises this for a reply of class 5."),
    FailureEntry(
      "symfony-expected", "Symfony Mailer", .configuration, .wrapper,
      #"Expected response code "?\d+"?(/\d+)? but got"#,
      example: #"Expected response code "250" but got code "550", with message "550 5.7.60 ...""#,
      means: "The server gave another reply than expected; it stands in the text.",
      .experience),
    FailureEntry(
      "pear-invalid-code", "PEAR Net_SMTP", .configuration, .wrapper,
      "Invalid response code received from server",
      example: "Invalid response code received from server (code: 550, response: ...)",
      means: "The server gave another reply than expected; it stands in the text.")
  ]
}
