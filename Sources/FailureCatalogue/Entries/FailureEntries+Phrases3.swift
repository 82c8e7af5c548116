extension FailureEntries {
  /// Phrases that many servers use and that the common ones would take for something else; they are tried before those.
  static let phrases3: [FailureEntry] = [
    FailureEntry(
      "php-connect", "PHP", .configuration, .connectionFailed,
      #"(fsockopen|stream_socket_client)\(\): unable to connect"#,
      example: "fsockopen(): unable to connect to ssl://smtp.example.org:465 (Unknown error)",
      means:
        "PHP got no connection. With ssl:// and \"Unknown error\" it was mostly the certificate, or a port without TLS.",
      do:
        "From the same machine: openssl s_client -connect HOST:465 -verify_return_error; for a port alone: nc -vz HOST PORT."
    ),
    FailureEntry(
      "say-recipient-rules", "mail servers", .permanent, .recipientRestricted,
      #"""
      user rules|recipient preferences|(user|recipient)[^\n]{0,60}(refuses? to (receive|accept)|\#
      rejects? (this|your))|blocked by the (recipient|user)|(members-only|closed mailing) list|non-member|\#
      not subscribed to (this|the) (group|list)|account is protected by|(sender|you)[^\n]{0,20}(not|n't) \#
      (on|in) the recipient's|not pre-?approved|restricted sms|RESOLVER\.RST\.(NotAuthorized|\#
      AuthRequired|RestrictedToRecipients)|(post|send|write) to this (mailing )?list|senderfilterconfig
      """#,
      example: "550 5.7.1 Message rejected due to user rules",
      means: "The recipient, or the list, does not take mail from you.",
      inFailures: true),
    FailureEntry(
      "say-dns-again", "mail servers", .temporary, .dnsFailure,
      #"host not found, try again|host ?name lookup failure|malformed[^\n]{0,20} name server reply"#,
      example: "451 Name server: mx.example.net.: host not found, try again",
      means: "The DNS of the recipient's domain did not answer; whether the domain exists is not known.",
      inFailures: true),
    FailureEntry(
      "say-no-domain", "mail servers", .permanent, .destinationUnknown,
      #"""
      no such domain|DNS records for the destination|(recipient )?domain must exist|null ?MX\b|mail receiving \#
      disabled|unable to resolve route|could not find a gateway|RESOLVER\.RouteNotFound|unknown domain name
      """#,
      example: "550 Recipient address rejected: unknown domain name",
      means: "The domain of the recipient does not exist, or takes no mail.",
      inFailures: true),
    FailureEntry(
      "say-batv", "mail servers", .permanent, .policyRejected,
      #"\bBATV\b|backscatter protection|no third-party DSNs"#,
      example: "550 BATV validation failure",
      means: """
        The server takes bounces only for mail that it sent itself, marked in the envelope sender; this was a \
        bounce, or an answer with an empty sender.
        """,
      do: "Reject unwanted mail during the session instead of bouncing it later.",
      inFailures: true),
    FailureEntry(
      "say-ptr-fix", "mail servers", .configuration, .noReverseDNS,
      #"(fix|check) (your )?(reverse|r)[ -]?dns"#,
      example: """
        550 5.7.1 Connections not accepted from servers without a valid sender domain. Fix reverse DNS for 192.0.2.1
        """,
      means: "The sending address has no name, or the name does not lead back to it.",
      inFailures: true),
    FailureEntry(
      "say-sender-invalid", "mail servers", .configuration, .senderDomainUnknown,
      #"""
      \binvalid (sender|envelope from)\b|sender domain is empty|valid sender domain|From: domain is invalid|\#
      unroutable sender|[eé]metteur invalide
      """#,
      example: "553 Invalid sender",
      means: "The envelope sender is not an address that mail can be returned to.",
      inFailures: true),
    FailureEntry(
      "say-mailbox-gone", "mail servers", .permanent, .mailboxDisabled,
      #"""
      [>@][a-z0-9.-]{0,60} (is currently|has been) suspended|archived recipient|boite du destinataire archiv|suspend(ed)? the \#
      service|extended inactivity|(is|was|been|[>:;.0-9]) temporar(y|ily) \#
      (locked|suspended)|no longer accepts? mail
      """#,
      example: "550 Due to extended inactivity new mail is not accepted for this mailbox",
      means: "The mailbox exists, and takes no mail.",
      inFailures: true),
    FailureEntry(
      "say-no-mailbox", "mail servers", .permanent, .userUnknown,
      #"""
      no mail ?box (here|found|by that|available for)|not an active address|no one at this address|\#
      validrcptto|badrcptto|address not present|mailbox (not present|unavai?l?able)|nessun utente|no existe \#
      (dicha|ese|esa)|recipient not ok|RESOLVER\.ADR\.|not (listed|found) in[^\n]{0,30}directory|in name \#
      directory|rcpt[^\n]{0,90} (does not|doesn't) exist|unknown (e-?mail address|local[ -]part)|user \#
      missing home|invalid or unknown virtual|recipient is not accepted|envelope recipient has been denied
      """#,
      example: "550 Sorry, no mailbox here by that name",
      means: "The address does not exist at that server.",
      inFailures: true)
  ]
}
