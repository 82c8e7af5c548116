extension FailureEntries {
  /// Texts of web applications and their mail libraries: MediaWiki, PEAR, DokuWiki, PHPMailer.
  static let applications1: [FailureEntry] = [
    FailureEntry(
      "pear-starttls-220-goahead", "PEAR Net_SMTP <1.11", .configuration, .tlsHandshakeFailed,
      #"STARTTLS failed \(code: 220, response: TLS go ahead\)"#,
      example: "authentication failure [SMTP: STARTTLS failed (code: 220, response: TLS go ahead)]",
      means: #"""
        The server agreed to start TLS, and the client then refused its certificate. Typical for a mail \#
        server on the same machine that is called "localhost": its certificate has another name. EHLO \#
        names have nothing to do with it.
        """#,
      do: """
        Put the name of the certificate into host (let it resolve to 127.0.0.1 if you like). On \
        loopback only, as a last resort: socket_options ssl verify_peer_name=false.
        """,
      .reported),
    FailureEntry(
      "php-mail-unknown", "MediaWiki", .configuration, .localMailFailed,
      #"Unknown error in PHP'?s mail\(\) function"#,
      example: "Unknown error in PHP's mail() function",
      means: """
        PHP mail() failed without telling why: the host does not accept the sender, there is no \
        sendmail program, or SELinux forbids the web server to run it.
        """,
      do: """
        In this order: make $wgPasswordSender and $wgEmergencyContact a mailbox that the host lets you \
        send from; check sendmail_path; on SELinux allow httpd_can_sendmail; only then change to \
        $wgSMTP.
        """,
      .reported),
    FailureEntry(
      "pear-starttls-220", "PEAR Net_SMTP <1.11", .configuration, .tlsHandshakeFailed,
      #"STARTTLS failed \(code: 220, response:"#,
      example: "authentication failure [SMTP: STARTTLS failed (code: 220, response: begin TLS negotiation)]",
      means: """
        The server agreed to STARTTLS (220), then PHP did not accept its certificate: an unknown CA, out of \
        date, or another name than the one in 'host', for example where that is an address or localhost.
        """,
      do: """
        Mend the certificate on the server (its chain, its last day, its names), or connect by a name that \
        it holds; name a private CA in socket_options, ssl, cafile. Switch verify_peer_name off on loopback \
        at most.
        """,
      .reported),
    FailureEntry(
      "pear-starttls-new", "PEAR Net_SMTP 1.11+", .configuration, .tlsHandshakeFailed,
      #"STARTTLS failed \{enableCrypto: false"#,
      example: """
        STARTTLS failed {enableCrypto: false; crypto_method: tls; attempts: 1; E_WARNING (2): \
        stream_socket_enable_crypto(): Peer certificate CN=`x' did not match expected CN=`y'}
        """,
      means: "The TLS handshake failed; the warning of PHP in the text (E_WARNING) names the reason.",
      do: """
        Read the certificate reason in the warning and mend that: chain, date or name. Connect by the \
        name in the certificate; name a private CA in socket_options ssl cafile.
        """),
    FailureEntry(
      "pear-connect-timeout", "PEAR Mail", .configuration, .connectionTimedOut,
      "Failed to connect socket: Connection timed out",
      example: """
        Failed to connect to ssl:// [SMTP: Failed to connect socket: Connection timed out (code: -1, \
        response: )]
        """,
      means: """
        The host and port never answered: a firewall, a provider that blocks port 25 or 465, a wrong \
        port or a wrong TLS mode. $wgSMTP IDHost cannot cause this; it only names the Message-ID.
        """,
      do: """
        Probe 25, 465, 587, 2525 from the same machine; open egress; use the port/mode pair of the \
        provider.
        """,
      .reported),
    FailureEntry(
      "pear-connect-perm", "PEAR Mail", .configuration, .permissionDenied,
      "Failed to connect socket: Permission denied",
      example: "[SMTP: Failed to connect socket: Permission denied (code: -1, response: )]",
      means: "The kernel refused the connect: SELinux on RHEL/CentOS/Fedora, not the mail server.",
      do: """
        setsebool -P httpd_can_sendmail 1, and httpd_can_network_connect 1 for servers elsewhere; the \
        audit log confirms it. To be sure, setenforce 0 for one attempt, then setenforce 1 again; do \
        not leave SELinux off.
        """,
      .reported),
    FailureEntry(
      "pear-connect-refused", "PEAR Mail", .configuration, .connectionRefused,
      "Failed to connect socket: Connection refused",
      example: """
        Failed to connect to localhost:25 [SMTP: Failed to connect socket: Connection refused (code: \
        -1, response: )]
        """,
      means: "Nothing listens on that port (no local MTA) or a firewall rejects.",
      do: "Start the MTA or use the relay port.",
      .experience),
    FailureEntry(
      "pear-empty-host", "PEAR Net_Socket", .configuration, .applicationMisconfigured,
      #"\$addr cannot be empty"#,
      example: "$addr cannot be empty",
      means: "The host is empty.",
      do: "Set host in $wgSMTP."),
    FailureEntry(
      "pear-host-scheme-only", "PEAR Mail", .configuration, .applicationMisconfigured,
      #"Failed to connect to (ssl|tls)://[ :\[]"#,
      example: "Failed to connect to ssl:// [SMTP: ...]",
      means: """
        The host value holds only the scheme; the name was lost (pages with stripped host names are \
        copied like that).
        """,
      do: "Write ssl://smtp.example.net.",
      .reported),
    FailureEntry(
      "pear-no-from", "PEAR Mail", .configuration, .headerNotCompliant,
      "No From: address has been provided",
      example: "No From: address has been provided",
      do: "Set $wgPasswordSender / $wgEmergencyContact."),
    FailureEntry(
      "pear-no-driver", "PEAR Mail", .configuration, .applicationMisconfigured,
      "Unable to find class for driver smtp",
      example: "Unable to find class for driver smtp",
      means: "PEAR Mail's smtp driver is missing.",
      do: """
        Install pear/mail and pear/net_smtp (bundled since MediaWiki 1.27 tarballs; composer for older).
        """),
    FailureEntry(
      "pear-noauth", "PEAR Net_SMTP", .configuration, .authBeforeTLS,
      "SMTP server does not support authentication",
      example: "SMTP server does not support authentication",
      means: """
        The server lists no AUTH in EHLO: wrong port (25), or AUTH only after STARTTLS that did not \
        happen.
        """,
      do: "Use 587 with STARTTLS or ssl:// 465."),
    FailureEntry(
      "pear-nomech", "PEAR Net_SMTP", .configuration, .mechanismNotOffered,
      "No supported authentication methods",
      example: "No supported authentication methods",
      means: "None of the offered mechanisms is implemented locally.",
      do: "Install Auth_SASL2, or set auth to a mechanism name."),
    FailureEntry(
      "pear-badmech", "PEAR Net_SMTP", .configuration, .applicationMisconfigured,
      "is not a supported authentication method",
      example: "NTLM is not a supported authentication method",
      means: "auth names an unknown mechanism.",
      do: "Use true, LOGIN or PLAIN."),
    FailureEntry(
      "pear-netsocket", "MediaWiki / PHP", .configuration, .applicationMisconfigured,
      #"require_once\(\): Failed opening required .*Net/Socket\.php"#,
      example: "require_once(): Failed opening required 'Net/Socket.php'",
      means: """
        A set_include_path() call in LocalSettings.php hides the bundled PEAR directory, or Net_Socket \
        is not installed.
        """,
      do: """
        Remove set_include_path from LocalSettings.php; reinstall the packages. PEAR belongs to PHP \
        (or to composer), not into the folder of the wiki.
        """,
      .reported),
    FailureEntry(
      "php-pear-missing", "MediaWiki", .configuration, .applicationMisconfigured,
      "pear (mail )?(is )?not installed|PEAR mail package is not installed",
      example: "PEAR mail package is not installed",
      means: """
        The PEAR packages are missing: releases of MediaWiki bring them since 1.27, 1.31 only \
        pear/mail, and checkouts of git up to 1.31 none; since 1.32 net_smtp comes along.
        """,
      do: """
        Put pear/mail 1.4.1 and pear/net_smtp 1.8.0 into composer.local.json and run composer update; \
        or php-pear and then pear install mail net_smtp. Where versions clash, uninstall mail, \
        Auth_SASL and net_smtp first.
        """,
      .reported),
    FailureEntry(
      "php-timezone", "PHP", .information, .remark,
      "It is not safe to rely on the system'?s timezone settings",
      example: """
        It is not safe to rely on the system's timezone settings. ... We selected 'Europe/Paris' for \
        '2.0/DST' instead
        """,
      means: "PHP has no time zone: not a mail error, but the Date field may carry a wrong offset.",
      do: "Set date.timezone.",
      .reported),
    FailureEntry(
      "mw-sender-refused", "any submission server", .configuration, .senderNotAuthorised,
      "not authori[sz]ed to use this sender",
      example: "you are not authorized to use this sender",
      means: "Sender differs from the SMTP user.",
      do: """
        In this order: compare the username with $wgPasswordSender; on old wikis look at \
        $wgUserEmailUseReplyTo; ask the operator which senders the login may use.
        """,
      .reported),
    FailureEntry(
      "gmail-bounce-rejected", "Gmail bounce to sender", .permanent, .contentRejected,
      #"Message rejected\.\s+See .* for more information"#,
      example: "Message rejected.  See ... for more information.",
      means: """
        Gmail took the login and then refused the message: a malformed or foreign Message-ID or From \
        field, or a low reputation. The switch for "less secure apps", which old advice names, is gone.
        """,
      do: """
        Set IDHost to the public host, make From an address of the account, check SPF and DKIM \
        (mailaudit message FILE), then send again.
        """,
      .reported),
    FailureEntry(
      "mw-smtp-debug", "PEAR Net_SMTP", .configuration, .remark,
      "DEBUG: (Send|Recv): ",
      example: "DEBUG: Send: AUTH LOGIN",
      means: "$wgSMTP debug=true prints the dialogue, including base64 passwords, to visitors.",
      do: "Remove debug from $wgSMTP; change the password if visitors could see the page.",
      .reported),
    FailureEntry(
      "dw-regmailfail", "DokuWiki", .configuration, .localMailFailed,
      "Looks like there was an error on sending the password mail|发送密码邮件时产生错误",
      example: "Looks like there was an error on sending the password mail. Please contact the admin!",
      means: "Registration mail could not be sent; the user sees only this.",
      do: """
        Look into the error log of the web server and the mail log; then install an MTA, or set up the \
        smtp plugin.
        """,
      .reported),
    FailureEntry(
      "phpmailer-instantiate", "PHPMailer (Question2Answer, others)", .configuration, .localMailFailed,
      "Could not instantiate mail function",
      example: "PHP Question2Answer email send error: Could not instantiate mail function.",
      means: "PHP mail() failed: usually no sendmail binary at sendmail_path.",
      do: """
        Install an MTA, nullmailer or msmtp, or set the application to SMTP. The text is PHPMailer's: \
        look which application wrote it; DokuWiki does not.
        """,
      .reported),
    FailureEntry(
      "dw-not-sent", "DokuWiki smtp plugin", .configuration, .wrapper,
      #"Message wasn'?t sent\. SMTP seems not to work properly"#,
      example: "Message wasn't sent. SMTP seems not to work properly.",
      means: "The plugin test failed.",
      do: "Read the lines of the transcript above it.",
      .reported),
    FailureEntry(
      "dw-sent", "DokuWiki smtp plugin", .information, .accepted,
      #"Message was sent\. SMTP seems to work"#,
      example: "Message was sent. SMTP seems to work.",
      means: "Submission accepted; says nothing about delivery.",
      do: "Follow up with a received-message check.",
      .reported),
    FailureEntry(
      "dw-open-port", "DokuWiki smtp plugin", .configuration, .connectionFailed,
      "Could not open SMTP Port",
      example: "Could not open SMTP Port to smtp.163.com:25"),
    FailureEntry(
      "dw-starttls", "DokuWiki smtp plugin", .configuration, .tlsHandshakeFailed,
      "Start TLS failed to enable crypto",
      example: "Start TLS failed to enable crypto",
      means: "Certificate verification or protocol failure.",
      do: "Fix certificate; do not set smtp_allow_insecure."),
    FailureEntry(
      "dw-no-answer", "DokuWiki smtp plugin", .configuration, .connectionLost,
      "did not respond with anything I recogni[sz]ed",
      example: "SMTP Server did not respond with anything I recognized",
      means: "Plain client on an implicit-TLS port or the reverse.",
      do: "Match smtp_ssl to the port: 465=ssl, 587=tls, 25=empty or tls."),
    FailureEntry(
      "dw-creds-in-log", "DokuWiki smtp plugin", .information, .remark,
      "Above may contain passwords - do not post online",
      example: "Above may contain passwords - do not post online!",
      means: "The transcript contains base64 credentials.",
      do: """
        If the transcript was posted, change the password. Take out the two lines behind AUTH LOGIN \
        before you show it.
        """,
      .reported),
    FailureEntry(
      "phpmailer-auth", "PHPMailer", .configuration, .authenticationFailed,
      "SMTP Error: Could not authenticate",
      example: "SMTP Error: Could not authenticate.",
      do: "App password / user form / mechanism."),
    FailureEntry(
      "phpmailer-connect", "PHPMailer", .configuration, .connectionFailed,
      #"SMTP connect\(\) failed|Could not connect to SMTP host"#,
      example: "SMTP connect() failed.",
      means: "Connect, TLS or EHLO failure.",
      do: "Check port/mode, certificate, egress."),
    FailureEntry(
      "phpmailer-data", "PHPMailer", .configuration, .wrapper,
      "SMTP Error: data not accepted",
      example: "SMTP Error: data not accepted.",
      means: "Content refused.")
  ]
}
