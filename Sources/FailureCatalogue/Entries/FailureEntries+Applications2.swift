extension FailureEntries {
  /// Texts of other applications and of OpenSSL: GitLab, Java, Python, Go, Node.
  static let applications2: [FailureEntry] = [
    FailureEntry(
      "rb-wrong-version", "Ruby OpenSSL / GitLab", .configuration, .startTLSExpected,
      "SSL_connect .*wrong version number",
      example: "OpenSSL::SSL::SSLError (SSL_connect returned=1 errno=0 state=error: wrong version number)",
      means: """
        TLS handshake sent to a port that speaks plain SMTP first (25/587), i.e. smtp_tls/ssl true on a \
        STARTTLS port.
        """,
      do: """
        Ports 25 and 587: smtp_enable_starttls_auto=true, smtp_tls=false, smtp_ssl=false. Port 465: \
        smtp_tls=true, smtp_enable_starttls_auto=false. Then run gitlab-ctl reconfigure.
        """,
      .reported),
    FailureEntry(
      "rb-mutually-exclusive", "mail gem 2.8+", .configuration, .applicationMisconfigured,
      ":enable_starttls and :tls are mutually exclusive",
      example: """
        :enable_starttls and :tls are mutually exclusive. Set :tls if you're on an SMTPS connection. \
        Set :enable_starttls if you're on an SMTP connection and using STARTTLS for secure TLS upgrade.
        """,
      means: "Both smtp_tls (or smtp_ssl) and smtp_enable_starttls_auto are true.",
      do: """
        SMTPS (465): smtp_enable_starttls_auto=false. STARTTLS (587): smtp_tls=false and \
        smtp_ssl=false. Then run gitlab-ctl reconfigure.
        """,
      .reported),
    FailureEntry(
      "gl-mutually-exclusive", "omnibus reconfigure", .configuration, .applicationMisconfigured,
      #"smtp_tls'\] and gitlab_rails\['smtp_enable_starttls_auto'\] are mutually exclusive"#,
      example: """
        gitlab_rails['smtp_tls'] and gitlab_rails['smtp_enable_starttls_auto'] are mutually exclusive.
        """,
      means: """
        Both implicit TLS and STARTTLS are switched on. The pair smtp_ssl and starttls_auto slips \
        through this check and fails only when mail is sent.
        """,
      do: """
        SMTPS: smtp_tls=true and smtp_enable_starttls_auto=false. STARTTLS: the other way round. Then \
        run gitlab-ctl reconfigure.
        """),
    FailureEntry(
      "gl-auth-value", "omnibus reconfigure", .configuration, .applicationMisconfigured,
      #"smtp_authentication'\] is set to an unrecognized value"#,
      example: #"gitlab_rails['smtp_authentication'] is set to an unrecognized value: "ntlm"."#,
      means: "Only login, plain, cram_md5, false, none are accepted.",
      do: "Set it to login, plain or cram_md5, or to false."),
    FailureEntry(
      "rb-missing-user", "net-smtp", .configuration, .applicationMisconfigured,
      "SMTP-AUTH requested but missing user name",
      example: "ArgumentError: SMTP-AUTH requested but missing user name",
      means: "Mechanism set, user missing (Office 365 relay example).",
      do: "Remove smtp_authentication or add credentials."),
    FailureEntry(
      "rb-missing-secret", "net-smtp", .configuration, .applicationMisconfigured,
      "SMTP-AUTH requested but missing secret phrase",
      example: "ArgumentError: SMTP-AUTH requested but missing secret phrase",
      means: "Password missing or encrypted file unreadable.",
      do: "Set smtp_password or fix smtp.yaml.enc."),
    FailureEntry(
      "rb-wrong-authtype", "net-smtp", .configuration, .applicationMisconfigured,
      "wrong authentication type",
      example: "ArgumentError: wrong authentication type false",
      means: "Mechanism unknown (e.g. :false, :LOGIN).",
      do: "Use lower-case login/plain/cram_md5, or omit."),
    FailureEntry(
      "rb-starttls-unsupported", "net-smtp", .configuration, .tlsNotAvailable,
      "STARTTLS is not supported on this server",
      example: "STARTTLS is not supported on this server",
      means: "enable_starttls=always and server offers none.",
      do: "Use implicit TLS or fix the server; do not downgrade with credentials."),
    FailureEntry(
      "rb-cert-verify", "Ruby OpenSSL", .configuration, .tlsHandshakeFailed,
      #"certificate verify failed \(([^)]*)\)"#,
      example: """
        SSL_connect returned=1 errno=0 peeraddr=... state=error: certificate verify failed (unable to \
        get local issuer certificate)
        """,
      means: "Chain not trusted; GitLab trusted-certs directory is not consulted for SMTP.",
      do: """
        Name the CA in smtp_ca_file (the folder trusted-certs is not read for SMTP); leave \
        openssl_verify_mode at peer. Then run gitlab-ctl reconfigure.
        """),
    FailureEntry(
      "rb-hostname", "Ruby OpenSSL", .configuration, .certificateNameMismatch,
      #"hostname "?[^"]+"? does not match the server certificate"#,
      example: #"hostname "localhost" does not match the server certificate"#),
    FailureEntry(
      "rb-open-timeout", "Ruby", .configuration, .connectionTimedOut,
      "Net::OpenTimeout|execution expired",
      example: "Net::OpenTimeout: execution expired",
      means: "Port filtered (25 in clouds) or wrong host.",
      do: "Use 587/465/2525; ask the cloud provider to lift the block.",
      .reported),
    FailureEntry(
      "rb-read-timeout", "Ruby", .configuration, .implicitTLSExpected,
      "Net::ReadTimeout",
      example: "Net::ReadTimeout with #<TCPSocket:(closed)>",
      means: "No banner: STARTTLS-style client on 465, or greylisting/tarpit.",
      do: "smtp_tls=true on 465; raise smtp_read_timeout."),
    FailureEntry(
      "rb-econnrefused", "Ruby", .configuration, .connectionRefused,
      "Errno::ECONNREFUSED",
      example: #"Errno::ECONNREFUSED: Connection refused - connect(2) for "localhost" port 25"#,
      means: "No MTA on localhost: the configuration did not reach this process (e.g. external Sidekiq).",
      do: "Put the SMTP block on every node; start the MTA."),
    FailureEntry(
      "rb-eof", "Ruby", .configuration, .connectionLost,
      "EOFError: end of file reached",
      example: "EOFError: end of file reached",
      means: "Server closed: TLS expected, client banned or rate limited.",
      .experience),
    FailureEntry(
      "gl-secrets", "GitLab", .configuration, .applicationMisconfigured,
      "SMTP encrypted secrets are invalid",
      example: "SMTP encrypted secrets are invalid",
      means: "smtp.yaml.enc cannot be decrypted or holds other keys.",
      do: "Edit with gitlab-rake gitlab:smtp:secret:edit; only user_name and password."),
    FailureEntry(
      "gl-settings-localhost", "GitLab console", .configuration, .applicationMisconfigured,
      #"address(=>|: )"localhost", :?port(=>|: )25, :?domain(=>|: )"localhost\.localdomain""#,
      example: #"""
        {:address=>"localhost", :port=>25, :domain=>"localhost.localdomain", :user_name=>nil, \#
        :password=>nil, :authentication=>nil, :enable_starttls_auto=>true}
        """#,
      means: "smtp_enable is off or not applied on this node: defaults are active.",
      do: "If unintended, set smtp_enable and reconfigure; else read the local mail log.",
      .reported),
    FailureEntry(
      "gl-delivery-method", "GitLab console", .configuration, .applicationMisconfigured,
      #"ActionMailer::Base\.delivery_method\s*=>\s*:(sendmail|test)"#,
      example: "ActionMailer::Base.delivery_method => :sendmail",
      means: "Delivery method does not match the intended server type (:smtp or :smtp_pool expected).",
      do: "Enable smtp and reconfigure.",
      .reported),
    FailureEntry(
      "java-starttls", "JavaMail (Keycloak, Jenkins)", .configuration, .tlsHandshakeFailed,
      "Could not convert socket to TLS",
      example: "javax.mail.MessagingException: Could not convert socket to TLS",
      means: "STARTTLS handshake failed, usually trust.",
      do: "Import the CA into the trust store.",
      .experience),
    FailureEntry(
      "java-plaintext", "JavaMail", .configuration, .startTLSExpected,
      #"Unrecognized SSL message, plaintext connection\?"#,
      example: "Unrecognized SSL message, plaintext connection?",
      means: "Implicit TLS on a STARTTLS port.",
      do: "Use STARTTLS on 587.",
      .experience),
    FailureEntry(
      "java-authmech", "JavaMail", .configuration, .mechanismNotOffered,
      "No authentication mechanisms supported by both server and client",
      example: "No authentication mechanisms supported by both server and client",
      means: "Server offers AUTH only after TLS or only OAuth2.",
      .experience),
    FailureEntry(
      "python-wrong-version", "Python ssl (Django, Sentry, Mailman)", .configuration, .startTLSExpected,
      #"\[SSL: WRONG_VERSION_NUMBER\]"#,
      example: "ssl.SSLError: [SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1000)",
      means: "EMAIL_USE_SSL on a STARTTLS port.",
      do: "Use EMAIL_USE_TLS with 587.",
      .experience),
    FailureEntry(
      "python-both", "Django", .configuration, .applicationMisconfigured,
      "EMAIL_USE_TLS/EMAIL_USE_SSL are mutually exclusive",
      example: """
        EMAIL_USE_TLS/EMAIL_USE_SSL are mutually exclusive, so only set one of those settings to True.
        """,
      means: "Both are True.",
      do: "Set one of them to True: EMAIL_USE_TLS with 587, EMAIL_USE_SSL with 465."),
    FailureEntry(
      "python-noauth", "Python smtplib", .configuration, .authBeforeTLS,
      "SMTP AUTH extension not supported by server",
      example: "SMTPNotSupportedError: SMTP AUTH extension not supported by server.",
      means: "No AUTH before STARTTLS.",
      do: "EMAIL_USE_TLS=True.",
      .experience),
    FailureEntry(
      "python-unexpected-close", "Python smtplib", .configuration, .implicitTLSExpected,
      "SMTPServerDisconnected: Connection unexpectedly closed",
      example: "SMTPServerDisconnected: Connection unexpectedly closed",
      do: "EMAIL_USE_SSL=True.",
      .experience),
    FailureEntry(
      "go-starttls", "Go net/smtp (Gitea, Alertmanager, Grafana)", .configuration, .startTLSExpected,
      "first record does not look like a TLS handshake",
      example: "tls: first record does not look like a TLS handshake",
      means: "Implicit TLS on a STARTTLS port.",
      do: "Protocol smtp+starttls on 587.",
      .experience),
    FailureEntry(
      "go-x509", "Go", .configuration, .tlsHandshakeFailed,
      "x509: certificate (signed by unknown authority|is valid for)",
      example: "x509: certificate is valid for mail.example.com, not localhost",
      .experience),
    FailureEntry(
      "am-starttls", "Alertmanager", .configuration, .tlsNotAvailable,
      #"'require_tls' is true \(default\) but .* does not advertise the STARTTLS extension"#,
      example: #"'require_tls' is true (default) but "mail:25" does not advertise the STARTTLS extension"#,
      means: "Server without STARTTLS.",
      do: "Use 465 or smtp_require_tls: false on loopback only."),
    FailureEntry(
      "go-unencrypted", "Go net/smtp", .configuration, .authBeforeTLS,
      "unencrypted connection",
      example: "smtp: unencrypted connection",
      means: "PlainAuth refuses a non-TLS remote host.",
      .experience),
    FailureEntry(
      "node-ssl", "Node (nodemailer)", .configuration, .startTLSExpected,
      """
      (ssl3_get_record|tls_validate_record_header):wrong version number|SSL routines:.*:wrong version \
      number
      """,
      example: "Error: 140735...:error:1408F10B:SSL routines:ssl3_get_record:wrong version number",
      .experience),
    FailureEntry(
      "node-envelope", "Node (nodemailer)", .configuration, .noValidRecipient,
      "EENVELOPE|No recipients defined",
      example: "Error: No recipients defined",
      .experience),
    FailureEntry(
      "openssl-selfsigned", "OpenSSL text", .configuration, .certificateUntrusted,
      "self[- ]signed certificate",
      example: "verify error:num=18:self-signed certificate",
      means: "Self-signed certificate.",
      do: "Install a public certificate or pin the CA.",
      .experience),
    FailureEntry(
      "openssl-expired", "OpenSSL text", .configuration, .certificateExpired,
      "certificate has expired",
      example: "verify error:num=10:certificate has expired",
      .experience),
    FailureEntry(
      "openssl-proto", "OpenSSL text", .configuration, .tlsVersion,
      #"""
      SSL[^\n]{0,60}unsupported protocol|no protocols available|tlsv1 alert protocol version|\#
      unsupported protocol \(_ssl
      """#,
      example: "error:0A000102:SSL routines::unsupported protocol",
      means: "Only TLS 1.0/1.1 in common.",
      do: "Upgrade the server; lower the minimum only for a test.",
      .experience),
    FailureEntry(
      "openssl-dh", "OpenSSL text", .configuration, .tlsVersion,
      "dh key too small",
      example: "dh key too small",
      means: "Server DH under 1024/2048 bits.",
      .experience),
    FailureEntry(
      "laravel-ssl", "Symfony Mailer / Laravel / Nextcloud", .configuration, .tlsHandshakeFailed,
      "Connection could not be established with host",
      example: #"""
        Connection could not be established with host "ssl://smtp.example.com:587": \#
        stream_socket_client(): SSL operation failed
        """#,
      means: "Scheme and port do not fit or certificate fails.",
      do: "smtps only with 465.",
      .experience),
    FailureEntry(
      "msmtp-from", "msmtp", .configuration, .senderNotAuthorised,
      "msmtp: envelope[- ]from address .* not accepted",
      example: "msmtp: envelope from address root@host not accepted by the server"),
    FailureEntry(
      "ssmtp-auth", "sSMTP", .configuration, .authenticationFailed,
      "sSMTP: Authorization failed",
      example: "sSMTP: Authorization failed (535 5.7.8 ...)",
      .experience)
  ]
}
