extension FailureEntries {
  /// Texts of mail servers: sendmail, Postfix, Exim, Mailman.
  static let servers: [FailureEntry] = [
    FailureEntry(
      "sm-unqualified", "sendmail", .configuration, .hostNameUnqualified,
      #"My unqualified host name \(([^)]+)\) unknown; sleeping for retry"#,
      example: "sm-msp-queue[21553]: My unqualified host name (ubuntu) unknown; sleeping for retry",
      means: """
        The host name has no dot, and the hosts file does not give a full one: sendmail waits a minute \
        and asks again, about two minutes each time a process starts, up to twenty for one page.
        """,
      do: """
        /etc/hosts: 127.0.0.1 NAME.DOMAIN NAME localhost, the full name first on the same line; a real \
        public name is best, since .localdomain ends up in Message-ID and sender.
        """,
      .reported),
    FailureEntry(
      "sm-shortname", "sendmail", .configuration, .hostNameUnqualified,
      #"unable to qualify my own domain name \(([^)]+)\) -- using short name"#,
      example: "sendmail[21561]: unable to qualify my own domain name (ubuntu) -- using short name",
      means: "sendmail goes on with the short host name: it will stand in Message-ID, EHLO and the sender.",
      do: "/etc/hosts: the full name first on the line; define confDOMAIN_NAME if needed.",
      .reported),
    FailureEntry(
      "sm-whoami", "sendmail", .configuration, .hostNameUnqualified,
      #"local host name \(([^)]+)\) is not qualified; see cf/README: WHO AM I"#,
      example: "WARNING: local host name (ubuntu) is not qualified; see cf/README: WHO AM I?",
      means: """
        The host name has no dot and the hosts file does not give a full one; seen while the package \
        was set up.
        """,
      do: "/etc/hosts: the full name first on the line.",
      .reported),
    FailureEntry(
      "sm-starttls-unused", "sendmail package", .configuration, .applicationMisconfigured,
      #"is \*?NOT\*? being used"#,
      example: """
        Everything you need to support STARTTLS ... is installed and configured but is *NOT* being used.
        """,
      means: "starttls.m4 is not included in sendmail.mc.",
      do: """
        Add include(`/etc/mail/tls/starttls.m4')dnl to sendmail.mc and submit.mc, run sendmailconfig, \
        restart sendmail.
        """,
      .reported),
    FailureEntry(
      "sm-sasl", "sendmail package", .configuration, .applicationMisconfigured,
      "sasl2-bin not installed, not configuring sendmail support",
      example: "sasl2-bin not installed, not configuring sendmail support.",
      means: "sendmail can neither offer a login nor log in on a relay.",
      do: "Install sasl2-bin and run update_auth.",
      .reported),
    FailureEntry(
      "sm-verify-fail", "sendmail log", .information, .remark,
      "STARTTLS=client, .*verify=(FAIL|NOT|NO)",
      example: """
        STARTTLS=client, relay=mx.xxx.com.cn., version=TLSv1/SSLv3, verify=FAIL, \
        cipher=ECDHE-RSA-AES256-SHA, bits=256/256
        """,
      means: """
        Encrypted but the peer certificate was not verified; version label TLSv1/SSLv3 of old builds \
        means TLS 1.0.
        """,
      do: "Receiver side: fix certificate, enable TLS 1.2+. Sender: CA bundle in confCACERT.",
      .reported),
    FailureEntry(
      "sm-sent", "sendmail log", .information, .accepted,
      #"stat=Sent \(([^)]*)\)"#,
      example: """
        dsn=2.0.0, stat=Sent (<201709290859.v8T8xJkc021561@ubuntu> [InternalId=1588969] Queued mail for \
        delivery)
        """,
      means: """
        Accepted by the next hop; [InternalId=...] marks Exchange. Delay fields tell where time was \
        lost.
        """,
      do: "Use delay/xdelay and relay to find the slow hop.",
      .reported),
    FailureEntry(
      "sm-deferred", "sendmail log", .temporary, .temporary,
      "stat=Deferred: (.*)",
      example: "stat=Deferred: Connection timed out with mx.example.com.",
      means: "sendmail will try again; what stands behind \"Deferred:\" tells why.",
      do: """
        Read the text behind it. If it is about the connection: is port 25 open on the way out, and \
        does the DNS answer?
        """,
      .experience),
    FailureEntry(
      "sm-local-config", "sendmail log", .configuration, .mailLoop,
      "config error: mail loops back to me",
      example: "554 5.3.5 Local configuration error / config error: mail loops back to me (MX problem?)",
      means: """
        The MX record of the domain leads to this host, and sendmail does not know the domain as its \
        own (class w).
        """,
      .experience),
    FailureEntry(
      "pf-helo-notfound", "Postfix (receiver)", .configuration, .badHello,
      "Helo command rejected: Host not found",
      example: "450 4.7.1 <localhost.localdomain>: Helo command rejected: Host not found",
      means: """
        The name in EHLO has no address in the DNS, and the server wants one \
        (reject_unknown_helo_hostname).
        """,
      do: """
        Set the EHLO name to a full name that resolves: $wgSMTP localhost, smtp_domain of GitLab, \
        localdomain of the smtp plugin, myhostname of Postfix.
        """,
      .reported),
    FailureEntry(
      "pf-helo-fqdn", "Postfix (receiver)", .configuration, .badHello,
      "Helo command rejected: need fully-qualified hostname",
      example: "504 5.5.2 <ubuntu>: Helo command rejected: need fully-qualified hostname",
      do: """
        Set the EHLO name to a full name: $wgSMTP localhost, smtp_domain of GitLab, localdomain of the \
        smtp plugin, myhostname of Postfix.
        """),
    FailureEntry(
      "pf-helo-invalid", "Postfix (receiver)", .configuration, .badHello,
      "Helo command rejected: Invalid name",
      example: "501 5.5.2 <[172.18.111.192]>: Helo command rejected: Invalid name",
      do: """
        Set the EHLO name to a full name: $wgSMTP localhost, smtp_domain of GitLab, localdomain of the \
        smtp plugin, myhostname of Postfix.
        """),
    FailureEntry(
      "pf-client-rdns", "Postfix (receiver)", .temporary, .noReverseDNS,
      "Client host rejected: cannot find your (reverse )?hostname",
      example: "450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.1]",
      means: "The sending address has no PTR record, or the name does not lead back to it.",
      do: "Let the owner of the address publish a PTR record, and an A or AAAA record for that name."),
    FailureEntry(
      "pf-relay", "Postfix (receiver)", .permanent, .relayDenied,
      "Relay access denied",
      example: "554 5.7.1 <a@b.c>: Relay access denied",
      means: "The recipient is not of this server, and the client did not log in or is not in its network.",
      do: "Log in, or use the relay of your network."),
    FailureEntry(
      "pf-sender-notowned", "Postfix / Yandex / mailcow", .configuration, .senderNotAuthorised,
      "Sender address rejected: not owned by (auth )?user",
      example: "553 5.7.1 <gitlab@example.com>: Sender address rejected: not owned by user me@example.com",
      means: "The login may not use this sender.",
      do: "Send as the login, or let the operator add the address to it."),
    FailureEntry(
      "pf-sender-notloggedin", "Postfix", .configuration, .senderNotAuthorised,
      "Sender address rejected: not logged in",
      example: "553 5.7.1 <x@example.com>: Sender address rejected: not logged in",
      means: "The sender is a user of that server, and the client did not log in."),
    FailureEntry(
      "pf-sender-domain", "Postfix (receiver)", .configuration, .senderDomainUnknown,
      "Sender address rejected: Domain not found",
      example: "450 4.1.8 <www-data@ubuntu.localdomain>: Sender address rejected: Domain not found",
      means: "The domain of the envelope sender has no MX and no address record: mostly a local host name.",
      do: "Set a real envelope sender (sendmail -f, mailfrom, or the setting of the application)."),
    FailureEntry(
      "pf-sender-fqdn", "Postfix (receiver)", .configuration, .senderDomainUnknown,
      "Sender address rejected: need fully-qualified address",
      example: "504 5.5.2 <www-data@ubuntu>: Sender address rejected: need fully-qualified address",
      means: "The domain of the envelope sender has no dot: a local host name."),
    FailureEntry(
      "pf-must-starttls", "Postfix and others", .configuration, .startTLSRequired,
      "Must issue a STARTTLS command first",
      example: "530 5.7.0 Must issue a STARTTLS command first"),
    FailureEntry(
      "pf-plaintext-auth", "Postfix log", .configuration, .mechanismNotOffered,
      "SASL authentication failure: No worthy mechs|no mechanism available",
      example: "warning: SASL authentication failure: No worthy mechs found",
      means: """
        Postfix found no way to log in: the SASL modules are missing, or PLAIN is forbidden without \
        TLS.
        """,
      do: """
        Install libsasl2-modules; set smtp_tls_security_level = encrypt and \
        smtp_sasl_security_options = noanonymous.
        """,
      .experience),
    FailureEntry(
      "pf-tls-required", "Postfix log", .temporary, .tlsNotAvailable,
      "TLS is required, but was not offered",
      example: "TLS is required, but was not offered by host",
      means: "Postfix must use TLS here (smtp_tls_security_level = encrypt), and the server offers none.",
      do: "Use the port that offers it: 587, or 465 with smtp_tls_wrappermode = yes.",
      .experience),
    FailureEntry(
      "pf-wrapper", "Postfix log", .configuration, .implicitTLSExpected,
      #"""
      SMTPS wrappermode \(TCP port 465\) requires setting|wrappermode \(port smtps/465\) is \#
      unimplemented
      """#,
      example: #"""
        CLIENT wrappermode (port smtps/465) is unimplemented / SMTPS wrappermode (TCP port 465) \#
        requires setting "smtp_tls_wrappermode = yes"
        """#,
      means: "The relayhost is on port 465, which speaks TLS at once.",
      do: "Set smtp_tls_wrappermode = yes and smtp_tls_security_level = encrypt.",
      .experience),
    FailureEntry(
      "pf-lost-greeting", "Postfix log", .temporary, .implicitTLSExpected,
      "lost connection with .* while receiving the initial server greeting",
      example: "lost connection with x while receiving the initial server greeting",
      means: """
        The server hung up before it greeted: port 465 without TLS at once, or a server that does \
        not want this address.
        """,
      .experience),
    FailureEntry(
      "pf-timeout25", "Postfix log", .temporary, .connectionTimedOut,
      #"connect to [^\n]{0,150}\]:25: Connection timed out"#,
      example: "connect to gmail-smtp-in.l.google.com[142.250.1.26]:25: Connection timed out",
      means: """
        Port 25 of that server did not answer. If all servers are like that, your network blocks \
        port 25 on the way out.
        """,
      do: """
        Try another: nc -vz gmail-smtp-in.l.google.com 25. If that hangs too, send through a relay \
        on 587 or 465, or ask the hosting company to open the port.
        """,
      .reported),
    FailureEntry(
      "pf-v6", "Postfix log", .temporary, .connectionFailed,
      #"connect to .*\[[0-9a-f:]+\]:25: Network is unreachable"#,
      example: "connect to aspmx.l.google.com[2a00:1450::1a]:25: Network is unreachable",
      do: "Mend IPv6 on this machine, or set inet_protocols = ipv4.",
      .experience),
    FailureEntry(
      "exim-relay", "Exim", .permanent, .relayDenied,
      "relay not permitted",
      example: "550 relay not permitted"),
    FailureEntry(
      "exim-unrouteable", "Exim", .permanent, .destinationUnknown,
      "Unrouteable address",
      example: "550 Unrouteable address",
      means: "The domain or mailbox is not known, or Exim has no smarthost."),
    FailureEntry(
      "exim-sender-verify", "Exim", .permanent, .senderDomainUnknown,
      "Sender verify failed",
      example: "550-Verification failed for <www-data@host> 550 Sender verify failed",
      means: "The server tried the envelope sender, by DNS or by a call, and it does not take mail.",
      do: "Use an envelope sender that takes mail."),
    FailureEntry(
      "exim-rate", "Exim/cPanel", .temporary, .rateLimited,
      "has exceeded the max (emails|defers and failures) per hour",
      example: "Domain x has exceeded the max emails per hour (150/100 (150%)) allowed. Message discarded.",
      .experience),
    FailureEntry(
      "exim-no-sender", "Exim/cPanel", .permanent, .userUnknown,
      "No such (person|user) (at|here)",
      example: "550 No Such User Here",
      means: "Recipient unknown, or domain marked local on a host that is not the MX.",
      .experience),
    FailureEntry(
      "mailman-bounce", "Mailman 2/3", .information, .remark,
      #"""
      Uncaught bounce notification|has been disabled due to excessive bounces|Mailman[^\n]{0,60}probe \#
      message
      """#,
      example: "Uncaught bounce notification",
      means: "The list manager could not read a bounce, or is about to switch a member off.",
      do: "Switch VERP on; look at the setting for DMARC (From munging).",
      .experience)
  ]
}
