extension FailureEntries {
  /// Texts that go before general ones, and texts that name block lists.
  static let blockLists: [FailureEntry] = [
    FailureEntry(
      "say-login-unknown", "Dovecot", .configuration, .authenticationFailed,
      #"(pam|sql|ldap|passwd-file|passwd|shadow|static|imap|oauth2|lua)\([^)]{0,100}\): unknown user"#,
      example: "dovecot: auth-worker(63712): sql(contact,192.0.2.101): unknown user",
      means: "The login name does not exist on this server."),
    FailureEntry(
      "say-dnsbl-query", "mail servers", .permanent, .dnsblQueryBlocked,
      "excessive (number of )?(dns )?queries|public (dns )?resolver|dnsbl query|blocked DNS query",
      example: "blocked using bl.example.org; Error: excessive number of queries",
      means: """
        Not a listing: the block list refused the question of the receiver, and the receiver takes that \
        for a listing.
        """,
      do: "Tell the receiver; there is nothing to delist."),
    FailureEntry(
      "rb-starttls-502", "net-smtp", .configuration, .tlsNotAvailable,
      #"Net::SMTP(Fatal|Syntax)Error[^\n]{0,80}\b502[ -][^\n]{0,40}not implemented"#,
      example: "Net::SMTPFatalError: 502 5.5.1 Error: command not implemented",
      means: """
        The server does not know a command of the client. Of the commands that net-smtp sends, STARTTLS \
        is the only one that servers leave out; a refused AUTH raises another exception.
        """),
    FailureEntry(
      "early-unreachable", "operating system", .configuration, .networkUnreachable,
      "no route to host",
      example: "connect to mail.example.net[192.0.2.25]:25: No route to host",
      means: "This machine has no way to that address, or a firewall says so."),
    FailureEntry(
      "gm-rate-notice", "Gmail", .temporary, .rateLimited,
      "detected an unusual rate of",
      example: """
        421-4.7.0 Our system has detected an unusual rate of unsolicited mail originating from your IP \
        address.
        """,
      means: "Much unwanted mail comes from this address, so Gmail slows it down."),
    FailureEntry(
      "bl-spamhaus-open", "any receiver", .permanent, .dnsblQueryBlocked,
      #"127\.255\.255\.25[245]|query/open-resolver|Error: open resolver"#,
      example: """
        blocked using zen.spamhaus.org; Error: open resolver; \
        https://check.spamhaus.org/returnc/pub/192.0.2.53/
        """,
      means: """
        Not a listing: the receiver asks Spamhaus through a public resolver, gets an error code \
        (127.255.255.x), and takes it for a listing.
        """,
      do: """
        Tell the receiver to ask through a resolver of its own or with a key of Spamhaus (DQS). There \
        is nothing to delist.
        """,
      .experience),
    FailureEntry(
      "bl-spamhaus-zen", "any receiver", .permanent, .listedInDNSBL,
      #"(zen|sbl|xbl|pbl|css|sbl-xbl)\.spamhaus\.org|spamhaus\.org/(query|sbl|pbl)"#,
      example: """
        554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; \
        https://www.spamhaus.org/query/ip/192.0.2.1
        """,
      means: """
        The address is on Spamhaus: SBL or CSS (spam was seen), XBL (an infected machine), or PBL (a \
        line that should not send mail directly).
        """,
      do: """
        Look the address up at check.spamhaus.org: it names the list. Mend the cause, then ask for \
        removal there. PBL: send through your provider's server.
        """,
      .experience),
    FailureEntry(
      "bl-spamhaus-dbl", "any receiver", .permanent, .listedInDNSBL,
      #"dbl\.spamhaus\.org"#,
      example: "550 5.7.1 ... blocked using dbl.spamhaus.org",
      .experience),
    FailureEntry(
      "bl-spamcop", "any receiver", .permanent, .listedInDNSBL,
      #"bl\.spamcop\.net"#,
      example: "554 5.7.1 ... blocked using bl.spamcop.net",
      do: "The entry goes by itself about a day after the last report.",
      .experience),
    FailureEntry(
      "bl-barracuda", "any receiver", .permanent, .listedInDNSBL,
      #"b\.barracudacentral\.org"#,
      example: "554 ... blocked using b.barracudacentral.org",
      .experience),
    FailureEntry(
      "bl-sorbs", "any receiver", .permanent, .listedInDNSBL,
      #"(dnsbl|dul)\.?\S*sorbs\.net"#,
      example: "554 ... blocked using dnsbl.sorbs.net",
      means: "SORBS closed in June 2024: the receiver asks a list that is gone.",
      .experience),
    FailureEntry(
      "bl-uceprotect", "any receiver", .permanent, .listedInDNSBL,
      #"uceprotect\.net"#,
      example: "554 ... blocked using dnsbl-2.uceprotect.net",
      means: "UCEPROTECT: level 1 is your address, 2 its network, 3 the whole provider.",
      do: """
        Level 1 ends seven days after the last spam; 2 and 3 are the provider's. Pay nothing; ask \
        the receiver not to use 2 and 3.
        """,
      .experience),
    FailureEntry(
      "bl-psbl", "any receiver", .permanent, .listedInDNSBL,
      #"psbl\.surriel\.com"#,
      example: "554 ... psbl.surriel.com",
      .experience),
    FailureEntry(
      "bl-mailspike", "any receiver", .permanent, .listedInDNSBL,
      #"mailspike\.net"#,
      example: "554 ... bl.mailspike.net",
      .experience),
    FailureEntry(
      "bl-0spam", "any receiver", .permanent, .listedInDNSBL,
      #"\b0spam\b"#,
      example: "554 ... 0spam",
      .experience),
    FailureEntry(
      "bl-cloudmark", "any receiver", .permanent, .listedInDNSBL,
      #"csi\.cloudmark\.com"#,
      example: "550 ... http://csi.cloudmark.com/reset-request/?ip=192.0.2.1"),
    FailureEntry(
      "bl-abusix", "any receiver", .permanent, .listedInDNSBL,
      #"abusix\.(zone|org|com)|\babusix\b"#,
      example: "554 ... combined.mail.abusix.zone",
      .experience),
    FailureEntry(
      "bl-generic", "any receiver", .permanent, .listedInDNSBL,
      #"""
      \b(blocked|listed|rejected|refused)[^\n]{0,80} (using|in|by|at) [a-z0-9.-]*(bl|rbl|black|block|\#
      spam|psbl|abuse|list|sbl)[a-z0-9-]*\.[a-z0-9.-]*[a-z]{2,}|Client host[^\n]{0,80} blocked using \#
      [a-z0-9.-]+\.[a-z]{2,}
      """#,
      example: "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using bl.example.org",
      .experience)
  ]
}
