extension FailureCause {
  /// What all failures of this cause mean; empty where the entries say it all.
  public var meaning: String { words.meaning }

  /// What helps against all failures of this cause; empty where nothing does.
  public var advice: String { words.advice }

  /// The cause in a phrase.
  public var title: String {
    rawValue.split(separator: "-").map { Self.capitals[String($0)] ?? String($0) }.joined(separator: " ")
  }

  private static let capitals = [
    "tls": "TLS", "starttls": "STARTTLS", "auth": "AUTH", "helo": "EHLO name", "dns": "DNS", "dnsbl": "a block list",
    "spf": "SPF", "dkim": "DKIM", "dmarc": "DMARC", "ipv6": "IPv6", "id": "ID", "lf": "LF"
  ]

  private var words: (meaning: String, advice: String) {
    wordsOfConnecting ?? wordsOfIdentity ?? wordsOfDelivery ?? ("", "")
  }

  private var wordsOfConnecting: (meaning: String, advice: String)? {
    switch self {
    case .hostNotFound:
      (
        "The client could not turn the name of the mail server into an address; no mail server was asked.",
        "Check the spelling of the host, and look it up on the same machine: getent hosts NAME. If other names fail too, mend "
          + "the resolver."
      )
    case .connectionFailed:
      (
        "The connection was not made; the text does not tell why.",
        "From the same machine, try the port: nc -vz HOST PORT. No answer: a firewall or a blocked port; refused: nothing "
          + "listens there; unknown name: the host is misspelled."
      )
    case .connectionRefused:
      (
        "The address was reached and nothing listens on that port.",
        "Check host and port. For localhost start the MTA, or use the provider's server on 587 or 465."
      )
    case .connectionTimedOut:
      (
        "Nothing came back in time: a firewall or the network drops the packets. Many clouds block port 25.",
        "Use port 587 or 465 of your provider; 2525 where it is offered. Open the port in the firewall on the way out, or ask "
          + "the hosting company to lift the block of port 25."
      )
    case .connectionLost:
      (
        "The server closed the connection without a reply: wrong TLS mode for the port, a ban, or a crash.",
        "Match the mode to the port: 465 implicit TLS, 587 and 25 STARTTLS. If that is right, look at the server's log for "
          + "that minute."
      )
    case .networkUnreachable:
      (
        "This machine has no route to that address.",
        "For IPv6 without a route: make the client use IPv4 (inet_protocols = ipv4 in Postfix) or mend IPv6."
      )
    case .permissionDenied:
      (
        "The own machine forbade it; the mail server never saw a connection.",
        "SELinux: setsebool -P httpd_can_sendmail 1, and httpd_can_network_connect 1 for other servers. Otherwise look at "
          + "AppArmor and the local firewall."
      )
    case .applicationMisconfigured: ("A setting of the application is wrong; no server refused anything.", "")
    case .localMailFailed:
      (
        "The application hands mail to a program of the same machine, and that failed.",
        "Install an MTA or a relay client (msmtp, nullmailer) and check sendmail_path, or set the application to SMTP."
      )
    case .hostNameUnqualified: ("The host does not know its full name.", "")
    case .implicitTLSExpected:
      (
        "The client waited for a greeting in clear text, while the port expects TLS from the first octet.",
        "Port 465: implicit TLS (ssl, smtps, SSL/TLS, wrapper mode). Or use 587 with STARTTLS."
      )
    case .startTLSExpected:
      (
        "The client began TLS at once, while the server speaks plain SMTP first.",
        "Port 587 or 25: STARTTLS and no implicit TLS. Or use 465 with implicit TLS."
      )
    case .startTLSRequired:
      ("The server wants TLS before it goes on.", "Switch STARTTLS on in the client (587), or use implicit TLS on 465.")
    case .tlsNotAvailable:
      (
        "The client wanted TLS, and the server did not start it.",
        "Use the port that has TLS (587 with STARTTLS, 465 implicit), or mend TLS at the server. Never log in without TLS instead."
      )
    case .tlsHandshakeFailed:
      (
        "TLS was begun and not completed, in most cases because of the certificate: unknown CA, expired, or another name.",
        "Look at the certificate: openssl s_client -starttls smtp -connect HOST:587 -servername HOST -verify_return_error. "
          + "Connect by a name that it holds; do not switch verification off."
      )
    case .tlsVersion:
      ("Client and server share no version of TLS or no cipher.", "Bring the older side to TLS 1.2 or later.")
    case .certificateNameMismatch:
      (
        "The certificate is valid for other names than the one the client connected to, such as localhost or an address.",
        "Connect by a name in the certificate, or get a certificate with that name. Do not switch off the check of names."
      )
    case .certificateExpired:
      ("The certificate is out of date.", "Renew it and reload the mail server; check the clock of the client.")
    case .certificateUntrusted:
      (
        "The client does not trust who signed the certificate, or the server leaves out an intermediate certificate.",
        "Serve the whole chain, or use a public CA. For a private CA name its file in the client."
      )
    default: nil
    }
  }
}
