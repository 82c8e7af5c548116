extension FailureEntries {
  /// Phrases that many servers use, in many wordings.
  static let phrases1: [FailureEntry] = [
    FailureEntry(
      "say-app-password", "submission servers", .configuration, .appPasswordRequired,
      """
      app(lication)?[- ]?specific password|app(lication)? password|authori[sz]ation code|\
      InvalidSecondFactor|please log ?in (through|via|with) your web browser|use (an )?oauth|two[- \
      ]factor|2-step
      """,
      example: "535 Authentication failed, please use an application password",
      means: "The account wants a password of its own for each application.",
      inFailures: true),
    FailureEntry(
      "say-basic-disabled", "submission servers", .configuration, .basicAuthDisabled,
      #"""
      basic auth(entication)? (is )?(disabled|not supported|retired|blocked)|SmtpClientAuthentication \#
      is disabled|SMTP AUTH is disabled|user credentials were incorrect\. basic
      """#,
      example: "535 5.7.139 Authentication unsuccessful, basic authentication is disabled.",
      means: "Passwords are switched off for this account or everywhere; OAuth 2.0 is asked for.",
      inFailures: true),
    FailureEntry(
      "say-auth-before-tls", "submission servers", .configuration, .authBeforeTLS,
      #"""
      AUTH (command )?used when not advertised|authentication (is )?not (enabled|available|\#
      advertised)|AUTH not (available|advertised|supported|enabled)|plaintext authentication (is \#
      )?(disallowed|disabled)|encryption required for (requested )?auth|SSL/TLS required for \#
      authentication|AUTH mechanism[^\n]{0,40}encrypted|SMTP AUTH extension not supported|without \#
      (TLS|SSL|encryption)[^\n]{0,30}(auth|login|password)
      """#,
      example: "503 AUTH command used when not advertised",
      means: "AUTH was sent where the server does not offer it: mostly before TLS, or on port 25.",
      inFailures: true),
    FailureEntry(
      "say-starttls", "submission servers", .configuration, .startTLSRequired,
      """
      (must|need to|please) (first )?(issue|use|start|send)( a)? (STARTTLS|TLS|SSL)|STARTTLS (is \
      )?(required|first|command first)|requires? (TLS|SSL|encryption|STARTTLS|a secure)|(TLS|SSL|\
      encryption|encrypted connection|secure connection)( is)? (required|needed|mandatory)|session \
      encryption is required
      """,
      example: "530 5.7.0 STARTTLS is required to send mail",
      means: "The server goes on only after STARTTLS.",
      inFailures: true),
    FailureEntry(
      "say-auth-required", "submission servers", .configuration, .authenticationRequired,
      #"""
      auth(entication|orization)? (is )?required|SMTP AUTH is required|authentification requise|please (log \#
      ?in|authenticate)|\#
      you must (first )?(log ?in|authenticate)|must authenticate|not (logged in|authenticated)\b|no \#
      authentication|authenticate (first|before)|relay[^\n]{0,30}authenti
      """#,
      example: "550 SMTP AUTH is required for message submission on port 587",
      means: "The server wants a login before it takes mail.",
      inFailures: true),
    FailureEntry(
      "say-mechanism", "submission servers", .configuration, .mechanismNotOffered,
      #"""
      (no|unsupported|unrecogni[sz]ed|unknown(?!\[)|invalid)( [a-z]+)? (auth(entication)? \#
      )?(mechanism|type|method)s?\b|mechanism[^\n]{0,40}(not (supported|available|recogni[sz]ed|\#
      offered)|unavailable|too weak)|No suitable authentication method|no worthy mechs
      """#,
      example: "504 5.5.4 Unrecognized authentication type",
      means: "The server does not know the way of logging in that the client uses.",
      inFailures: true),
    FailureEntry(
      "say-login", "mail servers", .configuration, .authenticationFailed,
      #"""
      SASL[^\n]{0,30}authentication failed|authenticator failed|\bauth(entication)? fail(ed|ure)|\#
      \bauth failed|authentication (unsuccessful|rejected|error|credentials invalid)|login (failed|\#
      denied|incorrect|aborted|fail\b)|(username|user name|user|login|\#
      credentials)[^\n]{0,30}password[^\n]{0,20}(not accepted|incorrect|invalid|wrong)|(incorrect|\#
      invalid|bad|wrong)[^\n]{0,30}(password|credentials|authentication data|login)|password mismatch|\#
      could not authenticate|unable to authenticate|AuthenticationFailed|Authentication Required\.? \#
      Learn|could not log ?in|authentification invalide
      """#,
      example: "warning: unknown[203.0.113.42]: SASL LOGIN authentication failed: authentication failure",
      inFailures: true),
    FailureEntry(
      "say-suspended", "submission servers", .permanent, .accountSuspended,
      #"""
      \baccount\b[^\n]{0,30}(suspended|is disabled for sending|blocked from sending|has been blocked)|\#
      sending (is )?(paused|disabled|suspended)
      """#,
      example: "550 5.7.1 Account has been suspended",
      means: "The provider has stopped the account.",
      inFailures: true),
    FailureEntry(
      "say-null-sender", "mail servers", .permanent, .emptyMailFrom,
      #"""
      (null|empty|blank) (envelope[- ])?(sender|return[- ]path|reverse[- ]path|from\b|mail from)|\#
      \bMAIL FROM:? ?<>|<>: sender address rejected|(envelope )?sender (address )?(is )?(null|empty|\#
      blank|missing)|reverse-path (is )?empty|sender address is required|no sender|<> (is )?not \#
      (allowed|permitted|accepted)|invalid (sender|from)[^\n]{0,12}<>
      """#,
      example: "550 5.7.1 Empty envelope sender not allowed",
      means: """
        MAIL FROM was empty, and the server wants an address. Only bounces and replies of machines go \
        out with <> (RFC 5321 §4.5.5).
        """,
      do: "Let the application name an envelope sender: sendmail -f, Return-Path or mailfrom.",
      inFailures: true),
    FailureEntry(
      "say-sender-owner", "submission servers", .configuration, .senderNotAuthorised,
      #"""
      not (allowed|permitted|authori[sz]ed) to send (as|from|mail from|on behalf)|sender (address \#
      )?(is )?(rejected|refused|denied|not (allowed|permitted|authori[sz]ed|owned))|(not|n't) (own|\#
      owned by|allowed to use)[^\n]{0,30}(address|sender|user)|(mail from|sender|from)( \#
      address)?[^\n]{0,40}(must|should|does not|doesn't|not)[^\n]{0,10} (equal|match|be (the )?same|\#
      belong|conform)|SendAsDenied|sender mismatch|client does not have permissions to send as
      """#,
      example: "553 5.7.1 Sender is not allowed to send from this address",
      means: "The login may not use this sender.",
      inFailures: true),
    FailureEntry(
      "say-unverified", "submission services", .configuration, .identityNotVerified,
      #"""
      (sender|from|domain|address|identity|identities)[^\n]{0,60}not (been )?verified|(unverified|\#
      unconfirmed|unconfigured) (sender|sending|address|domain|identity)|verified sender|failed the \#
      check in region|not a verified
      """#,
      example: "554 Message rejected: sender identity is not verified",
      means: "The provider does not know yet that the sender is yours.",
      inFailures: true),
    FailureEntry(
      "say-ptr", "mail servers", .configuration, .noReverseDNS,
      #"""
      (reverse (dns|lookup|host ?name|mapping|record)|\bPTR\b|\brDNS\b)[^\n]{0,60}(fail|missing|not \#
      found|invalid|require|must|does ?n|resolv|match|generic|policy|bad|record|set up|incorrect|\#
      reject)|(no|missing|without|invalid|lacks?|have|bad)( an?)?( valid)? (PTR|reverse|rDNS)|cannot \#
      find your (reverse )?hostname|unresolvable relay|cannot resolve your|does not resolve|could not \#
      resolve your|host ?name[^\n]{0,30}(is not resolvable|can ?not be (resolved|found))|IP (name \#
      )?lookup failed|IP address[^\n]{0,20}(resolve|host ?name)|\#
      mismatch[^\n]{0,12} client ip|forward dns entry|unverifyable sending
      """#,
      example: "550 5.7.1 Your IP address has no PTR record",
      means: "The sending address has no name, or the name does not lead back to it.",
      inFailures: true),
    FailureEntry(
      "say-helo", "mail servers", .configuration, .badHello,
      #"""
      \b(helo|ehlo)[ )][^\n]{0,60}(reject|refus|invalid|fail|bad|incorrect|must|require|mismatch|not \#
      (accept|allow|resolv|found|match|valid)|error|unqualified|need|fully|syntax)|(invalid|bad|\#
      rejected|illegal|fake|forged|dynamic|wrong)[^\n]{0,12} (helo|ehlo)\b|need fully-? ?qualified \#
      ?hostname
      """#,
      example: "550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)",
      means: "The server does not accept the name in EHLO.",
      inFailures: true),
    FailureEntry(
      "say-listed", "mail servers", .permanent, .listedInDNSBL,
      #"""
      \b(is |are |was |been |being )?(listed|blacklisted|block-?listed|black-listed) (in|at|by|on|\#
      with)\b|\b(in|on|by|using) (an?|our|the|your)? ?(RBL|DNSBL|black ?list|block ?list|blocklist)\b|\#
      \b(rbl|dnsbl)\b[^\n]{0,30}(list|block|reject|restriction)|blacklisted|spamhaus|spamcop|found \#
      (in|on) [^\n]{0,40}(rbl|dnsbl|black|block)
      """#,
      example: "rejected RCPT <a@example.net>: 192.0.2.1 is in an RBL",
      means: "The sending address or domain stands on a block list.",
      inFailures: true),
    FailureEntry(
      "say-spf", "mail servers", .configuration, .spfFail,
      #"""
      \bSPF\b[^\n]{0,80}(fail|reject|deny|denied|not pass|violat|mismatch|invalid|error)|(fail|reject|\#
      den)[^\n]{0,40}\bSPF\b|openspf|spf\.pobox\.com|your spf settings|bad SPF record|sender (is )?not \#
      (authori[sz]ed|permitted|\#
      designated)
      """#,
      example: "550 Message rejected because SPF check failed",
      means: "The receiver's SPF check failed.",
      inFailures: true),
    FailureEntry(
      "say-dmarc", "mail servers", .configuration, .dmarcReject,
      #"""
      (reject|fail|den|violat|due to|because)[^\n]{0,60}\bDMARC\b|\bDMARC\b[^\n]{0,60}(fail|reject|\#
      den|not pass|violat|policy|quarantine)
      """#,
      example: "550 rejected by DMARC policy",
      means: "The domain in From asks receivers to refuse mail like this one.",
      inFailures: true),
    FailureEntry(
      "say-unauthenticated", "mail servers", .configuration, .spfAndDKIMMissing,
      #"""
      (sender|message|mail|email)[^\n]{0,30}(is )?(unauthenticated|not authenticated)|unauthenticated \#
      (email|mail|message)|(SPF|DKIM) (and|or|nor) (SPF|DKIM)|does not have authentication \#
      information|fails? to pass authentication
      """#,
      example: "550 5.7.26 This mail is unauthenticated",
      means: "Neither SPF nor DKIM passed.",
      inFailures: true),
    FailureEntry(
      "say-relay", "mail servers", .permanent, .relayDenied,
      #"""
      relay(ing)? (access )?(is )?(denied|not (permitted|allowed)|prohibited|disallowed|refused|\#
      forbidden|disabled)|unable to relay|(not|n't|cannot|do not|we do not) (an open )?relay\b|no \#
      relay|not permitted to relay|not an? (open )?(mail )?relay|not allowed to relay|relaying \#
      prohibited|refused to relay|not (local|authori[sz]ed)[^\n]{0,20}relay|rcpthosts|not (one of|\#
      among) my|domain isn't in my list|open relay|\#
      not a gateway|not local host|we don't handle mail for|as a relay|insecure mail relay
      """#,
      example: "550 5.7.1 Unable to relay for a@example.net",
      means: "The server does not carry mail to that domain for this client.",
      inFailures: true),
    FailureEntry(
      "say-no-recipient", "mail servers", .configuration, .noValidRecipient,
      #"""
      no valid recipients?|SMTPRecipientsRefused: \{\}|no recipients? (specified|defined|address|\#
      found|have|were|were found|given)|need RCPT|(all|no) recipients? (were |are )?(refused|rejected|\#
      invalid|accepted)|must have (at least one )?recipient|must provide at least one recipient|valid \#
      RCPT command must precede|undisclosed recipients not
      """#,
      example: "554 5.5.1 Error: no valid recipients",
      means: "DATA came although no recipient had been accepted, or none was given.",
      do: "Look at the replies to RCPT TO before it; they tell why.",
      inFailures: true),
    FailureEntry(
      "say-message-id", "mail servers", .permanent, .messageIDMissing,
      #"""
      (missing|no|without|invalid|malformed|lacks?|valid|bad|requires?|duplicate)( an?)?( valid)?( \#
      \S{1,10})? ['\"]?Message-?ID|Message-?ID['\"]?:?( header)?( field)? (is |was )?(missing|\#
      required|invalid|not (found|present)|malformed)
      """#,
      example: "550 5.7.1 Message has no Message-ID header",
      means: "The message has no Message-ID, or one that is not valid (RFC 5322 §3.6.4).",
      inFailures: true),
    FailureEntry(
      "say-bare-lf", "mail servers", .permanent, .bareLineFeed,
      #"""
      bare (line ?feed|newline|LF|<LF>|CR|carriage)|(stray|naked|lone) (LF|newline|line ?feed)|\#
      pobox\.com/~djb/docs/smtplf|without (a )?(CR|carriage return)
      """#,
      example: "451 See http://pobox.com/~djb/docs/smtplf.html",
      means: "The client ends lines with LF alone; SMTP wants CRLF (RFC 5321 §2.3.8).",
      inFailures: true),
    FailureEntry(
      "say-too-big", "mail servers", .permanent, .messageTooBig,
      #"""
      (message|mail|size|attachment|letter|e-mail|msg)[^\n]{0,40}(too (big|large)|exceed|over (the \#
      )?(max|size|limit)|larger than|limit)|(exceed|larger than|over|above)[^\n]{0,40}(size|maximum \#
      message|max message|message length)|max(imum)? (message )?(size|length)|size limit|\#
      content-?length|file too large|too large
      """#,
      example: "552 5.3.4 Message size exceeds fixed limit",
      means: "The message is larger than the server takes.",
      inFailures: true),
    FailureEntry(
      "say-moved", "mail servers", .permanent, .moved,
      """
      (has|have) (moved|changed)|no longer (works?|employed|with)|changed (his|her|their|its|my) \
      (e-?mail )?address|new (e-?mail )?address|please (use|try) <?[a-z0-9._-]+@|was (replaced|moved)|\
      user has moved|address has changed
      """,
      example: "551 User has moved; please try <b@example.com>",
      means: "The recipient has another address now.",
      inFailures: true),
    FailureEntry(
      "say-header", "mail servers", .permanent, .headerNotCompliant,
      #"""
      duplicate header|multiple addresses in (the )?From|(not|n't) (be )?(RFC ?-?\d* \#
      ?)?compl(iant|y)[^\n]{0,30}|(missing|multiple|duplicate|malformed|\#
      invalid|bad|no|without|illegal)( or [a-z]+)?( a)?( valid)? ['\"]?(From|To|Date|Subject|Sender|\#
      header)['\"]?:? ?(header|field|address in|line)|header (syntax|is malformed|error|missing)|\#
      violates? RFC|RFC ?-?5?2?8?3?22 |improper use of 8-bit|(syntax error in|malformed|\#
      invalid)[^\n]{0,20} header|8-?bit (data|characters?) in[^\n]{0,20}header|invalid header|\#
      unbalanced|message format|malformed MIME|\#
      MIME complexity|unnecessary base64|improperly-formatted binary
      """#,
      example: "550 5.7.1 Message rejected: missing From header",
      means: "A header field of the message is missing, doubled or malformed.",
      inFailures: true),
    FailureEntry(
      "say-greylist", "mail servers", .temporary, .greylisted,
      #"""
      gr[ae]y[- ]?list|(try|retry|come back|resend)[^\n]{0,20} (again )?in (\d+|five|ten|a few|some|\#
      few) (sec|min|hour|moment)|first time[^\n]{0,40}(sender|triplet)|postgrey|please (come back|try \#
      again) (later|soon)[^\n]{0,40}gr[ae]y
      """#,
      example: "451 4.7.1 Please try again in 5 minutes",
      means: "The receiver turns unknown senders away for some minutes.",
      inFailures: true)
  ]
}
