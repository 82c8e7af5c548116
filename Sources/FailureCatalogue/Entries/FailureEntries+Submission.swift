extension FailureEntries {
  /// Texts of submission services.
  static let submission: [FailureEntry] = [
    FailureEntry(
      "ap-cs01", "iCloud", .permanent, .poorReputation,
      #"\[CS01\]"#,
      example: "550 5.7.1 [CS01] Message rejected due to local policy."),
    FailureEntry(
      "netease-553", "NetEase (163/126/yeah/ym)", .configuration, .senderNotAuthorised,
      "553 Mail from must equal authori[sz]ed user",
      example: "553 Mail from must equal authorized user",
      means: """
        The address in MAIL FROM is not the account that logged in, such as noreply@163.com beside \
        user@163.com.
        """,
      do: """
        Set mailfrom (or From) to the full address that logs in, tick that the server needs a login, \
        and use the same address for replies.
        """,
      .reported),
    FailureEntry(
      "netease-535", "NetEase", .configuration, .authenticationFailed,
      "535 (Error: )?authentication failed",
      example: "535 Error: authentication failed",
      means: "Login password used instead of the authorization code, or SMTP service off.",
      do: """
        Create an authorization code in webmail and use it as the password; the login password is not \
        taken.
        """,
      .experience,
      needsHost: true),
    FailureEntry(
      "netease-550-access", "NetEase", .configuration, .policyRejected,
      "550 User has no permission",
      example: "550 User has no permission",
      means: "SMTP/IMAP service not enabled for the mailbox.",
      .experience,
      needsHost: true),
    FailureEntry(
      "qq-535", "QQ", .configuration, .appPasswordRequired,
      #"535 Login Fail\. Please enter your authorization code"#,
      example: "535 Login Fail. Please enter your authorization code to login.",
      means: "Authorization code required.",
      .experience),
    FailureEntry(
      "qq-501", "QQ / Exmail", .configuration, .senderNotAuthorised,
      "501 Mail from address must be same as authori[sz]ation user",
      example: "501 Mail from address must be same as authorization user.",
      .experience),
    FailureEntry(
      "sina-553", "Sina", .configuration, .senderNotAuthorised,
      "553 Envolope sender mismatch",
      example: "553 Envolope sender mismatch with login user..",
      .experience),
    FailureEntry(
      "aliyun-526", "Aliyun", .configuration, .authenticationFailed,
      "526 Authentication failure",
      example: "526 Authentication failure[0]",
      means: "Wrong SMTP password or sender address not created.",
      do: "Reset the SMTP password per sender.",
      needsHost: true),
    FailureEntry(
      "aliyun-440", "Aliyun", .configuration, .senderNotAuthorised,
      "440 mail from account doesn'?t conform with authentication",
      example: "440 mail from account doesn't conform with authentication ...",
      means: "Sender differs from login."),
    FailureEntry(
      "sendgrid-identity", "SendGrid", .configuration, .identityNotVerified,
      "The from address does not match a verified Sender Identity",
      example: """
        550 The from address does not match a verified Sender Identity. Mail cannot be sent until this \
        error is resolved.
        """,
      means: "From is not a verified single sender nor in an authenticated domain.",
      do: "Set gitlab_email_from to the verified sender, or authenticate the domain.",
      .reported),
    FailureEntry(
      "sendgrid-key", "SendGrid", .configuration, .authenticationFailed,
      """
      535 Authentication failed: (Bad username / password|The provided authorization grant is invalid)
      """,
      example: "535 Authentication failed: Bad username / password",
      means: "User is not the literal apikey or the key was revoked.",
      .experience),
    FailureEntry(
      "sendgrid-credits", "SendGrid", .temporary, .rateLimited,
      "451 .*Maximum credits exceeded",
      example: "451 Authentication failed: Maximum credits exceeded",
      .experience),
    FailureEntry(
      "ses-notverified", "Amazon SES", .configuration, .identityNotVerified,
      "Email address is not verified",
      example: "554 Message rejected: Email address is not verified ...",
      means: "From (or in the sandbox the recipient) is not verified in that region.",
      do: "Verify identity; leave sandbox; right region."),
    FailureEntry(
      "ses-535", "Amazon SES", .configuration, .authenticationFailed,
      "535 Authentication Credentials Invalid",
      example: "535 Authentication Credentials Invalid",
      means: "IAM key used instead of derived SMTP password, or other region.",
      .experience,
      needsHost: true),
    FailureEntry(
      "ses-throttle", "Amazon SES", .temporary, .rateLimited,
      "454 Throttling failure: (Maximum sending rate exceeded|Daily message quota exceeded)",
      example: "454 Throttling failure: Daily message quota exceeded",
      means: "Rate or 200/day sandbox quota.",
      .reported),
    FailureEntry(
      "ses-paused", "Amazon SES", .permanent, .accountSuspended,
      "Sending paused for this account",
      example: "454 Sending paused for this account",
      .experience),
    FailureEntry(
      "mailgun-notallowed", "Mailgun", .configuration, .identityNotVerified,
      "Sandbox subdomains are for test purposes only",
      example: "Sandbox subdomains are for test purposes only. P ...",
      .experience),
    FailureEntry(
      "sparkpost-unconf", "SparkPost", .configuration, .identityNotVerified,
      "Unconfigured Sending Domain",
      example: "550 5.7.1 Unconfigured Sending Domain <example.com>",
      .experience),
    FailureEntry(
      "postmark-sig", "Postmark", .configuration, .identityNotVerified,
      "is not a Sender Signature on your account|Sender Signature",
      example: "The From address you supplied (a@b.c) is not a Sender Signature on your account.",
      .experience,
      needsHost: true),
    FailureEntry(
      "zoho-553", "Zoho", .configuration, .senderNotAuthorised,
      #"553 (5\.7\.1 )?(Relaying disallowed|Sender is not allowed to relay)"#,
      example: "553 Relaying disallowed as gitlab@example.com",
      means: "From not owned by login.",
      .experience,
      needsHost: true),
    FailureEntry(
      "ms-sendas", "Microsoft 365", .configuration, .senderNotAuthorised,
      #"SendAsDenied|5\.7\.60 SMTP; Client does not have permissions to send as this sender"#,
      example: "554 5.2.252 SendAsDenied; login@example.com not ...",
      do: "Send as the login or grant the right."),
    FailureEntry(
      "ms-basic-disabled", "Microsoft 365 / Outlook.com", .configuration, .basicAuthDisabled,
      #"5\.7\.139 Authentication unsuccessful"#,
      example: "535 5.7.139 Authentication unsuccessful, SmtpCli ...",
      means: "SMTP AUTH off for tenant/mailbox, Security Defaults, or personal account (basic auth gone).",
      do: "Enable per mailbox or use OAuth2/HVE/connector.",
      .experience),
    FailureEntry(
      "ms-basic-retired", "Microsoft 365", .configuration, .basicAuthDisabled,
      #"550 5\.7\.30 Basic authentication is not supported"#,
      example: "550 5.7.30 Basic authentication is not supported for Client Submission."),
    FailureEntry(
      "ms-anon", "Microsoft 365", .configuration, .authenticationRequired,
      #"5\.7\.57 .*(not authenticated to send|Client (was )?not authenticated)"#,
      example: "530 5.7.57 SMTP; Client was not authenticated to send ...",
      means: "No AUTH on smtp.office365.com.",
      do: "Set user/password or use a connector."),
    FailureEntry(
      "ms-relay-nonaccepted", "Microsoft 365", .configuration, .relayDenied,
      #"5\.7\.54 SMTP; Unable to relay recipient in non-accepted domain"#,
      example: "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain",
      means: "Direct send to outsiders.",
      .experience),
    FailureEntry(
      "ms-tenant-attr", "Microsoft 365", .configuration, .relayDenied,
      #"5\.7\.64 TenantAttribution; Relay Access Denied"#,
      example: "550 5.7.64 TenantAttribution; Relay Access Denied",
      means: "Connector did not match IP/certificate."),
    FailureEntry(
      "gmail-534-app", "Gmail submission", .configuration, .appPasswordRequired,
      #"534[- ]5\.7\.(9|90) (Application-specific password required|Please log in)"#,
      example: "534-5.7.9 Application-specific password required.",
      means: "2-step account without app password.",
      do: "Create an app password. (The current page prints the code as 5.7.90.)"),
    FailureEntry(
      "gmail-534-web", "Gmail submission", .configuration, .appPasswordRequired,
      #"534[- ]5\.7\.14"#,
      example: "534-5.7.14 Please log in through your web browser and then try again.",
      means: "Login challenge for a new server.",
      do: "Sign in by browser, confirm, app password."),
    FailureEntry(
      "gmail-535", "Gmail submission", .configuration, .authenticationFailed,
      #"535[- ]5\.7\.(8|80) Username and Password not accepted"#,
      example: "535-5.7.8 Username and Password not accepted.",
      means: "Wrong or normal password.",
      do: "App password. (Page prints 5.7.80.)",
      needsHost: true),
    FailureEntry(
      "gmail-454", "Gmail submission", .temporary, .rateLimited,
      #"454 4\.7\.0 (Too many login attempts|Cannot authenticate)"#,
      example: "454 4.7.0 Too many login attempts, please try again later.",
      do: "Reuse connections (pool, persist)."),
    FailureEntry(
      "gmail-545", "Gmail submission", .temporary, .rateLimited,
      #"550[- ]5\.4\.5 Daily (user|SMTP)"#,
      example: "550-5.4.5 Daily user sending limit exceeded.",
      means: "500/2000 per day reached.",
      needsHost: true),
    FailureEntry(
      "gmail-relay-denied", "Google SMTP relay", .configuration, .relayDenied,
      #"550[- ]5\.7\.0 (Email|Mail) relay denied"#,
      example: "550-5.7.0 Email relay denied [192.0.2.1].",
      means: "Source address or domain not registered in relay settings.",
      do: "Register IP, or AUTH, or EHLO with own domain."),
    FailureEntry(
      "gmail-relay-invalid", "Google SMTP relay", .configuration, .authenticationRequired,
      #"550[- ]5\.7\.1 Invalid credentials for relay"#,
      example: "550-5.7.1 Invalid credentials for relay [192.0.2.1].",
      means: "Domain of sender is not registered or envelope sender empty.",
      do: "AUTH or own domain in EHLO (smtp_domain)."),
    FailureEntry(
      "gmail-relay-ehlo", "Google SMTP relay", .temporary, .badHello,
      #"421[- ]4\.7\.0 Try again later, closing connection\. \(EHLO\)"#,
      example: "421-4.7.0 Try again later, closing connection. (EHLO)",
      means: "EHLO localhost or dotless.",
      do: "Set smtp_domain to the own domain."),
    FailureEntry(
      "gmail-421-peak", "Google SMTP relay", .temporary, .rateLimited,
      #"450[- ]4\.2\.1 Peak SMTP relay limit"#,
      example: "450-4.2.1 Peak SMTP relay limit exceeded for this customer."),
    FailureEntry(
      "yahoo-535", "Yahoo submission", .configuration, .authenticationFailed,
      #"535 5\.7\.0 \(#AUTH|#MBR1212|Account access blocked|#AUTH005"#,
      example: "535 5.7.0 (#AUTH005) Too many bad auth attempts.",
      .experience),
    FailureEntry(
      "icloud-535", "iCloud submission", .configuration, .authenticationFailed,
      #"535 5\.7\.[08] Error: authentication failed"#,
      example: "535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6",
      means: "App-specific password missing; trailing base64 is only the prompt.",
      .experience,
      needsHost: true),
    FailureEntry(
      "yandex-535", "Yandex submission", .configuration, .authenticationFailed,
      #"""
      535 5\.7\.8 Error: authentication failed: (Invalid user or password|This user does not have \#
      access rights)
      """#,
      example: "535 5.7.8 Error: authentication failed: This user does not have access rights ...",
      .experience,
      needsHost: true),
    FailureEntry(
      "yandex-554-spam", "Yandex submission", .permanent, .contentRejected,
      #"554 5\.7\.1 .*Message rejected under suspicion of SPAM"#,
      example: "554 5.7.1 [2] Message rejected under suspicion of SPAM",
      means: "Content classifier at submission.",
      .experience),
    FailureEntry(
      "mailru-550", "Mail.ru submission", .configuration, .senderNotAuthorised,
      "550 not local sender over smtp",
      example: "550 not local sender over smtp",
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
