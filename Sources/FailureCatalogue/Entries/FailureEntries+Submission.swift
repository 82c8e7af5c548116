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
      means: """
        The password of the account was used instead of the authorization code, or SMTP is switched \
        off for the mailbox.
        """,
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
      means: "SMTP and IMAP are not switched on for the mailbox.",
      .experience,
      needsHost: true),
    FailureEntry(
      "qq-535", "QQ", .configuration, .appPasswordRequired,
      #"535 Login Fail\. Please enter your authorization code"#,
      example: "535 Login Fail. Please enter your authorization code to login.",
      means: "QQ wants the authorization code instead of the password.",
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
      means: "The SMTP password is wrong, or the sender address was not created in the console.",
      do: "Set the SMTP password of that sender address anew.",
      needsHost: true),
    FailureEntry(
      "aliyun-440", "Aliyun", .configuration, .senderNotAuthorised,
      "440 mail from account doesn'?t conform with authentication",
      example: "440 mail from account doesn't conform with authentication ...",
      means: "The sender is not the address that logs in."),
    FailureEntry(
      "sendgrid-identity", "SendGrid", .configuration, .identityNotVerified,
      "The from address does not match a verified Sender Identity",
      example: """
        550 The from address does not match a verified Sender Identity. Mail cannot be sent until this \
        error is resolved.
        """,
      means: "From is neither a verified sender nor of an authenticated domain.",
      do: "Set gitlab_email_from to the verified sender, or authenticate the domain.",
      .reported),
    FailureEntry(
      "sendgrid-key", "SendGrid", .configuration, .authenticationFailed,
      """
      535 Authentication failed: (Bad username / password|The provided authorization grant is invalid)
      """,
      example: "535 Authentication failed: Bad username / password",
      means: "The user name has to be the word apikey, and the password the key; or the key was revoked.",
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
      means: "From is not verified in this region; in the sandbox the recipient has to be verified too.",
      do: "Verify the domain or address in that region of SES, and leave the sandbox."),
    FailureEntry(
      "ses-535", "Amazon SES", .configuration, .authenticationFailed,
      "535 Authentication Credentials Invalid",
      example: "535 Authentication Credentials Invalid",
      means: "The SMTP password is not the secret key of IAM but is made from it, for one region.",
      do: "Create SMTP credentials in the SES console of the region whose server you use.",
      .experience,
      needsHost: true),
    FailureEntry(
      "ses-throttle", "Amazon SES", .temporary, .rateLimited,
      "454 Throttling failure: (Maximum sending rate exceeded|Daily message quota exceeded)",
      example: "454 Throttling failure: Daily message quota exceeded",
      means: "More was sent than the account may: in the sandbox 200 messages a day and one a second.",
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
      means: "The login does not own the address in From.",
      .experience,
      needsHost: true),
    FailureEntry(
      "ms-sendas", "Microsoft 365", .configuration, .senderNotAuthorised,
      #"SendAsDenied|5\.7\.60 SMTP; Client does not have permissions to send as this sender"#,
      example: "554 5.2.252 SendAsDenied; login@example.com not ...",
      do: "Send as the account that logs in, or grant it \"Send as\" for the other mailbox."),
    FailureEntry(
      "ms-basic-disabled", "Microsoft 365 / Outlook.com", .configuration, .basicAuthDisabled,
      #"5\.7\.139 Authentication unsuccessful"#,
      example: "535 5.7.139 Authentication unsuccessful, SmtpCli ...",
      means: """
        SMTP AUTH is switched off for the organisation or the mailbox, or this is a personal \
        account, which takes no passwords any more.
        """,
      do: """
        Switch "Authenticated SMTP" on for the mailbox, or use OAuth 2.0, High Volume Email, or a \
        connector.
        """,
      .experience),
    FailureEntry(
      "ms-basic-retired", "Microsoft 365", .configuration, .basicAuthDisabled,
      #"550 5\.7\.30 Basic authentication is not supported"#,
      example: "550 5.7.30 Basic authentication is not supported for Client Submission."),
    FailureEntry(
      "ms-anon", "Microsoft 365", .configuration, .authenticationRequired,
      #"5\.7\.57 .*(not authenticated to send|Client (was )?not authenticated)"#,
      example: "530 5.7.57 SMTP; Client was not authenticated to send ...",
      means: "Nobody logged in on smtp.office365.com.",
      do: "Set user and password, or use a connector with the organisation's own MX name."),
    FailureEntry(
      "ms-relay-nonaccepted", "Microsoft 365", .configuration, .relayDenied,
      #"5\.7\.54 SMTP; Unable to relay recipient in non-accepted domain"#,
      example: "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain",
      means: "Mail to other organisations needs a login or a connector; Direct Send reaches only your own.",
      .experience),
    FailureEntry(
      "ms-tenant-attr", "Microsoft 365", .configuration, .relayDenied,
      #"5\.7\.64 TenantAttribution; Relay Access Denied"#,
      example: "550 5.7.64 TenantAttribution; Relay Access Denied",
      means: "No connector fits the address or certificate of this server."),
    FailureEntry(
      "gmail-534-app", "Gmail submission", .configuration, .appPasswordRequired,
      #"534[- ]5\.7\.(9|90) (Application-specific password required|Please log in)"#,
      example: "534-5.7.9 Application-specific password required.",
      means: "The account has two-step verification, and no app password was used.",
      do: """
        Create an app password at myaccount.google.com/apppasswords. Google's page has the code as \
        5.7.90.
        """),
    FailureEntry(
      "gmail-534-web", "Gmail submission", .configuration, .appPasswordRequired,
      #"534[- ]5\.7\.14"#,
      example: "534-5.7.14 Please log in through your web browser and then try again.",
      means: "Google wants the owner to confirm a login from a new place.",
      do: "Log in with a browser, confirm that it was you, then use an app password."),
    FailureEntry(
      "gmail-535", "Gmail submission", .configuration, .authenticationFailed,
      #"535[- ]5\.7\.(8|80) Username and Password not accepted"#,
      example: "535-5.7.8 Username and Password not accepted.",
      means: "The password is wrong, or it is that of the account, which SMTP does not take.",
      do: """
        Create an app password at myaccount.google.com/apppasswords. Google's page has the code as \
        5.7.80.
        """,
      needsHost: true),
    FailureEntry(
      "gmail-454", "Gmail submission", .temporary, .rateLimited,
      #"454 4\.7\.0 (Too many login attempts|Cannot authenticate)"#,
      example: "454 4.7.0 Too many login attempts, please try again later.",
      do: "Send many messages over one connection instead of logging in for each."),
    FailureEntry(
      "gmail-545", "Gmail submission", .temporary, .rateLimited,
      #"550[- ]5\.4\.5 Daily (user|SMTP)"#,
      example: "550-5.4.5 Daily user sending limit exceeded.",
      means: "The account has sent its 500 messages of the day (2000 in Workspace).",
      needsHost: true),
    FailureEntry(
      "gmail-relay-denied", "Google SMTP relay", .configuration, .relayDenied,
      #"550[- ]5\.7\.0 (Email|Mail) relay denied"#,
      example: "550-5.7.0 Email relay denied [192.0.2.1].",
      means: "Neither the address nor the domain is registered in the settings of the SMTP relay.",
      do: "Register the address of the server in the admin console, or log in."),
    FailureEntry(
      "gmail-relay-invalid", "Google SMTP relay", .configuration, .authenticationRequired,
      #"550[- ]5\.7\.1 Invalid credentials for relay"#,
      example: "550-5.7.1 Invalid credentials for relay [192.0.2.1].",
      means: "The sender's domain is not registered, or the envelope sender is empty.",
      do: "Log in, or announce your own domain in EHLO (smtp_domain)."),
    FailureEntry(
      "gmail-relay-ehlo", "Google SMTP relay", .temporary, .badHello,
      #"421[- ]4\.7\.0 Try again later, closing connection\. \(EHLO\)"#,
      example: "421-4.7.0 Try again later, closing connection. (EHLO)",
      means: "EHLO named localhost or a name without a dot.",
      do: "Announce your own domain in EHLO (smtp_domain)."),
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
      means: "iCloud wants an app-specific password; the base64 at the end is only the prompt.",
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
      means: "The filter for mail of its own users took the message for spam.",
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
      means: "The sender is neither the login nor one of its aliases.",
      .experience,
      needsHost: true),
    FailureEntry(
      "fastmail-551", "Fastmail submission", .configuration, .senderNotAuthorised,
      #"551 5\.7\.1 Not authori[sz]ed to send from this header address"#,
      example: "551 5.7.1 Not authorised to send from this header address",
      means: "From is not one of the account's identities.",
      .experience),
    FailureEntry(
      "oci-471", "OCI", .configuration, .senderNotAuthorised,
      "471 Authori[sz]ation failed",
      example: "471 Authorization failed: Envelope From address a@b.c not authorized",
      means: "The sender is not an approved sender of that region.",
      do: "Create the approved sender in the console of the region.",
      .experience,
      needsHost: true)
  ]
}
