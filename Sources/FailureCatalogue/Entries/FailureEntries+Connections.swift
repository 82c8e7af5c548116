extension FailureEntries {
  /// Texts of operating systems and TLS libraries, in all languages of programming.
  static let connections: [FailureEntry] = [
    FailureEntry(
      "tls-name-mismatch", "TLS libraries", .configuration, .certificateNameMismatch,
      #"""
      hostname mismatch|IP address mismatch|did not match expected CN|no alternative certificate \#
      subject name matches|does(n't| not) match (the )?(target |server )?(host ?name|host\b)|No \#
      subject alternative (DNS )?name|RemoteCertificateNameMismatch|certificate is not valid for|\#
      certificate is valid for|ERR_TLS_CERT_ALTNAME_INVALID|altnames|cannot validate certificate for
      """#,
      example: """
        certificate verify failed: Hostname mismatch, certificate is not valid for 'mail.example.net'
        """,
      means: "The certificate is for another name than the one connected to."),
    FailureEntry(
      "tls-untrusted", "TLS libraries", .configuration, .certificateUntrusted,
      #"""
      unable to get (local )?issuer certificate|unable to verify the first certificate|\#
      UNABLE_TO_VERIFY_LEAF_SIGNATURE|signed by (an )?unknown authority|unable to find valid \#
      certification path|untrusted (issuer|root)|RemoteCertificateChainErrors|by an authority that is \#
      not trusted|self[- ]signed certificate in certificate chain|unknown ca\b|certificate is not \#
      trusted|Server certificate not trusted|alert (certificate unknown|unknown ca|bad certificate)
      """#,
      example: "certificate verify failed: unable to get local issuer certificate",
      means: """
        Nobody whom the client trusts has signed the certificate, or the server sends an incomplete \
        chain.
        """),
    FailureEntry(
      "tls-expired", "TLS libraries", .configuration, .certificateExpired,
      #"""
      certificate[^\n]{0,30}\bexpired|certificate is not yet valid|CertificateExpiredException|alert \#
      certificate expired|CERT_HAS_EXPIRED|not within its validity period
      """#,
      example: "SSLException: sun.security.validator: CertificateExpiredException: NotAfter",
      means: "The certificate is past its last day, or a clock is wrong."),
    FailureEntry(
      "tls-version-refused", "TLS libraries", .configuration, .tlsVersion,
      """
      alert protocol version|UNSUPPORTED_PROTOCOL|no shared cipher|no cipher match|inappropriate \
      fallback|protocol is disabled or cipher suites are inappropriate|wrong ssl version|\
      UNSUPPORTED_OR_INVALID_SSL|version too low
      """,
      example: """
        SSLHandshakeException: No appropriate protocol (protocol is disabled or cipher suites are \
        inappropriate)
        """,
      means: "Client and server have no version of TLS or no cipher in common."),
    FailureEntry(
      "tls-wrong-mode", "TLS libraries", .configuration, .startTLSExpected,
      #"""
      wrong version number|WRONG_VERSION_NUMBER|unknown protocol|first record does not look like a \#
      TLS handshake|packet length too long|http request\b|plaintext connection\?|record layer failure|\#
      Cannot determine the frame size|handshake failed due to an unexpected packet format
      """#,
      example: "routines:http request",
      means: "The client began TLS at once, on a port where the server speaks plain SMTP first.",
      do: "Port 587 or 25: STARTTLS. Port 465: implicit TLS."),
    FailureEntry(
      "tls-refused-stage", "SMTP servers", .configuration, .tlsNotAvailable,
      #"\b(50[0-4]|454|554)[ -]"#, at: .starttls,
      example: "502 5.5.1 Error: command not implemented",
      means: "The server refused STARTTLS."),
    FailureEntry(
      "tls-unavailable", "SMTP servers and clients", .configuration, .tlsNotAvailable,
      #"""
      TLS (is )?(currently )?(not |un)available|STARTTLS[^\n]{0,40}(not (supported|offered|advertised|\#
      implemented|available)|unsupported|unrecogni[sz]ed|unavailable)|(not|n't) (support|offer|\#
      advertise)[^\n]{0,20} (STARTTLS|TLS|secure connections)|STARTTLS extension not|no STARTTLS|TLS \#
      not supported|without STARTTLS support
      """#,
      example: "454 TLS not available due to local problem",
      means: "The server does not offer TLS here, or could not start it."),
    FailureEntry(
      "tls-verify-failed", "TLS libraries", .configuration, .tlsHandshakeFailed,
      """
      certificate verif(y|ication) failed|CERTIFICATE_VERIFY_FAILED|certificate not verified|\
      certificate verify error|remote certificate (is|was) (invalid|rejected)|bad certificate|\
      SSLPeerUnverified|server certificate verification
      """,
      example: "ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed",
      means: "The client did not accept the certificate of the server."),
    FailureEntry(
      "tls-handshake", "TLS libraries", .configuration, .tlsHandshakeFailed,
      """
      handshake[_ ]fail(ure|ed)|SSL_connect (error|failed|returned)|SSL operation failed|TLS startup \
      failed|cannot start TLS|TLS (handshake|negotiation|connection) (failed|error)|\
      SSLHandshakeException|SSL handshake|failed to enable crypto|SSL connect attempt failed|\
      SSLV3_ALERT_HANDSHAKE_FAILURE
      """,
      example: "sslv3 alert handshake failure",
      means: "TLS could not be started."),
    FailureEntry(
      "net-name", "operating system", .configuration, .hostNotFound,
      #"""
      getaddrinfo|Name or service not known|nodename nor servname|Temporary failure in name \#
      resolution|No such host( is known)?\b|UnknownHostException|could ?n[o\']t? resolve (host|the \#
      host)|Could not resolve|no such host|Host or domain name not found|Name service error|\#
      \bENOTFOUND\b|\bEAI_AGAIN\b|No address associated with hostname|host lookup did not complete|\#
      server misbehaving|Could not lookup
      """#,
      example: "getaddrinfo for smtp.exmaple.org failed: Name or service not known",
      means: "The name of the mail server has no address, or the resolver did not answer."),
    FailureEntry(
      "net-refused", "operating system", .configuration, .connectionRefused,
      "connection (was )?refused|ECONNREFUSED|actively refused|ConnectionRefused",
      example: "connect to mail.example.net[198.51.100.9]:25: Connection refused",
      means: "The machine answered that nothing listens on that port, or a firewall answered for it."),
    FailureEntry(
      "net-timeout", "operating system", .configuration, .connectionTimedOut,
      #"""
      connection (attempt )?timed[- ]?out|ETIMEDOUT|(connect|operation|read|request|socket|\#
      greeting)[^\n]{0,20} timed[- ]?out|timed out (while|after|waiting)|i/o timeout|SocketTimeout|\#
      OpenTimeout|TimeoutError|connection attempt failed because the connected party did not|\#
      \btimeout (exceeded|expired|error)|Timeout waiting for|deadline exceeded
      """#,
      example: "dial tcp 192.0.2.25:587: i/o timeout",
      means: "Nobody answered in time: a firewall, a blocked port, or a server that is down."),
    FailureEntry(
      "net-unreachable", "operating system", .configuration, .networkUnreachable,
      """
      network (is )?unreachable|no route to host|ENETUNREACH|EHOSTUNREACH|host (is )?unreachable|\
      Cannot assign requested address
      """,
      example: "connect to mail.example.net port 587: Network is unreachable",
      means: "This machine has no way to that address; often IPv6 without a route."),
    FailureEntry(
      "net-permission", "operating system", .configuration, .permissionDenied,
      #"""
      (connect|socket|sendmail|dial)[^\n]{0,80}(permission denied|EACCES)|avc: \#
      +denied[^\n]{0,150}(smtp|sendmail|name_connect)
      """#,
      example: "sh: 1: /usr/sbin/sendmail: Permission denied",
      means: """
        This machine itself forbids the connection or the program: SELinux, AppArmor or a local \
        firewall.
        """),
    FailureEntry(
      "net-lost", "operating system", .configuration, .connectionLost,
      """
      connection (was )?(unexpectedly closed|reset|aborted|closed unexpectedly)|ECONNRESET|broken \
      pipe|lost connection with|remote host closed connection|unexpected EOF|server closed (the \
      )?connection|closed the connection unexpectedly|connection dropped|connection closed by peer|\
      peer closed connection|end of file reached|An existing connection was forcibly closed|bad \
      greeting|lost input connection
      """,
      example: "lost connection with mail.example.net[198.51.100.9] while sending RCPT TO",
      means: "The server hung up without an answer."),
    FailureEntry(
      "local-sendmail", "PHP, Perl, Python", .configuration, .localMailFailed,
      #"""
      sendmail[^\n]{0,40}(not found|no such file)|sendmail_path|Could not execute[^\n]{0,40}sendmail|\#
      Failed to open stream: No such file[^\n]{0,40}sendmail|mail\(\): Failed to connect to \#
      mailserver|Cannot open mail:
      """#,
      example: "sh: 1: /usr/sbin/sendmail: not found",
      means: "The program that hands over mail is missing or cannot run.")
  ]
}
