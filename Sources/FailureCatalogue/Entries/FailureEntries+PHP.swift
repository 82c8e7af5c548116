extension FailureEntries {
  /// Texts of PHP and of packages, where mail code is there twice, in pieces, or not at all.
  static let php: [FailureEntry] = [
    FailureEntry(
      "pear-redeclared", "MediaWiki / PHP", .configuration, .applicationMisconfigured,
      #"Cannot (re)?declare class (Mail|Net_S|Auth_SASL|PEAR)[A-Za-z_0-9]*"#,
      example: "PHP Fatal error:  Cannot declare class Net_SMTP, because the name is already in use",
      means: "Two copies of the PEAR packages are loaded: those of the system and those that came with the wiki.",
      do: """
        pear uninstall mail Auth_SASL net_smtp on the system, and keep the copies of MediaWiki; or take \
        out what pulls in the others (set_include_path, require of Mail.php).
        """,
      .reported),
    FailureEntry(
      "pear-version-conflict", "pear command", .configuration, .applicationMisconfigured,
      #"pear/(Auth_SASL2?|Net_SMTP|Net_Socket|Mail)\b[^\n]{0,80}(requires|installed version|conflict)"#,
      example: #"pear/Net_SMTP requires package "pear/Auth_SASL" (version >= 1.0.5), installed version is 1.0.3"#,
      means: """
        The packages of PEAR are of different ages, often after an update of PHP. PHP 5.6 also began to \
        verify certificates: errors of STARTTLS that follow are about those.
        """,
      do: """
        pear channel-update pear.php.net; pear uninstall mail Auth_SASL net_smtp; pear install mail \
        Auth_SASL net_smtp; restart PHP.
        """,
      .reported),
    FailureEntry(
      "pear-netsmtp-missing", "MediaWiki / PHP", .configuration, .applicationMisconfigured,
      #"Class ['"]?\\?Net_SMTP['"]? not found|Failed opening required .*Net/SMTP\.php"#,
      example: "PHP Fatal error: Uncaught Error: Class 'Net_SMTP' not found in vendor/pear/mail/Mail/smtp.php:348",
      means: "pear/mail is there, and pear/net_smtp is not: MediaWiki 1.31 comes so; since 1.32 both are there.",
      do: "Put pear/net_smtp 1.8.0 into composer.local.json and run composer update, or update MediaWiki.",
      .reported),
    FailureEntry(
      "php-no-ssl", "PHP", .configuration, .applicationMisconfigured,
      #"Unable to find the socket transport "(ssl|tls)""#,
      example: #"Unable to find the socket transport "ssl" - did you forget to enable it when you configured PHP?"#,
      means: "This PHP was built or set up without OpenSSL, so that ssl://, tls:// and STARTTLS are not there.",
      do:
        "Install or switch on the openssl extension (php -m lists it), also for the PHP of the web server; restart it.",
      .reported),
    FailureEntry(
      "sm-half-configured", "sendmail (Debian packages)", .configuration, .localMailFailed,
      #"error processing package sendmail|sendmail[a-z-]* is not configured yet|dpkg was interrupted"#,
      example: "dpkg: error processing package sendmail-base (--configure):",
      means: """
        The package was left half set up, often because its generation of keys and parameters looked \
        stuck and was stopped. It waits for randomness, and ends by itself.
        """,
      do: "Run dpkg --configure -a and let it finish, also when it seems to stand still at 75 %.",
      .reported)
  ]
}
