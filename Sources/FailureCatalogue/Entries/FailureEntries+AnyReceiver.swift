extension FailureEntries {
  /// Texts that many servers write.
  static let anyReceiver: [FailureEntry] = [
    FailureEntry(
      "generic-454-auth", "any submission server", .temporary, .temporary,
      "454 (4\\.7\\.0 )?Temporary authentication failure",
      example: "454 4.7.0 Temporary authentication failure: Connection lost to authentication server",
      means: "The server cannot ask who keeps the passwords; the password was not judged.",
      do: "Try again later; on a server of your own, look whether dovecot or saslauthd runs.",
      .experience),
    FailureEntry(
      "generic-sending-quota", "any submission server", .temporary, .rateLimited,
      "(daily|hourly|monthly)[^\\n]{0,30}sending (quota|limit)|sending quota exceeded",
      example: "550 5.4.5 Daily user sending quota exceeded",
      means: "The account has sent as much as it may for now.",
      do: "Wait until the limit is over, send less at once, or have it raised.",
      .experience),
    FailureEntry(
      "generic-530", "any submission server", .configuration, .authenticationRequired,
      #"530 (5\.7\.[01] )?(SMTP )?(Authentication required|authentication is required)"#,
      example: "530 5.7.1 Authentication required"),
    FailureEntry(
      "generic-538", "any submission server", .configuration, .authBeforeTLS,
      #"\b538 (5\.7\.11 )?|5\.7\.11 Encryption required for requested authentication"#,
      example: "538 5.7.11 Encryption required for requested authentication mechanism"),
    FailureEntry(
      "generic-503-auth", "any submission server", .configuration, .authBeforeTLS,
      #"503 (5\.5\.1 )?(Error: )?(AUTH first|need (EHLO and )?AUTH|authentication not enabled)"#,
      example: "503 5.5.1 Error: authentication not enabled",
      means: "The server offers the login only after STARTTLS or on another port.",
      .experience),
    FailureEntry(
      "generic-504-mech", "any submission server", .configuration, .mechanismNotOffered,
      "504 .*(Unrecognized authentication type|unrecogni[sz]ed auth)",
      example: "504 5.7.4 Unrecognized authentication type",
      means: "The server does not know the way of logging in that the client uses."),
    FailureEntry(
      "generic-535", "any submission server", .configuration, .authenticationFailed,
      #"\b535[ -](5\.7\.8 )?"#,
      example: "535 5.7.8 Authentication credentials invalid",
      do: """
        Try the full address as user name; make an app password or API key where there is two-step \
        login; check that the server is that of your region.
        """),
    FailureEntry(
      "generic-421-toomany", "any server", .temporary, .rateLimited,
      "421 .*[Tt]oo many (concurrent )?(SMTP )?(connections|sessions)",
      example: "421 4.7.0 Too many connections",
      .experience),
    FailureEntry(
      "greylist", "any receiver", .temporary, .greylisted,
      "gr[ae]ylist",
      example: "450 4.2.0 <a@b.c>: Recipient address rejected: Greylisted",
      do: """
        An application that sends directly has no queue and loses the mail: let it hand over to a local \
        MTA.
        """,
      .experience),
    FailureEntry(
      "try-later", "any receiver", .temporary, .temporary,
      "4[25][01] .*([Tt]ry (again )?later|temporar)",
      example: "451 4.7.1 Please try again later",
      do: """
        An application that sends directly has no queue and loses the mail: let it hand over to a local \
        MTA.
        """,
      .experience),
    FailureEntry(
      "helo-localhost", "any receiver", .configuration, .badHello,
      #"""
      \b(HELO|EHLO)[ )][^\n]{0,60}(localhost|invalid|\bbad\b|reject|refused|not (accepted|allowed))
      """#,
      example: "550 5.7.1 HELO localhost rejected",
      .experience),
    FailureEntry(
      "spf-fail", "any receiver", .permanent, .spfFail,
      #"""
      \bSPF\b[^\n]{0,40}(fail|not (permitted|allowed|authori[sz]ed)|violation|check not)|not \#
      authori[sz]ed by[^\n]{0,40}SPF|Sender Policy Framework
      """#,
      example: "550 5.7.23 SPF fail - not authorized",
      .experience),
    FailureEntry(
      "dmarc-fail", "any receiver", .permanent, .dmarcReject,
      #"DMARC[^\n]{0,60}(fail|reject|violation)|DMARC policy"#,
      example: "550 5.7.1 DMARC policy reject",
      .experience),
    FailureEntry(
      "dkim-fail", "any receiver", .permanent, .dkimFail,
      #"\bDKIM\b[^\n]{0,40}(fail|invalid|missing|not sign)"#,
      example: "550 5.7.20 DKIM signature missing",
      .experience),
    FailureEntry(
      "unknown-user", "any receiver", .permanent, .userUnknown,
      #"""
      \b(user|recipient|mailbox|address|account|alias)\b[^\n]{0,25}(unknown(?!\[)(?! domain)|not found|does not \#
      exist|unavailable|not exist|not known)|not listed in|not our customer|\bno such (user|mailbox|\#
      recipient|person|address|account)|\b(unknown|invalid|bad|illegal|nonexist[ae]nt) (local )?(user|\#
      recipient|mailbox|alias|address)\b
      """#,
      example: "550 5.1.1 User unknown",
      .experience),
    FailureEntry(
      "mailbox-full", "any receiver", .temporary, .mailboxFull,
      #"""
      (mailbox|quota|inbox|disk|mail folder|storage)[^\n]{0,25}(\bfull\b|exceeded|over ?quota|would \#
      exceed)|over ?quota|quota exceeded|exceed(ed|s|ing)?[^\n]{0,40}quota|is full\b|mailbox exceeds
      """#,
      example: "552 5.2.2 Mailbox full",
      .experience),
    FailureEntry(
      "too-big", "any receiver", .permanent, .messageTooBig,
      #"\bmessage[^\n]{0,25}(too (big|large)|exceeds)|\bsize[^\n]{0,25}(exceeds|too (big|large))"#,
      example: "552 5.3.4 Message too big",
      .experience),
    FailureEntry(
      "bare-lf", "any receiver", .permanent, .bareLineFeed,
      "bare <?(line ?feed|LF|newline)",
      example: "521 5.5.2 Error: bare <LF> received",
      means: "Lines end in LF alone, which lets others smuggle messages in.",
      .experience),
    FailureEntry(
      "line-length", "any receiver", .permanent, .headerNotCompliant,
      "line (is )?too long|lines? longer than 998",
      example: "500 Line too long",
      .experience)
  ]
}
